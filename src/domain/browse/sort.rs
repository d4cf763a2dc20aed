//! The order of cards.
//!
//! Sorting drops nothing: alternatives without a value for a sort key come last.

use crate::domain::catalog::{AltId, Alternative, Catalog, Date, Value};
use crate::domain::decide::{Ranking, Score};
use crate::domain::sort;

/// What the reader chose to sort cards by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// By name.
    Name,
    /// By rank in the recommendation; in the catalog's first order while there is none.
    Fit,
    /// By a key of `Catalog::sorts`, given by its index.
    Key(u8),
}

impl SortBy {
    /// The order with an id of links, present or former; none if there is no such order.
    #[must_use]
    pub fn named(catalog: &Catalog, id: &str) -> Option<Self> {
        match id {
            "name" => Some(Self::Name),
            "fit" => Some(Self::Fit),
            key => catalog.find_sort(key).and_then(|at| u8::try_from(at).ok()).map(Self::Key),
        }
    }

    /// Its id in links; none if it does not belong to the catalog.
    #[must_use]
    pub fn id(self, catalog: &Catalog) -> Option<&str> {
        match self {
            Self::Name => Some("name"),
            Self::Fit => Some("fit"),
            Self::Key(at) => catalog.sorts.get(usize::from(at)).map(|key| key.id.as_ref()),
        }
    }
}

/// The alphabetical position of each alternative; equal names are in catalog order.
#[must_use]
pub fn by_name(catalog: &Catalog) -> Vec<u16> {
    let names: Vec<_> =
        catalog.alternatives.iter().map(|one| super::fold::fold(&one.name)).collect();
    let mut places = vec![0; names.len()];
    let sorted = sort::positions(names.len(), &|one, other| names[one].cmp(&names[other]));
    for (place, at) in (0..).zip(sorted) {
        places[at] = place;
    }
    places
}

/// The position of each alternative in the catalog's first order, which is alphabetical if it states
/// none; equals are in alphabetical order.
#[must_use]
pub fn at_first(catalog: &Catalog, by_name: &[u16]) -> Vec<u16> {
    let Some(at) = catalog.subject.first_sort else {
        return by_name.to_vec();
    };
    let key = by_key(catalog, at);
    let keys = key.iter().zip(by_name).map(|(key, place)| key << 16 | u64::from(*place));
    let mut places = vec![0; by_name.len()];
    for (place, at) in (0..).zip(sort::by_number(&keys.collect::<Vec<_>>())) {
        places[at] = place;
    }
    places
}

/// Sorts alternatives; ties are in alphabetical order, and by fit and without anything to sort by in
/// the catalog's first order. See [`super::CardIndex::list`] for the order without `by`.
pub fn sort(
    catalog: &Catalog,
    (by_name, at_first): (&[u16], &[u16]),
    found: &mut Vec<AltId>,
    by: Option<SortBy>,
    matches: Option<&[u32]>,
    ranking: &Ranking,
) {
    let key = match (by, matches) {
        (Some(SortBy::Name), _) => vec![0; by_name.len()],
        (Some(SortBy::Key(at)), _) => by_key(catalog, at),
        (Some(SortBy::Fit), _) | (None, None) => by_fit(by_name.len(), ranking),
        (None, Some(scores)) => scores.iter().map(|score| u64::from(!score)).collect(),
    };
    let places = match (by, matches) {
        (Some(SortBy::Fit), _) | (None, None) => at_first,
        _ => by_name,
    };
    sort::sort_by_number(found, |id| key[id.index()] << 16 | u64::from(places[id.index()]));
}

/// Eligible first, then unconfirmed, then excluded, then those taken out; within each by points.
fn by_fit(n: usize, ranking: &Ranking) -> Vec<u64> {
    // Who is taken out is in none of the lists, and comes last.
    let mut key = vec![3 << 32; n];
    let mut place = |id: AltId, class: u64, score: Option<Score>| {
        if let Some(place) = key.get_mut(id.index()) {
            *place = class << 32 | Score::best_first(score);
        }
    };
    for ranked in &ranking.eligible {
        place(ranked.alternative, 0, ranked.score);
    }
    for unranked in &ranking.unconfirmed {
        place(unranked.alternative, 1, unranked.score);
    }
    for unranked in &ranking.excluded {
        place(unranked.alternative, 2, unranked.score);
    }
    key
}

fn by_key(catalog: &Catalog, at: u8) -> Vec<u64> {
    let sort = catalog.sorts.get(usize::from(at));
    let key = |alternative: &Alternative| {
        let Some(sort) = sort else { return 0 };
        let number = match alternative.fact(sort.criterion).value {
            Value::Date(Date { year, month, day }) => {
                u32::from(year) << 16 | u32::from(month) << 8 | u32::from(day)
            }
            // The first value of an ordered scale is the highest.
            Value::One(at) => u32::from(!at),
            _ => return 1 << 32,
        };
        u64::from(if sort.descending { !number } else { number })
    };
    catalog.alternatives.iter().map(key).collect()
}
