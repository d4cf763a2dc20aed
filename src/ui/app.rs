//! The root component: the store, the hooks, and the view that is shown.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{PageContext, ViewContext};
use super::hooks::{
    use_address, use_deferred_search, use_effect_when, use_first_interaction, use_focus,
    use_kept_answers, use_lazy, use_parent_frame, use_printing, use_render_queue,
};
use super::model::Model;
use super::store::{Store, place};
use super::{layout, views};
use crate::browser::page;
use crate::domain::decide::Offers;

/// The props of the app.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The catalog.
    pub model: Model,
    /// The query string of the address.
    #[prop_or_default]
    pub query: AttrValue,
}

impl AppProps {
    /// The props for a catalog and the query string of the address.
    #[must_use]
    pub fn new(model: Model, query: impl Into<AttrValue>) -> Self {
        Self { model, query: query.into() }
    }
}

/// The whole interface.
#[component]
pub fn App(props: &AppProps) -> Html {
    let model = props.model;
    let store = use_reducer(|| Store::new(model, model.link(&props.query)));
    let (dispatch, draft) = use_deferred_search(store.dispatcher().to_callback());

    // The hooks run in this order once the first view is drawn: it is shown first, then connected
    // to the browser.
    let drawing = use_render_queue();
    let is_live = drawing.is_finished;
    let take_over = || {
        page::take_over();
        page::mark_ready();
        None
    };
    use_effect_when(is_live, Box::new(take_over));
    use_parent_frame(model, &store.state, is_live);
    use_address(model, &store, &dispatch, &props.query, is_live);
    use_focus(&store.focus, place(&store.state), is_live);

    let (evidence, explain, fetch) = use_lazy(model);
    use_first_interaction(is_live, fetch.clone());
    let is_needed = is_live && !store.state.is_browsing();
    let fetch_now = move || {
        fetch.emit(());
        None
    };
    use_effect_when(is_needed, Box::new(fetch_now));

    // Computed once per change, whatever draws it.
    let of_answers = use_memo(store.state.answers.clone(), |answers| {
        (Rc::new(model.ranking(answers)), Rc::new(Offers::of(&model.table, answers)))
    });
    let (ranking, offers) = (*of_answers).clone();
    let listed = store.state.is_browsing().then(|| {
        let state = &store.state;
        (state.chosen.clone(), state.search.clone(), state.sort, Rc::clone(&ranking))
    });
    let listing = use_memo(listed, |listed| {
        listed.as_ref().map(|_| Rc::new(model.listing(&store.state, &ranking)))
    });

    let is_printing = use_printing();
    let cx = ViewContext {
        page: PageContext { model, state: Rc::clone(&store.state), dispatch },
        ranking,
        offers,
        listing: Option::clone(&listing),
        screen: Rc::clone(&store.screen),
        evidence,
        explain,
        kept: use_kept_answers(model, &store),
        draft,
        queue: drawing.queue,
        is_framed: cfg!(target_arch = "wasm32") && page::is_framed(),
        made_with: store.made_with(),
        is_printing,
        draws_all: is_printing || cfg!(not(target_arch = "wasm32")),
    };
    let notice = Some(&*store.start).filter(|_| !store.is_notice_dismissed);
    let name = if store.state.open.is_some() { "detail" } else { store.state.view.name() };
    layout::layout(&cx, notice, name, drawing.has_view.then(|| views::current(&cx)))
}
