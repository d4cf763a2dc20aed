//! The facets, with the number of cards that have each value.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::browse::{Chosen, Listing};
use crate::text::msg;
use crate::ui::components::element;
use crate::ui::components::facet::{Facet, offered};
use crate::ui::hooks::RenderQueue;
use crate::ui::ids::HEADING;
use crate::ui::model::Model;
use crate::ui::store::{Focus, ScreenState, UiAction};

/// The props of the facets.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct FiltersProps {
    /// The catalog.
    pub model: Model,
    /// The cards found, with the counts of all values.
    pub listing: Option<Rc<Listing>>,
    /// The chosen values.
    pub chosen: Chosen,
    /// Which facets are open.
    pub screen: Rc<ScreenState>,
    /// Receives every action.
    pub dispatch: Callback<UiAction>,
    /// The queue in which values wait to be drawn.
    pub queue: RenderQueue,
}

/// All facets that are offered. A wide container shows them next to the cards; a narrow one folds them
/// behind a button, with CSS alone.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { model, listing, chosen, screen, dispatch, queue } = props;
    let is_open = use_state(|| false);
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let on_done = {
        let is_open = is_open.setter();
        dispatch.reform(move |_: MouseEvent| {
            is_open.set(false);
            UiAction::Focus(Focus::Heading)
        })
    };
    let n_chosen = chosen.n_values();
    let label = if n_chosen == 0 {
        model.t(msg::BROWSE_FILTERS)
    } else {
        model.tn(msg::BROWSE_FILTERS_N, n_chosen as usize)
    };
    let n_found = listing.as_ref().map_or(0, |listing| listing.found.len());
    let facets = model.catalog.facet_ids().filter(|id| !model.catalog.facet(*id).is_hidden);
    html! {
        <div class={if *is_open { "filters filters--open" } else { "filters" }}>
            <button type="button" class="button filters__button" aria-expanded={is_open.to_string()}
                aria-controls="facets" {onclick}>
                { label }
            </button>
            <div class="filters__body">
                <a class="skip" href={format!("#{HEADING}")}>{ model.t(msg::BROWSE_SKIP) }</a>
                <div id="facets">
                    { for facets.map(|id| {
                        let chosen = chosen.of(id);
                        let listing = listing.as_ref().filter(|_| screen.is_open(id));
                        let offered = listing.map(|listing| offered(*model, listing, id, chosen));
                        html! {
                            <Facet key={model.catalog.facet(id).id.as_ref()} model={*model} {id}
                                {chosen} {offered} dispatch={dispatch.clone()} queue={queue.clone()} />
                        }
                    }) }
                </div>
                { element::button("button button--main filters__done", model.tn(msg::BROWSE_SHOW, n_found), false, on_done) }
            </div>
        </div>
    }
}
