//! One facet: its values, and how many cards each would leave.

use yew::prelude::*;

use crate::domain::browse::Listing;
use crate::domain::catalog::FacetId;
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::context::{on, on_click};
use crate::ui::hooks::{RenderQueue, use_queued};
use crate::ui::model::Model;
use crate::ui::store::UiAction;

/// The counts of a facet value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct ValueCount {
    /// How many of the cards found have it.
    having: u32,
    /// How many cards would be left if it were chosen.
    leaving: u32,
}

impl ValueCount {
    /// The counts of all values of a facet.
    pub(in crate::ui) fn all(model: Model, listing: &Listing, id: FacetId) -> Vec<Self> {
        let n_values = model.catalog.facet(id).values.len();
        let count = |at| Self {
            having: listing.filtered.having(id, at),
            leaving: listing.filtered.leaving(id, at),
        };
        (0..n_values).map(count).collect()
    }
}

/// The props of a facet.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(in crate::ui) struct FacetProps {
    /// The catalog.
    pub model: Model,
    /// The facet.
    pub id: FacetId,
    /// The chosen values, as bits.
    pub chosen: u64,
    /// The counts of its values; none while it is closed, because no value is drawn then.
    pub counts: Option<Vec<ValueCount>>,
    /// How many cards are found now.
    pub n_found: usize,
    /// Receives every action.
    pub dispatch: Callback<UiAction>,
    /// The queue in which its values wait to be drawn.
    pub queue: RenderQueue,
}

/// A facet. Its values are drawn only while it is open, because most are closed most of the time. A
/// value that would leave nothing is dimmed and not disabled, so that it never loses the focus.
#[component]
pub(in crate::ui) fn Facet(props: &FacetProps) -> Html {
    let FacetProps { model, id, chosen, counts, n_found, dispatch, queue } = props;
    let facet = model.catalog.facet(*id);
    let n_chosen = chosen.count_ones();
    let is_due = use_queued(queue, counts.is_some() && queue.defers(false));
    let values = counts.as_ref().filter(|_| is_due).map(|counts| {
        html! {
            <fieldset>
                <legend class="visually-hidden">{ &facet.label }</legend>
                { for (0_u8..).zip(&facet.values).zip(counts).map(|((at, value), count)| {
                    let is_chosen = chosen >> at & 1 == 1;
                    let (shown, said) = count_text(*model, *count, *chosen, is_chosen, *n_found);
                    let is_dim = shown == "0" && !is_chosen;
                    let label = (!said.is_empty()).then(|| [&*value.label, " ", &said].concat());
                    html! {
                        <label key={value.id.as_ref()}
                            class={if is_dim { "check check--dim" } else { "check" }}>
                            <input type="checkbox" aria-label={label} checked={is_chosen}
                                onchange={on(dispatch, Action::ToggleFacet(*id, at))} />
                            <span class="check__label">{ &value.label }</span>
                            <span class="check__count" aria-hidden="true">{ shown }</span>
                        </label>
                    }
                }) }
            </fieldset>
        }
    });
    html! {
        <details class="facet" open={counts.is_some()}>
            <summary onclick={on_click(dispatch, UiAction::ToggleFacetOpen(*id))}>
                <span>{ &facet.label }</span>
                if n_chosen > 0 {
                    <span class="facet__n">{ n_chosen }</span>
                }
            </summary>
            <div>{ for values }</div>
        </details>
    }
}

/// The count, visible and for screen readers: how many cards would be left, or added to those
/// found.
fn count_text(
    model: Model,
    ValueCount { having, leaving }: ValueCount,
    chosen: u64,
    is_chosen: bool,
    n_found: usize,
) -> (String, AttrValue) {
    let leaving = leaving as usize;
    let said = model.tn(msg::BROWSE_LEAVES, leaving);
    if is_chosen {
        (having.to_string(), AttrValue::default())
    } else if chosen == 0 {
        (leaving.to_string(), said)
    } else {
        let n = leaving.saturating_sub(n_found);
        let shown = if n == 0 { n.to_string() } else { model.tn(msg::BROWSE_ADDS, n).to_string() };
        (shown, said)
    }
}
