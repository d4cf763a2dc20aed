//! One facet: its values, and how many cards each has.

use yew::prelude::*;

use crate::domain::browse::Listing;
use crate::domain::catalog::FacetId;
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::components::element;
use crate::ui::context::{on, on_click};
use crate::ui::hooks::{RenderQueue, use_queued};
use crate::ui::model::Model;
use crate::ui::store::{Focus, UiAction};

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
    let values = model.browser.membership().offered(id).into_iter();
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
    /// Its values; none while it is closed, because then none is drawn.
    pub offered: Option<Vec<Offered>>,
    /// Receives every action.
    pub dispatch: Callback<UiAction>,
    /// The queue in which its values wait to be drawn.
    pub queue: RenderQueue,
}

/// A facet. Its values are drawn only while it is open, because most are closed most of the time, and
/// of many values only the first and those chosen until the reader asks for the others.
#[component]
pub(in crate::ui) fn Facet(props: &FacetProps) -> Html {
    let FacetProps { model, id, chosen, offered, dispatch, queue } = props;
    let facet = model.catalog.facet(*id);
    let n_chosen = chosen.count_ones();
    let shows_all = use_state(|| false);
    let is_due = use_queued(queue, offered.is_some() && queue.defers(false));
    let values = offered.as_ref().filter(|_| is_due).map(|offered| {
        let is_shown = |(place, (at, _)): &(usize, &Offered)| {
            *shows_all || *place < N_FIRST || chosen >> at & 1 == 1
        };
        let (shown, rest): (Vec<_>, Vec<_>) = offered.iter().enumerate().partition(is_shown);
        let input = |at: u8| format!("f-{}-{at}", facet.id);
        html! {
            <fieldset>
                <legend class="visually-hidden">{ &facet.label }</legend>
                { for shown.into_iter().map(|(_, (at, n))| {
                    let value = &facet.values[usize::from(*at)];
                    html! {
                        <label key={value.id.as_ref()} class="check">
                            <input id={input(*at)} type="checkbox" checked={chosen >> at & 1 == 1}
                                onchange={on(dispatch, Action::ToggleFacet(*id, *at))} />
                            { element::span("check__label", value.label.clone()) }
                            <span class="check__count">{ n }</span>
                        </label>
                    }
                }) }
                { for rest.first().map(|(_, (next, _))| {
                    let (shows_all, next) = (shows_all.setter(), Focus::Id(input(*next)));
                    let onclick = dispatch.reform(move |_: MouseEvent| {
                        shows_all.set(true);
                        UiAction::Focus(next.clone())
                    });
                    let text = model.tn(msg::BROWSE_MORE_VALUES, rest.len());
                    element::button("facet__more", text, false, onclick)
                }) }
            </fieldset>
        }
    });
    html! {
        <details class="facet" open={offered.is_some()}>
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
