//! One facet: its values, and how many cards each has.
//!
//! The static page has all values of its first facets in the page, because nothing can be added there;
//! styles hide those that are not among the first.

use yew::prelude::*;

use crate::domain::browse::Listing;
use crate::domain::catalog::FacetId;
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::components::element;
use crate::ui::context::{on, on_click};
use crate::ui::first_facets::IS_STATIC;
use crate::ui::hooks::{RenderQueue, use_queued};
use crate::ui::ids;
use crate::ui::model::Model;
use crate::ui::store::UiAction;

/// How many values are shown at first.
const N_FIRST: usize = 7;

/// A facet value that is offered, and how many cards have it.
pub(in crate::ui) type Offered = (u8, u32);

/// The values of a facet that are offered: those that some card has, or that are chosen.
pub(in crate::ui) fn offered(
    model: Model,
    listing: &Listing,
    id: FacetId,
    chosen: u64,
) -> Vec<Offered> {
    let values = model.cards.membership().offered(id).into_iter();
    let counted = values.map(|at| (at, listing.filtered.having(id, usize::from(at))));
    counted.filter(|(at, n)| *n > 0 || chosen >> at & 1 == 1).collect()
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
    /// Whether it is open.
    pub is_open: bool,
    /// Its values; none where none is drawn.
    pub offered: Option<Vec<Offered>>,
    /// Receives every action.
    pub dispatch: Callback<UiAction>,
    /// The queue in which its values wait to be drawn.
    pub queue: RenderQueue,
}

/// A facet. Its values are drawn only while it is open, because most are closed most of the time, and
/// of many values only the first and those chosen until the reader asks for the others, which come
/// below what is pressed: nothing moves from under the pointer or the focus.
#[component]
pub(in crate::ui) fn Facet(props: &FacetProps) -> Html {
    let FacetProps { model, id, chosen, is_open, offered, dispatch, queue } = props;
    let facet = model.catalog.facet(*id);
    let n_chosen = chosen.count_ones();
    let shows_all = use_state(|| false);
    let is_due = use_queued(queue, offered.is_some() && queue.defers(false));
    let values = offered.as_ref().filter(|_| is_due).map(|offered| {
        let mut rows = Vec::new();
        for (place, (at, n)) in offered.iter().enumerate() {
            if place == N_FIRST {
                let (is_open, setter) = (*shows_all, shows_all.setter());
                let onclick = Callback::from(move |click: MouseEvent| {
                    click.prevent_default();
                    setter.set(!is_open);
                });
                let text = model.tn(msg::BROWSE_MORE_VALUES, offered.len() - N_FIRST);
                rows.push(element::fold("facet__more", "", text, is_open, onclick));
            }
            if IS_STATIC || place < N_FIRST || *shows_all || chosen >> at & 1 == 1 {
                rows.push(value(props, *at, *n));
            }
        }
        // All children have a key; else Yew would draw the rows anew, and what has the focus would lose it.
        html! {
            <fieldset>
                <legend key="" class="visually-hidden">{ &facet.label }</legend>
                { for rows }
            </fieldset>
        }
    });
    // Styles hide what needs the program where that does not start.
    let needs_program = IS_STATIC && offered.is_none();
    html! {
        <details class={if needs_program { "facet needs-program" } else { "facet" }} open={*is_open}
            data-facet={facet.id.clone()}>
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

/// A value of a facet, which so many cards have.
fn value(props: &FacetProps, at: u8, n: u32) -> Html {
    let FacetProps { model, id, chosen, dispatch, .. } = props;
    let facet = model.catalog.facet(*id);
    let value = &facet.values[usize::from(at)];
    html! {
        <label key={value.id.as_ref()} class="check">
            <input id={ids::facet_value(facet, at)} type="checkbox" checked={chosen >> at & 1 == 1}
                data-facet={IS_STATIC.then(|| facet.id.clone())}
                value={IS_STATIC.then(|| value.id.clone())}
                onchange={on(dispatch, Action::ToggleFacet(*id, at))} />
            { element::span("check__label", value.label.clone()) }
            <span class="check__count">{ n }</span>
        </label>
    }
}
