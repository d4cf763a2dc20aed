//! The sources of a record, numbered in the order in which they are first cited.

use super::Source;
use crate::domain::catalog::{AltId, CriterionId, Evidence};

/// The sources that were cited so far.
pub(super) struct Sources<'a> {
    evidence: &'a Evidence,
    cited: Vec<Source>,
}

impl<'a> Sources<'a> {
    pub(super) const fn new(evidence: &'a Evidence) -> Self {
        Self { evidence, cited: Vec::new() }
    }

    /// Cites the sources of some facts of an alternative; returns their numbers, in order.
    pub(super) fn facts(&mut self, id: AltId, criteria: &[CriterionId]) -> Vec<usize> {
        let dossier = self.evidence.of(id);
        let backings = criteria.iter().filter_map(|criterion| dossier?.backing(*criterion));
        let positions: Vec<u8> = backings.flat_map(|backing| backing.sources.clone()).collect();
        self.at(id, &positions)
    }

    /// Cites sources of an alternative by their positions.
    pub(super) fn at(&mut self, id: AltId, positions: &[u8]) -> Vec<usize> {
        let evidence = self.evidence;
        let sources = evidence.of(id).into_iter().flat_map(|known| known.sources_at(positions));
        let mut numbers: Vec<usize> = Vec::new();
        for source in sources {
            let own = Source {
                title: source.title.to_string(),
                url: source.url.to_string(),
                read: source.checked.to_string(),
            };
            let at = self.cited.iter().position(|known| *known == own);
            let at = at.unwrap_or_else(|| {
                self.cited.push(own);
                self.cited.len() - 1
            });
            if !numbers.contains(&(at + 1)) {
                numbers.push(at + 1);
            }
        }
        numbers
    }

    /// All that were cited.
    pub(super) fn into_list(self) -> Vec<Source> {
        self.cited
    }
}
