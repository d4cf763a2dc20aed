//! The facets: what can be chosen, and how many cards each choice would leave.
//!
//! In a wide container they stand beside the cards; in a narrow one they open in place.
//!
//! # What this module does not do
//! A value that would leave nothing is dimmed, not disabled: focus is never lost to it.

use crate::ui::markup::html;
use yew::prelude::*;

use crate::domain::browse::Listing;
use crate::domain::catalog::FacetId;
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::kept::{self, Part};
use crate::ui::model::Cx;
use crate::ui::store::Change;

/// All facets. A narrow container folds them behind a button, by style alone.
pub(super) fn panel(cx: &Cx) -> Html {
    let n_chosen = cx.state.chosen.n_values();
    let label = if n_chosen == 0 {
        cx.t(msg::BROWSE_FILTERS)
    } else {
        cx.tn(msg::BROWSE_FILTERS_N, n_chosen as usize)
    };
    let is_open = cx.local.shows_filters;
    let onclick = cx.on_click(Change::ToggleFilters);
    html! {
        <div class={if is_open { "filters filters--open" } else { "filters" }}>
            <button type="button" class="button filters__button" aria-expanded={is_open.to_string()}
                aria-controls="facets" {onclick}>
                { &label }
            </button>
            <p class="filters__title">{ label }</p>
            <div id="facets" class="filters__body">
                { for cx.model.catalog.facet_ids().map(|id| facet(cx, id)) }
            </div>
        </div>
    }
}

/// One facet. Its values are drawn where it is open, because most are closed most of the time.
fn facet(cx: &Cx, id: FacetId) -> Html {
    let facet = cx.model.catalog.facet(id);
    let is_open = cx.local.is_open(id);
    let n_chosen = cx.state.chosen.of(id).count_ones();
    html! {
        <details key={facet.id.as_ref()} class="facet" open={is_open}>
            <summary onclick={cx.on_click(Change::ToggleFacet(id))}>
                <span>{ &facet.label }</span>
                <span class="facet__n" hidden={n_chosen == 0}>{ n_chosen }</span>
            </summary>
            <div>{ for is_open.then(|| kept::part(cx, Part::Facet(id), false)) }</div>
        </details>
    }
}

/// The values of a facet.
pub(in crate::ui) fn values(cx: &Cx, id: FacetId) -> Html {
    // Once more, because a part is drawn by itself, and it takes no time to speak of.
    let listing = &super::listing(cx);
    let facet = cx.model.catalog.facet(id);
    let chosen = cx.state.chosen.of(id);
    html! {
        <fieldset>
            <legend class="visually-hidden">{ &facet.label }</legend>
            { for (0_u8..).zip(&facet.values).map(|(at, value)| {
                let is_chosen = chosen >> at & 1 == 1;
                let (shown, said) = count(cx, listing, id, at);
                let is_dim = shown == "0" && !is_chosen;
                html! {
                    <label key={value.id.as_ref()}
                        class={if is_dim { "check check--dim" } else { "check" }}>
                        <input type="checkbox" checked={is_chosen}
                            onchange={cx.on(Action::ToggleFacet(id, at))} />
                        <span class="check__label">{ &value.label }</span>
                        <span class="check__count" aria-hidden="true">{ shown }</span>
                        <span class="visually-hidden">{ said }</span>
                    </label>
                }
            }) }
        </fieldset>
    }
}

/// The count as shown, and as said: how many cards would be left, or come in on top of those shown.
fn count(cx: &Cx, listing: &Listing, id: FacetId, at: u8) -> (String, AttrValue) {
    let chosen = cx.state.chosen.of(id);
    let having = listing.filtered.having(id, usize::from(at)) as usize;
    let leaving = listing.filtered.leaving(id, usize::from(at)) as usize;
    let said = cx.tn(msg::BROWSE_LEAVES, leaving);
    if chosen >> at & 1 == 1 {
        (having.to_string(), AttrValue::default())
    } else if chosen == 0 {
        (leaving.to_string(), said)
    } else {
        let n = leaving.saturating_sub(listing.found.len());
        let shown = if n == 0 { n.to_string() } else { cx.tn(msg::BROWSE_ADDS, n).to_string() };
        (shown, said)
    }
}
