//! The catalogs of the repository, read from their files and checked.

use std::path::{Path, PathBuf};

use stackfit::authoring::{Checked, Files, check};

/// The folder of the shipped catalog.
pub const SHIPPED: &str = "catalog";

/// The folder of the frozen catalog: some entries of the shipped one as they once were. The tests of the
/// interface and of reports run on it, so that a new entry or a changed fact breaks none of them.
pub const FROZEN: &str = "tests/fixtures/frameworks";

/// The folder of a catalog of another kind.
pub const DATABASES: &str = "tests/fixtures/databases";

/// The folder of the smallest catalog that has one of everything.
pub const SMALLEST: &str = "tests/fixtures/catalog/base";

/// A path of the repository.
#[must_use]
pub fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The files of a catalog in a folder of the repository.
#[must_use]
pub fn files(folder: &str) -> Files {
    Files::load(&in_repository(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"))
}

/// A catalog in a folder of the repository, with its evidence.
#[must_use]
pub fn checked(folder: &str) -> Checked {
    sound(&files(folder))
}

/// A catalog without a violation, with its evidence.
#[must_use]
pub fn sound(files: &Files) -> Checked {
    check(files).unwrap_or_else(|violations| {
        let lines: Vec<_> = violations.iter().map(ToString::to_string).collect();
        panic!("{} violations\n{}", lines.len(), lines.join("\n"))
    })
}
