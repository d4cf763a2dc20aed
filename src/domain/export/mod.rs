//! What can be taken away from the page.
//!
//! Copying and saving are left to the interface.

pub mod snippet;
