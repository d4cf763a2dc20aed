//! The root component: the store, the address, the focus, and the room that is shown.
//!
//! # What this module does not do
//! It draws no room itself.

use std::rc::Rc;

use crate::ui::markup::html;
use yew::prelude::*;

use super::model::{Cx, Model};
use super::store::{Change, Focus, Origin, Store};
use super::{browse, compare, decide, detail, embed, shell};
use crate::browser::host::{self, Host};
use crate::browser::{analysis, evidence, focus, location, page};
use crate::domain::decide::rank;
use crate::domain::permalink::{self, Decoded};
use crate::domain::state::{Room, Step};

/// What the app starts with.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The catalog.
    pub model: Model,
    /// The query string of the address.
    #[prop_or_default]
    pub query: AttrValue,
}

/// The id of the heading of whatever room is shown.
pub(super) const HEADING: &str = "room-title";

/// The whole interface.
#[component]
pub fn App(props: &AppProps) -> Html {
    let model = props.model;
    let query = props.query.clone();
    let store = use_reducer(move || Store::new(model, permalink::decode(&model.catalog, &query)));
    let dispatcher = store.dispatcher();
    let change = use_callback((), {
        let dispatcher = dispatcher.clone();
        move |change: Change, ()| dispatcher.dispatch(change)
    });

    let edge = use_memo((), |()| (location::Writer::default(), Host::default()));
    use_effect_with((), {
        let edge = Rc::clone(&edge);
        move |()| {
            edge.1.connect(&model.settings);
            if !model.ignored.is_empty() {
                host::tell_error("param");
            }
            let listener = location::listen({
                let edge = Rc::clone(&edge);
                move |query| {
                    edge.0.forget();
                    let state = permalink::decode(&model.catalog, &query).state;
                    dispatcher.dispatch(Change::Address(Box::new(state)));
                }
            });
            move || {
                drop(listener);
                edge.1.disconnect();
            }
        }
    });
    use_effect_with((), {
        let change = change.clone();
        move |()| {
            page::take_over();
            page::mark_ready();
            if !model.has_evidence() {
                let change = change.clone();
                evidence::fetch(move |text| change.emit(Change::Evidence(text)));
            }
            analysis::fetch(move |is_here| change.emit(Change::Analysis(is_here)));
        }
    });
    use_effect_with((Rc::clone(&store.state), store.origin), {
        let edge = Rc::clone(&edge);
        move |(state, origin)| {
            let (writer, host) = &*edge;
            let query = model.query_of(state);
            let open = state.open.map(|id| model.catalog.alternative(id).id.as_ref());
            host.show(&query, open.unwrap_or_default());
            match origin {
                Origin::Start | Origin::Address => {}
                Origin::Choice => writer.push(&query),
                Origin::Typing => writer.replace_soon(&query),
            }
        }
    });
    use_effect_with(store.focus.clone(), |(target, _)| {
        let is_there = match target {
            Focus::Stay => true,
            Focus::Heading => false,
            Focus::Id(id) => focus::focus(id),
        };
        if !is_there {
            // Nothing more can be done where even the heading is missing.
            let _ = focus::focus(HEADING);
        }
    });

    let ranking = use_memo(Rc::clone(&store.state), |state| rank(&model.table, &state.answers));
    let state = Rc::clone(&store.state);
    let cx = Cx { model, state, ranking, local: Rc::clone(&store.local), change };
    let notice = (!store.is_notice_dismissed).then(|| Rc::clone(&store.start));
    whole(&cx, notice.as_deref())
}

/// Everything that is drawn; with what a link said, where that is still to be told.
pub(super) fn whole(cx: &Cx, notice: Option<&Decoded>) -> Html {
    let room = if cx.state.open.is_some() {
        "detail"
    } else {
        match cx.state.room {
            Room::Browse => "browse",
            Room::Fit(_) => "fit",
            Room::Result => "result",
            Room::Compare => "compare",
            Room::Embed => "embed",
        }
    };
    html! {
        <div class="sf">
            { shell::header(cx) }
            { shell::disclosure(cx) }
            { shell::link_notice(cx, notice) }
            <main id="content" class={classes!("room", format!("room--{room}"))}>
                <div key={room}>{ room_view(cx) }</div>
            </main>
            { shell::footer(cx) }
            <p class="visually-hidden" role="status">{ shell::announcement(cx) }</p>
        </div>
    }
}

fn room_view(cx: &Cx) -> Html {
    if let Some(id) = cx.state.open {
        return detail::view(cx, id);
    }
    match cx.state.room {
        Room::Browse => browse::view(cx),
        Room::Fit(Step::Question(id)) => decide::question_room(cx, id),
        Room::Fit(Step::Review) => decide::review_room(cx),
        Room::Result => decide::result_room(cx),
        Room::Compare => compare::view(cx),
        Room::Embed => embed::view(cx),
    }
}
