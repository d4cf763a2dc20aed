//! The order of cards.
//!
//! # What this module does not do
//! It never drops anything: what has no value for a sort key comes last, by name.

use core::cmp::Reverse;

use crate::domain::catalog::{AltId, Catalog, Value};
use crate::domain::decide::{Ranking, Score};
use crate::domain::order;

/// What cards are sorted by, where the reader chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// The alphabet.
    Name,
    /// The place in the recommendation; by name while there is none.
    Fit,
    /// A key of `Catalog::sorts`, by position.
    Key(u8),
}

/// Puts alternatives in order; see [`super::Browser::list`] for the order without `by`.
pub fn sort(
    catalog: &Catalog,
    found: &mut Vec<AltId>,
    by: Option<SortBy>,
    matches: Option<&[u32]>,
    ranking: &Ranking,
) {
    let names: Vec<_> =
        found.iter().map(|id| super::fold::fold(&catalog.alternative(*id).name)).collect();
    let by_name = order::positions(found.len(), &|one, other| names[one].cmp(&names[other]));
    *found = by_name.into_iter().map(|at| found[at]).collect();
    match (by, matches) {
        (Some(SortBy::Name), _) => {}
        (Some(SortBy::Key(at)), _) => sort_by_key(catalog, found, at),
        (Some(SortBy::Fit), _) | (None, None) => sort_by_fit(catalog, found, ranking),
        (None, Some(scores)) => {
            order::sort_by_key(found, |id| Reverse(scores.get(id.index()).copied().unwrap_or(0)));
        }
    }
}

/// Eligible first, then unconfirmed, then excluded; in each by points. Stable.
fn sort_by_fit(catalog: &Catalog, found: &mut Vec<AltId>, ranking: &Ranking) {
    let mut places = vec![(3_u8, Reverse(None)); catalog.alternatives.len()];
    let mut place = |id: AltId, class: u8, score: Option<Score>| {
        if let Some(place) = places.get_mut(id.index()) {
            *place = (class, Reverse(score.map(Score::numerator)));
        }
    };
    for ranked in &ranking.eligible {
        place(ranked.alternative, 0, ranked.score);
    }
    for outsider in &ranking.unconfirmed {
        place(outsider.alternative, 1, outsider.score);
    }
    for outsider in &ranking.excluded {
        place(outsider.alternative, 2, outsider.score);
    }
    order::sort_by_key(found, |id| places.get(id.index()).copied());
}

fn sort_by_key(catalog: &Catalog, found: &mut Vec<AltId>, at: u8) {
    let Some(key) = catalog.sorts.get(usize::from(at)) else {
        return;
    };
    let value = |id: &AltId| &catalog.alternative(*id).fact(key.criterion).value;
    order::sort(found, &|one, other| {
        let order = match (value(one), value(other)) {
            (Value::Date(one), Value::Date(other)) => one.cmp(other),
            // The first value of an ordered scale is the most.
            (Value::One(one), Value::One(other)) => other.cmp(one),
            (one, other) => return is_sortable(other).cmp(&is_sortable(one)),
        };
        if key.descending { order.reverse() } else { order }
    });
}

const fn is_sortable(value: &Value) -> bool {
    matches!(value, Value::Date(_) | Value::One(_))
}
