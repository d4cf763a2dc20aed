//! What can be taken away from the page.
//!
//! # What this module does not do
//! It copies and saves nothing; the interface does.

pub mod snippet;
