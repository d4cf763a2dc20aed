//! The place of an alternative in a ranking.

use super::{Words, causes, msg, points};
use crate::domain::catalog::{AltId, Catalog};
use crate::domain::decide::Ranking;

/// The points and the rank of an alternative, or the must-haves that stand in its way.
#[must_use]
pub fn place(catalog: &Catalog, words: &Words, ranking: &Ranking, id: AltId) -> String {
    if let Some(place) = ranking.place(id) {
        let Some(score) = place.score else {
            return words.get(msg::COMPARE_MEETS);
        };
        let message = if place.rank == 1 { msg::COMPARE_BEST } else { msg::COMPARE_RANK };
        let (points, rank) = (points(score, place.close), place.rank.to_string());
        return words.with(message, &[("points", &points), ("rank", &rank)]);
    }
    let lists =
        [(msg::COMPARE_MISSING, &ranking.excluded), (msg::COMPARE_NOT_KNOWN, &ranking.unconfirmed)];
    let found = lists.into_iter().find_map(|(message, list)| {
        let unranked = list.iter().find(|unranked| unranked.alternative == id)?;
        Some(words.with(message, &[("causes", &causes(catalog, &unranked.causes))]))
    });
    found.unwrap_or_default()
}
