//! The facets, with the number of cards that have each value.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::browse::{Chosen, Listing};
use crate::text::msg;
use crate::ui::components::element;
use crate::ui::components::facet::{Facet, offered};
use crate::ui::first_facets::{self, IS_STATIC};
use crate::ui::hooks::RenderQueue;
use crate::ui::ids::HEADING;
use crate::ui::model::Model;
use crate::ui::store::{Focus, ScreenState, UiAction};

/// The class of the button at the end of the open filters.
const DONE: &str = if IS_STATIC {
    "button button--main filters__done needs-program"
} else {
    "button button--main filters__done"
};

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
        Callback::from(move |click: MouseEvent| {
            click.prevent_default();
            is_open.set(!*is_open);
        })
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
    // The facets of a large catalog are left to the program.
    let is_drawn = !IS_STATIC || first_facets::fits(*model);
    let facets = model.catalog.facet_ids().filter(|id| !model.catalog.facet(*id).is_hidden);
    let facets = facets.filter(|_| is_drawn);
    html! {
        <div class={if is_drawn { "filters" } else { "filters needs-program" }}>
            // What it folds stands after it, so that a wide container can show that all the same.
            { element::fold("filters__fold", "button filters__button", label, *is_open, onclick) }
            <div class="filters__body">
                <a class="skip" href={format!("#{HEADING}")}>{ model.t(msg::BROWSE_SKIP) }</a>
                <div id="facets">
                    { for facets.map(|id| {
                        let chosen = chosen.of(id);
                        let is_open = screen.is_open(id);
                        let has_values = is_open || first_facets::has_boxes(*model, id);
                        let listing = listing.as_ref().filter(|_| has_values);
                        let offered = listing.map(|listing| offered(*model, listing, id, chosen));
                        html! {
                            <Facet key={model.catalog.facet(id).id.as_ref()} model={*model} {id}
                                {chosen} {is_open} {offered} dispatch={dispatch.clone()} queue={queue.clone()} />
                        }
                    }) }
                </div>
                { element::button(DONE, model.tn(msg::BROWSE_SHOW, n_found), false, on_done) }
            </div>
        </div>
    }
}
