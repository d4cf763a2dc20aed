//! Ids of elements that other code refers to, for focus, labels or links.

use crate::domain::catalog::{AltId, Facet};
use crate::ui::model::Model;

/// The heading of the view that is shown.
pub(super) const HEADING: &str = "view-title";

/// The search field of the list of cards.
pub(super) const SEARCH: &str = "search";

/// The field for the links of others.
pub(super) const PASTED: &str = "team-link";

/// The box of a value of a facet, by its place. Static and drawn boxes have the same, so that what has
/// the focus keeps it.
pub(super) fn facet_value(facet: &Facet, at: u8) -> String {
    format!("f-{}-{at}", facet.id)
}

/// The link to the details of an alternative. The way back from there returns to it.
pub(super) fn details(model: Model, id: AltId) -> String {
    ["details-", &model.catalog.alternative(id).id].concat()
}
