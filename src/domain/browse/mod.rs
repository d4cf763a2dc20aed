//! Browsing: facets with counts, search, sorting.
//!
//! Cards are never ordered by quality: unless the reader chooses a sort order, they are ordered by
//! how well they match the search, by fit once questions are answered, or by the order that the
//! catalog states.

pub mod facet;
pub mod fold;
pub mod phrase;
pub mod search;
pub mod sort;

pub use facet::{Chosen, Filtered, Membership};
pub use search::{Found, Matches, SearchIndex};
pub use sort::{SortBy, sort};

use core::cell::OnceCell;

use super::catalog::{AltId, Catalog};
use super::decide::Ranking;

/// What is shown in the list of cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The alternatives that pass, in order.
    pub found: Vec<AltId>,
    /// Counts for every facet value.
    pub filtered: Filtered,
    /// What the search words found; none if there are none.
    pub matches: Option<Matches>,
}

/// The data that browsing needs of a catalog, built once; the search index with the first search.
#[derive(Clone, Debug)]
pub struct CardIndex {
    membership: Membership,
    index: OnceCell<SearchIndex>,
    by_name: Vec<u16>,
    at_first: Vec<u16>,
}

impl CardIndex {
    /// Prepares a catalog for browsing.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        let by_name = sort::by_name(catalog);
        Self {
            membership: Membership::new(catalog),
            index: OnceCell::new(),
            at_first: sort::at_first(catalog, &by_name),
            by_name,
        }
    }

    /// The cards to show for chosen facet values, search words and an order.
    ///
    /// Between facets all must match, within a facet any. An empty search finds everything. Without
    /// an order: best match if there are search words, else by fit if any question gives points,
    /// else the catalog's first order.
    #[must_use]
    pub fn list(
        &self,
        catalog: &Catalog,
        chosen: &Chosen,
        words: &str,
        by: Option<SortBy>,
        ranking: &Ranking,
    ) -> Listing {
        let matches = if words.is_empty() {
            None
        } else {
            self.index.get_or_init(|| SearchIndex::new(catalog)).search(catalog, words)
        };
        let scores = matches.as_ref().map(Matches::scores);
        let filtered = self.membership.filter(chosen, scores);
        let mut found = filtered.passing.clone();
        sort(catalog, (&self.by_name, &self.at_first), &mut found, by, scores, ranking);
        Listing { found, filtered, matches }
    }

    /// Which facet values each alternative has.
    #[must_use]
    pub const fn membership(&self) -> &Membership {
        &self.membership
    }
}
