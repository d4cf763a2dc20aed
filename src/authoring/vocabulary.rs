//! The vocabulary of entries: the criteria and their scales, without reading any entry.
//!
//! It does not check the other entries, so that an entry can be started while another one is
//! unfinished.

use super::{Files, Violation, Violations, criteria, subject};
use crate::domain::catalog::{Criterion, Date, Group, Kind, Scale};

/// The vocabulary that describes every entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Vocabulary {
    /// The folder of the entries, inside the catalog's.
    pub folder: String,
    /// The singular noun for an entry.
    pub one: String,
    /// The catalog's own date.
    pub date: Date,
    /// The groups of criteria, in reading order.
    pub groups: Vec<Group>,
    /// The scales.
    pub scales: Vec<Scale>,
    /// The criteria.
    pub criteria: Vec<Criterion>,
}

impl Vocabulary {
    /// Reads `catalog.toml` and `criteria.toml`.
    ///
    /// # Errors
    /// The violations in these two files.
    pub fn read(files: &Files) -> Result<Self, Vec<Violation>> {
        let violations = Violations::default();
        let subject = subject::read(files, &violations);
        let all = criteria::read(files, &violations);
        let (folder, date) = (subject.entries.clone(), subject.date);
        let subject = subject.resolve(&all, &violations);
        match (subject, folder, date) {
            (Some(subject), Some(folder), Some(date)) if violations.is_empty() => Ok(Self {
                folder,
                one: subject.one.to_string(),
                date,
                groups: all.groups,
                scales: all.scales,
                criteria: all.criteria,
            }),
            _ => Err(violations.into_sorted()),
        }
    }

    /// The scale of a criterion; none for text and dates.
    #[must_use]
    pub fn scale_of(&self, criterion: &Criterion) -> Option<&Scale> {
        match criterion.kind {
            Kind::One(at) | Kind::Many(at) => self.scales.get(usize::from(at)),
            Kind::Text | Kind::Date => None,
        }
    }

    /// Whether the facts of a criterion name a provider.
    #[must_use]
    pub fn is_provision(&self, criterion: &Criterion) -> bool {
        self.scale_of(criterion).is_some_and(|scale| scale.id == criteria::PROVISION)
    }
}
