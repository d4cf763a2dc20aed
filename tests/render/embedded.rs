//! What the build embeds is the catalog of the folder that it was told.

use stackfit::embedded;
use test_support::catalogs::{SHIPPED, checked};

/// The build takes another folder from `CATALOG_DIR`; `cargo xtask test render` tries both.
#[test]
fn the_embedded_catalog_and_its_evidence_are_those_of_the_folder() {
    let folder = option_env!("CATALOG_DIR").unwrap_or(SHIPPED);
    let expected = checked(folder);
    assert_eq!(embedded::EVIDENCE, expected.evidence.encode(&expected.catalog));
    assert_eq!(embedded::catalog(), Some(expected.catalog));
}
