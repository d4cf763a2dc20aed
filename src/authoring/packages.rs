//! The packages of all entries, and the facts that hold their newest versions, for tools.

use super::fields::{Fields, parse};
use super::package::{Package, package};
use super::{Files, Violation, Violations, subject};

/// What a catalog says about the newest versions of its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packages {
    /// The criterion with the newest version, if the catalog names one.
    pub version: Option<String>,
    /// The criterion with the day of that version, if the catalog names one.
    pub day: Option<String>,
    /// The paths of the entries' files, inside the catalog's folder, with their packages; none for
    /// an entry that names none.
    pub entries: Vec<(String, Option<Package>)>,
}

impl Packages {
    /// Reads the packages of a catalog.
    ///
    /// # Errors
    /// The violations in the parts that are read.
    pub fn read(files: &Files) -> Result<Self, Vec<Violation>> {
        let violations = Violations::default();
        let subject = subject::read(files, &violations);
        let mut packages = Self::default();
        if let Some((version, day)) = subject.newest {
            (packages.version, packages.day) = (Some(version), day);
        }
        for path in subject.entries.iter().flat_map(|folder| files.in_folder(folder)) {
            if let Some(table) = parse(files, path, &violations) {
                let mut fields = Fields::new(path, String::new(), &table, &violations);
                packages.entries.push((path.to_owned(), package(&mut fields)));
            }
        }
        if violations.is_empty() { Ok(packages) } else { Err(violations.into_sorted()) }
    }
}
