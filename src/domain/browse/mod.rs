//! Browsing: facets with counts, fuzzy search, sorting.
//!
//! Cards are never ordered by quality: unless the reader chooses a sort order, they are ordered by
//! how well they match the search, by fit once questions are answered, or by name.

pub mod facet;
pub mod fold;
pub mod search;
pub mod sort;

pub use facet::{Chosen, Filtered, Membership};
pub use search::SearchIndex;
pub use sort::{SortBy, sort};

use super::catalog::{AltId, Catalog};
use super::decide::Ranking;

/// What is shown in the list of cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The alternatives that pass, in order.
    pub found: Vec<AltId>,
    /// Counts for every facet value.
    pub filtered: Filtered,
}

/// The data that browsing needs of a catalog, built once.
#[derive(Clone, Debug)]
pub struct Browser {
    membership: Membership,
    index: SearchIndex,
    by_name: Vec<u16>,
}

impl Browser {
    /// Prepares a catalog for browsing.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        Self {
            membership: Membership::new(catalog),
            index: SearchIndex::new(catalog),
            by_name: sort::by_name(catalog),
        }
    }

    /// The cards to show for chosen facet values, search words and an order.
    ///
    /// Between facets all must match, within a facet any. An empty search finds everything. Without
    /// an order: best match if there are search words, else by fit if any question gives points,
    /// else by name.
    #[must_use]
    pub fn list(
        &self,
        catalog: &Catalog,
        chosen: &Chosen,
        words: &str,
        by: Option<SortBy>,
        ranking: &Ranking,
    ) -> Listing {
        let matches = self.index.search(words);
        let filtered = self.membership.filter(chosen, matches.as_deref());
        let mut found = filtered.passing.clone();
        sort(catalog, &self.by_name, &mut found, by, matches.as_deref(), ranking);
        Listing { found, filtered }
    }

    /// Which facet values each alternative has.
    #[must_use]
    pub const fn membership(&self) -> &Membership {
        &self.membership
    }
}
