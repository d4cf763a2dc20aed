//! The catalog that the build checked and embedded.
//!
//! # What this module does not do
//! It checks nothing: `build.rs` did, and embeds nothing with a violation.

use crate::domain::catalog::Catalog;

static BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));

/// Reads the embedded catalog.
///
/// # Errors
/// Where the blob was made by another version of the model; one build cannot bring that about.
pub fn catalog() -> Result<Catalog, postcard::Error> {
    postcard::from_bytes(BLOB)
}
