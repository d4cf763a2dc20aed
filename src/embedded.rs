//! The catalog that the build checked and embedded.
//!
//! # What this module does not do
//! It checks nothing: `build.rs` did, and embeds nothing with a violation.
//! The evidence is not embedded in the page, which fetches it; only tools that render natively hold it.

use crate::domain::catalog::Catalog;

pub(crate) static BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));

/// Reads the embedded catalog; none where the blob was made by another version of the model, which one
/// build cannot bring about.
#[must_use]
pub fn catalog() -> Option<Catalog> {
    Catalog::read(BLOB)
}

/// The evidence for the embedded catalog, as text.
#[cfg(feature = "ssr")]
pub static EVIDENCE: &str = include_str!(concat!(env!("OUT_DIR"), "/evidence.txt"));
