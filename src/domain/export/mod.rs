//! Content to take away from the page.
//!
//! Copying and saving are left to the interface.

pub mod snippet;
