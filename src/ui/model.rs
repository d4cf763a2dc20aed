//! What views need: the loaded catalog, and a view's context.
//!
//! # What this module does not do
//! Nothing here changes after the start, besides the state that a context carries and that the
//! evidence arrives.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use yew::{AttrValue, Callback, Event, MouseEvent};

use super::store::{Act, Change, Focus, Local};
use super::turns::Turns;
use crate::domain::browse::Browser;
use crate::domain::catalog::{AltId, Catalog, Date, Dossier, Evidence, Freshness};
use crate::domain::decide::{Ranking, UtilityTable};
use crate::domain::permalink;
use crate::domain::query::{self, Ignored};
use crate::domain::settings::Settings;
use crate::domain::state::{Action, State};
use crate::text::{Message, Words};

/// A catalog and all that is made of it once. Cheap to copy; lives as long as the page.
#[derive(Clone, Copy, Debug)]
pub struct Model(&'static Loaded);

/// What a [`Model`] refers to.
#[derive(Debug)]
pub struct Loaded {
    /// The catalog.
    pub catalog: Catalog,
    /// The day from which the age of facts is counted.
    pub today: Date,
    /// How many facts have expired by then.
    pub n_expired: usize,
    /// What each alternative earns.
    pub table: UtilityTable,
    /// Facets and search.
    pub browser: Browser,
    /// The texts.
    pub words: Words,
    /// Notes, sources and drawbacks, once they have arrived.
    evidence: OnceCell<Evidence>,
    /// How the page behaves.
    pub settings: Settings,
    /// The settings as a query string, which every address of the page goes on to carry.
    pub settings_query: String,
    /// What of the settings in the address could not be followed.
    pub ignored: Vec<Ignored>,
}

impl Model {
    /// Loads a catalog for the life of the page, as of its own date and as the settings in a query
    /// string want it.
    #[must_use]
    pub fn new(catalog: Catalog, query: &str) -> Self {
        let date = catalog.subject.date;
        Self::as_of(catalog, query, date)
    }

    /// Loads a catalog for the life of the page, as of the day on which it is looked at. A clock that
    /// is behind the catalog is taken to be wrong.
    #[must_use]
    pub fn as_of(catalog: Catalog, query: &str, today: Date) -> Self {
        let (settings, ignored) = Settings::decode(&catalog, query);
        let settings_query = settings.encode();
        let catalog = settings.restricted(catalog);
        let today = today.max(catalog.subject.date);
        let table = UtilityTable::as_of(&catalog, today);
        let facts = catalog.alternatives.iter().flat_map(|entry| &entry.facts);
        let n_expired = facts.filter(|fact| fact.freshness(today) == Freshness::Expired).count();
        let browser = Browser::new(&catalog);
        let words = Words::english(&catalog.subject);
        Self(Box::leak(Box::new(Loaded {
            catalog,
            today,
            n_expired,
            table,
            browser,
            words,
            evidence: OnceCell::new(),
            settings,
            settings_query,
            ignored,
        })))
    }

    /// Takes in the evidence as text; false where it is not that of this catalog. What came first
    /// stays.
    #[must_use]
    pub fn take_evidence(&self, text: &str) -> bool {
        let evidence = Evidence::decode(&self.0.catalog, text);
        evidence.is_some_and(|evidence| {
            // A second one would be the same.
            let _ = self.0.evidence.set(evidence);
            true
        })
    }

    /// Whether the evidence has arrived.
    #[must_use]
    pub fn has_evidence(&self) -> bool {
        self.0.evidence.get().is_some()
    }

    /// The evidence for an alternative; none before it has arrived.
    #[must_use]
    pub fn dossier(&self, id: AltId) -> Option<&'static Dossier> {
        self.0.evidence.get()?.of(id)
    }

    /// The query string of a state of this page.
    #[must_use]
    pub fn query_of(self, state: &State) -> String {
        query::merge_queries(&permalink::encode(&self.catalog, state), &self.settings_query)
    }
}

impl core::ops::Deref for Model {
    type Target = Loaded;

    fn deref(&self) -> &'static Loaded {
        self.0
    }
}

impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.0, other.0)
    }
}

/// What a view draws from, and whom it tells what somebody did.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cx {
    /// The catalog and what is made of it.
    pub model: Model,
    /// The state.
    pub state: Rc<State>,
    /// The state but for the text searched for: the same one as long as nothing else changes.
    pub settled: Rc<State>,
    /// The ranking for the state's answers.
    pub ranking: Rc<Ranking>,
    /// What belongs to this screen only.
    pub local: Rc<Local>,
    /// Takes every change.
    pub change: Callback<Change>,
    /// What of the first view is still to be drawn.
    pub turns: Turns,
}

impl Cx {
    /// A text.
    #[must_use]
    pub(super) fn t(&self, message: Message) -> AttrValue {
        match self.model.words.text(message) {
            Cow::Borrowed(text) => AttrValue::Static(text),
            Cow::Owned(text) => text.into(),
        }
    }

    /// A text with placeholders.
    #[must_use]
    pub(super) fn tf(&self, message: Message, values: &[(&str, &str)]) -> AttrValue {
        self.model.words.with(message, values).into()
    }

    /// A text with a number.
    #[must_use]
    pub(super) fn tn(&self, message: Message, n: usize) -> AttrValue {
        self.model.words.count(message, n).into()
    }

    /// A callback that makes a change at a click, and leaves nothing of it to the browser: what is open
    /// is the store's to say. One closure for all, because each further one costs bytes.
    pub(super) fn on_click(&self, change: Change) -> Callback<MouseEvent> {
        let tell = self.change.clone();
        Callback::from(move |click: MouseEvent| {
            click.prevent_default();
            tell.emit(change.clone());
        })
    }

    /// A callback that does an action when somebody changes a field.
    pub(super) fn on(&self, action: Action) -> Callback<Event> {
        self.on_event(move |_| Some((action.clone(), Focus::Stay)))
    }

    /// A callback that does an action at a click, and then moves the focus.
    pub(super) fn on_focus(&self, action: Action, focus: Focus) -> Callback<MouseEvent> {
        self.on_click(Change::Act(Act { action, focus }))
    }

    /// A callback that makes an action of an event, where there is one.
    pub(super) fn on_event<E: 'static>(
        &self,
        action: impl Fn(E) -> Option<(Action, Focus)> + 'static,
    ) -> Callback<E> {
        let change = self.change.clone();
        Callback::from(move |event| {
            if let Some((action, focus)) = action(event) {
                change.emit(Change::Act(Act { action, focus }));
            }
        })
    }

    /// The query string of the state after an action; `?` for the state at the start, because an
    /// empty address would mean the present one.
    #[must_use]
    pub(super) fn href(&self, action: Action) -> AttrValue {
        let next = self.state.apply(&self.model.catalog, action);
        let query = self.model.query_of(next.as_ref().unwrap_or(&self.state));
        if query.is_empty() { AttrValue::Static("?") } else { query.into() }
    }
}
