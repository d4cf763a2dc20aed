//! What the build embeds is the catalog of the folder that it was told.

use implicit_clone::unsync::IString;
use stackfit::embedded;
use test_support::catalogs::{SHIPPED, checked};

/// The build takes another folder from `CATALOG_DIR`; `cargo xtask test render` tries both.
#[test]
fn the_embedded_catalog_and_its_evidence_are_those_of_the_folder() {
    let folder = option_env!("CATALOG_DIR").unwrap_or(SHIPPED);
    let mut expected = checked(folder);
    assert_eq!(embedded::EVIDENCE, expected.evidence.encode(&expected.catalog));
    // What they mean is in the evidence alone.
    for criterion in &mut expected.catalog.criteria {
        criterion.means = IString::default();
    }
    for value in expected.catalog.scales.iter_mut().flat_map(|scale| &mut scale.values) {
        value.means = IString::default();
    }
    let embedded = embedded::catalog_with_history();
    assert!(embedded == Some(expected.catalog), "the embedded catalog is another one");
}
