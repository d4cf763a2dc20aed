//! What facts were in older catalogs, for links that were made with them.
//!
//! A link carries the date of its catalog. Each [`Edition`] is one older catalog, and holds only what
//! differs from the next one; so the values of a day are those of today, with the editions laid over
//! them from the newest back to that day's.

use implicit_clone::unsync::IString;
use serde::{Deserialize, Serialize};

use super::{AltId, Catalog, CriterionId, Date, Value};

/// An older catalog, as far as it differs from the next one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The date of that catalog.
    pub date: Date,
    /// The criteria of today that say nothing about that catalog: it did not have them, or they meant
    /// something else.
    pub incomparable: Vec<CriterionId>,
    /// The ids of the alternatives that it did not have.
    pub added: Vec<IString>,
    /// The alternatives of which some fact was something else, by id, with the values of then.
    pub entries: Vec<(IString, Vec<(CriterionId, Value)>)>,
}

/// A catalog with the values of an older one, as far as they are known.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// The date of the older catalog.
    pub date: Date,
    /// Today's catalog with the values of then.
    pub catalog: Catalog,
    /// The facts that were something else.
    pub changed: Vec<(AltId, CriterionId)>,
    /// The criteria that cannot be compared with then.
    pub incomparable: Vec<CriterionId>,
    /// The alternatives that were added since.
    pub added: Vec<AltId>,
}

impl Catalog {
    /// The catalog with the values that it had on a day: those of the oldest edition that is not older
    /// than the day. None if there is none; nothing is known then.
    #[must_use]
    pub fn past(&self, day: Date) -> Option<Past> {
        let first = self.history.iter().position(|edition| edition.date >= day)?;
        let mut past = Past {
            date: self.history[first].date,
            catalog: self.clone(),
            changed: Vec::new(),
            incomparable: Vec::new(),
            added: Vec::new(),
        };
        for edition in self.history[first..].iter().rev() {
            past.lay(edition);
        }
        // A value may have changed and changed back.
        let now = |id: AltId, criterion| &self.alternative(id).fact(criterion).value;
        past.changed.retain(|(id, criterion)| {
            !past.incomparable.contains(criterion)
                && past.catalog.alternative(*id).fact(*criterion).value != *now(*id, *criterion)
        });
        Some(past)
    }
}

impl Past {
    fn lay(&mut self, edition: &Edition) {
        for criterion in &edition.incomparable {
            if !self.incomparable.contains(criterion) {
                self.incomparable.push(*criterion);
            }
        }
        for id in edition.added.iter().filter_map(|id| self.catalog.find_alternative(id)) {
            if !self.added.contains(&id) {
                self.added.push(id);
            }
        }
        for (id, values) in &edition.entries {
            // The page may leave some alternatives out.
            let Some(id) = self.catalog.find_alternative(id) else { continue };
            for (criterion, value) in values {
                let fact = &mut self.catalog.alternatives[id.index()].facts[criterion.index()];
                fact.value = value.clone();
                if !self.changed.contains(&(id, *criterion)) {
                    self.changed.push((id, *criterion));
                }
            }
        }
    }
}
