//! What an alternative is: its mark, and its kind in a few words.

use yew::prelude::*;

use super::element;
use crate::domain::catalog::{AltId, CriterionId};
use crate::text::labels;
use crate::ui::model::Model;

/// The mark beside a name: an initial, which the style sheet of the marks replaces by the
/// alternative's own mark. Nothing where the catalog or the host wants none.
pub(in crate::ui) fn mark(model: Model, id: AltId) -> Html {
    if !model.catalog.subject.has_marks || model.settings.hides_marks {
        return Html::default();
    }
    let entry = model.catalog.alternative(id);
    let initial: String = entry.name.chars().take(1).collect();
    html! { <span class="emblem" data-mark={&entry.id} data-initial={initial} aria-hidden="true"></span> }
}

/// The badges, after the dot of the first value that has a colour.
pub(in crate::ui) fn badges(model: Model, id: AltId) -> Html {
    let catalog = &model.catalog;
    let badges = catalog.subject.badges.iter();
    let colour = |criterion: &CriterionId| {
        let at = catalog.alternative(id).fact(*criterion).value.positions().next()?;
        let value = catalog.scale_of(*criterion)?.values.get(usize::from(at))?;
        Some(value.colour.clone()).filter(|colour| !colour.is_empty())
    };
    let dot = badges.clone().find_map(colour).map(element::dot);
    let badges = badges.map(|criterion| labels(catalog, id, *criterion).join(", "));
    let badges = badges.filter(|badge| !badge.is_empty()).collect::<Vec<_>>().join(" · ");
    html! { <p class="badges muted">{ for dot }{ badges }</p> }
}
