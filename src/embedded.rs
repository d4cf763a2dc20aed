//! The catalog that the build checked and embedded.
//!
//! `build.rs` encodes it with postcard, and fails on violations. The evidence is not embedded in
//! the page, which fetches it; only native rendering embeds it.

use crate::domain::catalog::{Catalog, Edition};

static BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));

/// Reads the embedded catalog; none if it was encoded by another version of the model, which cannot
/// happen within one build.
#[must_use]
pub fn catalog() -> Option<Catalog> {
    postcard::from_bytes(BLOB).ok()
}

/// The embedded catalog with its history, for the program that speaks of old links.
#[must_use]
pub fn catalog_with_history() -> Option<Catalog> {
    static HISTORY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/history.bin"));
    let history: Vec<Edition> = postcard::from_bytes(HISTORY).ok()?;
    Some(Catalog { history, ..catalog()? })
}

/// The evidence for the embedded catalog, as text.
#[cfg(feature = "ssr")]
pub static EVIDENCE: &str = include_str!(concat!(env!("OUT_DIR"), "/evidence.txt"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_catalog_is_read_to_its_last_byte() {
        let (catalog, rest) = postcard::take_from_bytes(BLOB).expect("the build wrote it");
        assert_eq!(rest, [0; 0]);
        assert_eq!(self::catalog(), Some(catalog));
    }

    #[test]
    fn a_blob_that_was_cut_short_is_no_catalog() {
        for n in (0..BLOB.len()).step_by(4001) {
            assert_eq!(postcard::from_bytes::<Catalog>(&BLOB[..n]).ok(), None, "{n} bytes");
        }
    }
}
