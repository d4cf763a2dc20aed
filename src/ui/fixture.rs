//! The frozen catalog, for the tests of this module.

use crate::authoring::{Files, check};
use crate::domain::catalog::Catalog;

/// The frozen catalog. The tests' own support reads it too, but as another build of this library.
pub(in crate::ui) fn catalog() -> Catalog {
    let folder = test_support::catalogs::in_repository(test_support::catalogs::FROZEN);
    let files = Files::load(&folder).expect("the frozen catalog is there");
    check(&files).expect("the frozen catalog breaks no rule").catalog
}
