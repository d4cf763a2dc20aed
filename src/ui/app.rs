//! The root component: the store, the address, the focus, and the view that is shown.
//!
//! # What this module does not do
//! It draws no view itself.

use std::rc::Rc;

use crate::ui::markup::html;
use yew::html::Scope;
use yew::prelude::*;

use super::kept::{self, Kept};
use super::model::{Cx, Model};
use super::store::{Change, Focus, Origin, Store};
use super::turns::Turns;
use super::{browse, compare, decide, detail, embed, shell};
use crate::browser::host::{self, Host};
use crate::browser::{clock, evidence, explain, focus, location, page, reader};
use crate::domain::decide::{Ranking, rank};
use crate::domain::permalink::{self, Decoded};
use crate::domain::state::{State, Step, View};

/// What the app starts with.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The catalog.
    pub model: Model,
    /// The query string of the address.
    #[prop_or_default]
    pub query: AttrValue,
    /// The part that this is, where it is not the whole.
    #[prop_or_default]
    pub(super) kept: Option<Kept>,
}

impl AppProps {
    /// What the whole interface starts with: the catalog, and the query string of the address.
    #[must_use]
    pub fn new(model: Model, query: impl Into<AttrValue>) -> Self {
        Self { model, query: query.into(), kept: None }
    }
}

/// How long a letter that was typed has the screen for itself, before what it finds is drawn, in
/// milliseconds: what a screen takes for a frame. Drawing the list takes longer than a frame on a slow
/// telephone, and who types looks at the letters first.
const FRAME: u32 = 17;

/// The id of the heading of whatever view is shown.
pub(super) const HEADING: &str = "view-title";

/// The one component: the whole interface, or a part of it that is drawn by itself.
///
/// It is a struct and not a function with hooks: the page was 2.9 kB larger with those, after
/// compression; and 2 kB larger with another component for the parts.
pub struct App {
    /// None in a part.
    whole: Option<Whole>,
    /// Whether it is a part that waits for its turn.
    waits: bool,
}

/// The whole interface: it holds the store, and the rest are view functions.
struct Whole {
    store: Store,
    settled: Rc<State>,
    ranking: Rc<Ranking>,
    change: Callback<Change>,
    writer: location::Writer,
    host: Host,
    listener: Option<location::Listener>,
    turns: Turns,
    /// Whether the view is drawn, and not only what stands around it.
    has_view: bool,
    has_fetched: bool,
    /// What was typed into the search and not yet searched for.
    typed: Option<String>,
    /// What the address and the focus followed last.
    followed: Option<(Rc<State>, Origin, u32)>,
}

impl core::fmt::Debug for App {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let state = self.whole.as_ref().map(|whole| &whole.store.state);
        out.debug_struct("App").field("state", &state).finish_non_exhaustive()
    }
}

/// What the component is told.
#[derive(Debug)]
pub struct Told(pub(super) What);

/// What there is to tell.
#[derive(Debug)]
pub(super) enum What {
    /// A change of the store.
    Change(Change),
    /// It is a part's turn to be drawn, or all have had theirs.
    Turn,
    /// A reader is there: a pointer came over the page, or a key was pressed.
    Reader,
}

impl Component for App {
    type Message = Told;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        match &ctx.props().kept {
            None => Self { whole: Some(Whole::new(ctx)), waits: false },
            Some(kept) => Self { whole: None, waits: kept.waits(ctx.link()) },
        }
    }

    fn update(&mut self, ctx: &Context<Self>, Told(what): Told) -> bool {
        self.waits = false;
        let Some(whole) = &mut self.whole else {
            return true;
        };
        let model = ctx.props().model;
        match what {
            What::Change(Change::Type(text)) => {
                if whole.typed.replace(text).is_none() {
                    let link = ctx.link().clone();
                    let list = move || link.send_message(Told(What::Turn));
                    clock::later(FRAME, Box::new(list)).forget();
                }
                false
            }
            What::Change(change) => {
                let has_searched = whole.search(model);
                let is_arrival = matches!(change, Change::Evidence(_) | Change::Analysis(_));
                whole.change(model, change);
                // Also where nothing changed: a box that was not to be ticked has to be drawn as it was.
                has_searched || !(is_arrival && whole.store.state.is_browsing())
            }
            What::Turn if !whole.has_view => {
                whole.has_view = true;
                true
            }
            What::Turn => {
                if whole.followed.is_none() {
                    whole.connect(model, ctx.link().clone());
                }
                whole.search(model)
            }
            What::Reader => {
                whole.fetch(model);
                false
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match (&self.whole, &ctx.props().kept) {
            (Some(whole), _) => whole.view(ctx.props().model),
            (None, Some(kept)) if !self.waits => kept.view(),
            _ => Html::default(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if let Some(whole) = &mut self.whole {
            if whole.followed.is_some() {
                whole.follow(ctx.props().model);
            }
            whole.turns.take(ctx.link().clone());
        }
    }

    fn destroy(&mut self, _: &Context<Self>) {
        if let Some(whole) = &mut self.whole {
            whole.listener = None;
            whole.host.disconnect();
        }
    }
}

impl Whole {
    fn new(ctx: &Context<App>) -> Self {
        let AppProps { model, query, .. } = ctx.props();
        let store = Store::new(*model, permalink::decode(&model.catalog, query));
        Self {
            ranking: Rc::new(rank(&model.table, &store.state.answers)),
            settled: kept::settled(None, &store.state),
            store,
            change: ctx.link().callback(|change| Told(What::Change(change))),
            writer: location::Writer::default(),
            host: Host::default(),
            listener: None,
            turns: Turns::new(),
            has_view: cfg!(not(target_arch = "wasm32")),
            has_fetched: false,
            typed: None,
            followed: None,
        }
    }

    fn change(&mut self, model: Model, change: Change) {
        if let Change::Address(_) = change {
            self.writer.forget();
        }
        let before = Rc::clone(&self.store.state);
        self.store.change(change);
        self.settled = kept::settled(Some(&self.settled), &self.store.state);
        if before.answers != self.store.state.answers {
            self.ranking = Rc::new(rank(&model.table, &self.store.state.answers));
        }
    }

    /// Searches for what was typed; false where nothing was.
    fn search(&mut self, model: Model) -> bool {
        let Some(text) = self.typed.take() else {
            return false;
        };
        self.change(model, Change::Type(text));
        true
    }

    fn view(&self, model: Model) -> Html {
        let store = &self.store;
        let cx = Cx {
            model,
            state: Rc::clone(&store.state),
            settled: Rc::clone(&self.settled),
            ranking: Rc::clone(&self.ranking),
            local: Rc::clone(&store.local),
            change: self.change.clone(),
            turns: self.turns.clone(),
        };
        let notice = Some(&*store.start).filter(|_| !store.is_notice_dismissed);
        whole(&cx, notice, self.has_view)
    }

    /// Shows what is drawn, and begins to hear the address, the page around and the reader.
    fn connect(&mut self, model: Model, link: Scope<App>) {
        self.turns.end();
        // First, because what comes after it is about the element that is in the page from then on.
        page::take_over();
        page::mark_ready();
        self.host.connect(&model.settings);
        if !model.ignored.is_empty() {
            host::tell_error("param");
        }
        let change = self.change.clone();
        self.listener = location::listen(move |query| {
            let state = permalink::decode(&model.catalog, &query).state;
            change.emit(Change::Address(Box::new(state)));
        });
        reader::notice(move || link.send_message(Told(What::Reader)));
        self.follow(model);
    }

    /// Fetches, once, what the list of cards does without. Most of those who pass a page with this one in
    /// a frame never touch it, and need not pay for it.
    fn fetch(&mut self, model: Model) {
        if self.has_fetched {
            return;
        }
        self.has_fetched = true;
        if !model.has_evidence() {
            let change = self.change.clone();
            evidence::fetch(move |text| change.emit(Change::Evidence(text)));
        }
        let change = self.change.clone();
        explain::fetch(move |is_here| change.emit(Change::Analysis(is_here)));
    }

    /// Lets the address, the page around and the focus follow what is drawn now.
    fn follow(&mut self, model: Model) {
        let Store { state, origin, focus: (target, n_focused), .. } = &self.store;
        let (has_moved, has_focus) = match &self.followed {
            Some((shown, from, n)) => (shown != state || from != origin, n != n_focused),
            None => (true, true),
        };
        self.followed = Some((Rc::clone(state), *origin, *n_focused));
        if has_moved {
            let query = model.query_of(state);
            let open = state.open.map(|id| model.catalog.alternative(id).id.as_ref());
            self.host.show(&query, open.unwrap_or_default());
            match origin {
                Origin::Start | Origin::Address => {}
                Origin::Choice => self.writer.push(&query),
                Origin::Typing => self.writer.replace_soon(&query),
            }
        }
        if has_focus {
            let is_there = match target {
                Focus::Stay => true,
                Focus::Heading => false,
                Focus::Id(id) => focus::focus(id),
            };
            if !is_there {
                // Nothing more can be done where even the heading is missing.
                let _ = focus::focus(HEADING);
            }
        }
        if !state.is_browsing() {
            self.fetch(model);
        }
    }
}

/// Everything that is drawn, or only what stands around the view; with what a link said, where that is
/// still to be told.
pub(super) fn whole(cx: &Cx, notice: Option<&Decoded>, has_view: bool) -> Html {
    let view = if cx.state.open.is_some() { "detail" } else { cx.state.view.name() };
    html! {
        <div class="sf">
            { shell::header(cx) }
            { shell::disclosure(cx) }
            { shell::link_notice(cx, notice) }
            <main id="content" class={["view view--", view].concat()}>
                <div key={view}>{ for has_view.then(|| current_view(cx)) }</div>
            </main>
            { shell::footer(cx) }
            <p class="visually-hidden" role="status">{ shell::announcement(cx) }</p>
        </div>
    }
}

fn current_view(cx: &Cx) -> Html {
    if let Some(id) = cx.state.open {
        return detail::view(cx, id);
    }
    match cx.state.view {
        View::Browse => browse::view(cx),
        View::Fit(Step::Question(id)) => decide::question_view(cx, id),
        View::Fit(Step::Review) => decide::review_view(cx),
        View::Result => decide::result_view(cx),
        View::Compare => compare::view(cx),
        View::Embed => embed::view(cx),
    }
}
