//! The catalog's files: their formats, their checks, and their conversion to a [`Catalog`].
//!
//! Files are strict: an unknown field is a violation, just like a missing one. All violations are
//! reported at once, each with file, field, value and rule, so that authors can fix them in one
//! pass.
//!
//! This module is compiled twice: as part of the library, behind the feature `authoring`, and by
//! `build.rs`, which includes the same files.
//!
//! This module is never part of the page. It cannot judge whether a fact is true; it makes sure
//! that each fact has a source to check it against.

pub mod audit;

mod addresses;
mod cases;
mod criteria;
mod cross;
mod entries;
mod facets;
mod facts;
mod faqs;
mod fields;
mod files;
mod former;
mod history;
pub mod limits;
mod marks;
mod package;
mod packages;
mod questions;
mod sources;
mod subject;
mod synonyms;
mod violations;
mod vocabulary;

pub use addresses::{Addresses, CONTEST, REPOSITORY};
pub use cases::{Case, cases};
pub use fields::{PLACEHOLDER, is_id};
pub use files::{Files, Unreadable};
pub use marks::Mark;
pub use package::{Package, PackageKind};
pub use packages::Packages;
pub use violations::{Rule, Violation, Violations};
pub use vocabulary::Vocabulary;

use crate::domain::catalog::{Catalog, Date, Evidence, Subject};

/// A catalog without violations, and its evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The data needed to decide.
    pub catalog: Catalog,
    /// Notes, sources and drawbacks.
    pub evidence: Evidence,
    /// The entries' own marks.
    pub marks: Vec<Mark>,
    /// The date of the catalog that the last edition of the history was compared with; none without a
    /// history. If it is not the catalog's own, an edition is missing.
    pub compared: Option<Date>,
}

/// Converts the files of a catalog to the runtime model.
///
/// # Errors
/// Every [`Violation`], in file order.
pub fn check(files: &Files) -> Result<Checked, Vec<Violation>> {
    let violations = Violations::default();
    let subject = subject::read(files, &violations);
    let mut criteria = criteria::read(files, &violations);
    let mut entries = match &subject.entries {
        Some(folder) => entries::read(files, folder, &criteria, subject.date, &violations),
        None => Vec::new(),
    };
    let mut former = Vec::new();
    let (facets, sorts, first_sort) = facets::read(files, &criteria, &mut former, &violations);
    let questions = questions::read(files, &criteria, &mut former, &violations);
    let faqs = faqs::read(files, &violations);
    let mut named: Vec<_> = entries.iter_mut().map(|(entry, _)| entry).collect();
    let stop_words = synonyms::read(files, &mut criteria, &mut named, &violations);
    let marks = marks::read(files, &named, &violations);
    let Some(subject) = subject.resolve(&criteria, &violations) else {
        return Err(violations.into_sorted());
    };
    let (alternatives, dossiers) = entries.into_iter().unzip();
    let mut catalog = Catalog {
        subject: Subject { stop_words, first_sort, has_marks: marks.is_some(), ..subject },
        groups: criteria.groups,
        scales: criteria.scales,
        criteria: criteria.criteria,
        facets,
        sorts,
        questions,
        faqs,
        alternatives,
        former,
        history: Vec::new(),
    };
    let mut compared = None;
    // Relations between parts can only be checked once each part has no violations.
    if violations.is_empty() {
        cross::check(&catalog, &violations);
        (catalog.history, compared) = history::read(files, &catalog, &violations);
        cases::read(files, &catalog, &violations);
    }
    let violations = violations.into_sorted();
    let evidence = Evidence::new(&catalog, dossiers);
    if violations.is_empty() {
        Ok(Checked { catalog, evidence, marks: marks.unwrap_or_default(), compared })
    } else {
        Err(violations)
    }
}
