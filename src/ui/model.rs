//! The loaded catalog, and the data derived from it once.

mod addresses;
mod explanations;

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};

use yew::AttrValue;

use crate::browser::page;
use crate::domain::browse::{CardIndex, Found, Listing};
use crate::domain::catalog::{
    AltId, Catalog, CriterionId, Date, Dossier, Evidence, Freshness, Kind,
};
use crate::domain::decide::{Answers, Ranking, UtilityTable, rank};
use crate::domain::query::Ignored;
use crate::domain::settings::Settings;
use crate::domain::state::State;
use crate::text::{Message, Words, found, msg};

/// A catalog with the data derived from it. Cheap to copy; lives as long as the page.
#[derive(Clone, Copy, Debug)]
pub struct Model(&'static Loaded);

/// The data that a [`Model`] refers to.
#[derive(Debug)]
pub struct Loaded {
    /// The catalog.
    pub catalog: Catalog,
    /// The day on which the age of facts is computed.
    pub today: Date,
    /// How many facts have expired by then.
    pub n_expired: usize,
    /// The utilities of all alternatives.
    pub table: UtilityTable,
    /// Facets and search.
    pub cards: CardIndex,
    /// The texts.
    pub words: Words,
    /// Notes, sources and drawbacks, once they have loaded.
    evidence: OnceCell<Evidence>,
    /// How the page behaves.
    pub settings: Settings,
    /// The settings as a query string, which the address of the page keeps.
    pub settings_query: String,
    /// The same without what belongs to the host's page: for links, which are opened elsewhere.
    pub leaving_query: String,
    /// The parts of the settings in the address that could not be followed.
    pub ignored: Vec<Ignored>,
    /// How often the expensive data was computed.
    work: Cell<Work>,
}

/// How often the expensive data was computed since the start, so that a test can check that each is
/// computed once per change, and nothing is prepared that was asked for already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Lists of cards with the counts of every facet.
    pub listings: u32,
    /// Rankings of all alternatives.
    pub rankings: u32,
    /// Explanations requested from the second program.
    pub explanations: u32,
}

impl Model {
    /// Loads a catalog for the life of the page, as of its own date and with the settings of a
    /// query string.
    #[must_use]
    pub fn new(catalog: Catalog, query: &str) -> Self {
        let date = catalog.subject.date;
        Self::as_of(catalog, query, date)
    }

    /// Loads a catalog for the life of the page, as of a given day. If the clock is behind the
    /// catalog's date, it is taken to be wrong.
    #[must_use]
    pub fn as_of(catalog: Catalog, query: &str, today: Date) -> Self {
        let (settings, ignored) = Settings::decode(&catalog, query);
        let settings_query = settings.encode();
        let is_framed = cfg!(target_arch = "wasm32") && page::is_framed();
        let leaving_query =
            if is_framed { settings.unframed().encode() } else { settings_query.clone() };
        let catalog = settings.restricted(catalog);
        let today = today.max(catalog.subject.date);
        let table = UtilityTable::as_of(&catalog, today);
        let facts = catalog
            .facts()
            .filter(|(known, fact)| known.freshness(fact, today) == Freshness::Expired);
        let n_expired = facts.count();
        let cards = CardIndex::new(&catalog);
        let words = Words::english(&catalog.subject);
        Self(Box::leak(Box::new(Loaded {
            catalog,
            today,
            n_expired,
            table,
            cards,
            words,
            evidence: OnceCell::new(),
            settings,
            settings_query,
            leaving_query,
            ignored,
            work: Cell::default(),
        })))
    }

    /// Stores the evidence from text; false if it does not belong to this catalog. The first one is
    /// kept.
    #[must_use]
    pub fn take_evidence(&self, text: &str) -> bool {
        let evidence = Evidence::decode(&self.0.catalog, text);
        evidence.is_some_and(|evidence| {
            // A second one would be the same.
            let _ = self.0.evidence.set(evidence);
            true
        })
    }

    /// Whether the evidence has loaded.
    #[must_use]
    pub fn has_evidence(&self) -> bool {
        self.0.evidence.get().is_some()
    }

    /// What a criterion means; empty before the evidence has loaded.
    #[must_use]
    pub fn meaning(&self, id: CriterionId) -> AttrValue {
        let evidence = self.0.evidence.get();
        evidence.and_then(|evidence| evidence.criterion(id)).cloned().unwrap_or_default()
    }

    /// What a value of a criterion's scale means; empty before the evidence has loaded, and if its
    /// label is enough.
    #[must_use]
    pub fn value_meaning(&self, id: CriterionId, at: u8) -> AttrValue {
        let (Kind::One(scale) | Kind::Many(scale)) = self.0.catalog.criterion(id).kind else {
            return AttrValue::default();
        };
        let evidence = self.0.evidence.get();
        evidence.and_then(|evidence| evidence.value(scale, at)).cloned().unwrap_or_default()
    }

    /// The evidence for an alternative; none before it has loaded.
    #[must_use]
    pub fn dossier(&self, id: AltId) -> Option<&'static Dossier> {
        self.0.evidence.get()?.of(id)
    }

    /// How often the expensive data was computed since the start.
    #[must_use]
    pub fn work(self) -> Work {
        self.0.work.get()
    }

    /// The cards found for a state, with the counts of every facet value.
    #[must_use]
    pub(super) fn listing(self, state: &State, ranking: &Ranking) -> Listing {
        self.count(|work| work.listings += 1);
        self.cards.list(&self.catalog, &state.chosen, &state.search, state.sort, ranking)
    }

    /// The ranking of all alternatives for some answers.
    #[must_use]
    pub(super) fn ranking(self, answers: &Answers) -> Ranking {
        self.count(|work| work.rankings += 1);
        rank(&self.table, answers)
    }

    fn count(self, change: impl FnOnce(&mut Work)) {
        let mut work = self.0.work.get();
        change(&mut work);
        self.0.work.set(work);
    }

    /// Why a search found an alternative, as one line; empty without a reason.
    #[must_use]
    pub(super) fn found(self, id: AltId, reasons: &[Found]) -> AttrValue {
        if reasons.is_empty() {
            return AttrValue::default();
        }
        let reasons = found(&self.catalog, &self.words, id, reasons).join(" · ");
        self.tf(msg::CARD_FOUND, &[("reasons", &reasons)])
    }

    /// A text of the interface.
    #[must_use]
    pub(super) fn t(self, message: Message) -> AttrValue {
        match self.words.text(message) {
            Cow::Borrowed(text) => AttrValue::Static(text),
            Cow::Owned(text) => text.into(),
        }
    }

    /// A text of the interface with placeholders.
    #[must_use]
    pub(super) fn tf(self, message: Message, values: &[(&str, &str)]) -> AttrValue {
        self.words.with(message, values).into()
    }

    /// A text of the interface with a number.
    #[must_use]
    pub(super) fn tn(self, message: Message, n: usize) -> AttrValue {
        self.words.count(message, n).into()
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
