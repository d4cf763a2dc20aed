//! The store: the domain's state machine, and what belongs to this screen.
//!
//! # What this module does not do
//! It has no rule of its own; `State::apply` has them all.

use std::rc::Rc;

use super::Model;
use super::embed::Form;
use crate::domain::browse::Chosen;
use crate::domain::catalog::{AltId, FacetId, QuestionId};
use crate::domain::permalink::Decoded;
use crate::domain::state::{Action, State};
use crate::text::{Message, msg};

/// How many facets are open from the start.
const N_OPEN: u8 = 3;

/// What somebody did, and where the focus should go then.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Act {
    /// The action.
    pub action: Action,
    /// Where the focus goes.
    pub focus: Focus,
}

/// Where the focus goes after an action.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Focus {
    /// Where it is.
    #[default]
    Stay,
    /// To the heading of the view.
    Heading,
    /// To the element with this id.
    Id(String),
}

/// How the last change came about: the address follows accordingly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The page was opened.
    Start,
    /// Somebody chose something.
    Choice,
    /// Somebody typed.
    Typing,
    /// The address changed first.
    Address,
}

/// The state of the app, and how it came to be.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Store {
    model: Model,
    /// The state.
    pub state: Rc<State>,
    /// What the link at the start said.
    pub start: Rc<Decoded>,
    /// Whether the notice about the link was put away.
    pub is_notice_dismissed: bool,
    /// How the last change came about.
    pub origin: Origin,
    /// Where the focus goes, and a number that grows with each request.
    pub focus: (Focus, u32),
    /// What is folded and said on this screen only.
    pub local: Rc<Local>,
}

/// What belongs to this screen and no link carries.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing of its own that is folded or not"
)]
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Local {
    /// Whether a narrow container shows the facets.
    pub shows_filters: bool,
    /// The facets that are open, as bits.
    pub open_facets: u64,
    /// Whether the list shows every card that is found, or only the first.
    pub shows_all_cards: bool,
    /// The text that was last copied, and whether that worked.
    pub copied: Option<(String, bool)>,
    /// The question whose answer is being changed in place. It stays listed while it has no answer.
    pub editing: Option<QuestionId>,
    /// Whether notes, sources and drawbacks have arrived.
    pub evidence: Arrival,
    /// Whether the program that works out the statements has arrived.
    pub analysis: Arrival,
    /// Whose place in the ranking is explained.
    pub explained: Option<AltId>,
    /// Whether the ranking shows everybody.
    pub shows_all_ranks: bool,
    /// Whether the robustness of the result is shown in detail.
    pub shows_details: bool,
    /// A change that is being tried.
    pub tried: Option<Tried>,
    /// What is chosen for putting the page into another one.
    pub embed: Form,
}

/// A change that is being tried, and the state to go back to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tried {
    /// The state before.
    pub before: Rc<State>,
    /// What was changed, in words.
    pub what: String,
}

/// Something that is fetched once the page stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Arrival {
    /// It is on its way.
    #[default]
    Waiting,
    /// It is here.
    Here,
    /// It did not come, or is that of another build.
    Failed,
}

impl Arrival {
    /// Whether it came.
    const fn of(is_here: bool) -> Self {
        if is_here { Self::Here } else { Self::Failed }
    }

    /// What to say while it is not here.
    pub(super) const fn message(self) -> Option<Message> {
        match self {
            Self::Waiting => Some(msg::DETAIL_EVIDENCE_WAITING),
            Self::Here => None,
            Self::Failed => Some(msg::DETAIL_EVIDENCE_FAILED),
        }
    }
}

/// A change of the store.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Change {
    /// Somebody did something.
    Act(Act),
    /// Somebody typed into the search, which now has this text.
    Type(String),
    /// The address changed.
    Address(Box<State>),
    /// Somebody put the notice about the link away.
    DismissNotice,
    /// Somebody folded the facets, or unfolded them.
    ToggleFilters,
    /// Somebody folded a facet, or unfolded it.
    ToggleFacet(FacetId),
    /// Somebody wants to see every card; the id of the element that the focus goes to.
    ShowAllCards(String),
    /// A text was copied, or that was refused.
    Copied(String, bool),
    /// Somebody opened the answer to a question in place, or closed it.
    ToggleEditing(QuestionId),
    /// The evidence came, or it did not.
    Evidence(Option<String>),
    /// The program that works out the statements came, or it did not.
    Analysis(bool),
    /// Somebody wants to know how an alternative came to its place, or has seen enough.
    Explain(AltId),
    /// Somebody wants the whole ranking, or only its beginning.
    ToggleAllRanks,
    /// Somebody wants the robustness in detail, or has seen enough.
    ToggleDetails,
    /// Somebody tries a state with other answers; the words say what changed.
    Try(Box<State>, String),
    /// Somebody goes back to the answers before.
    Undo,
    /// Somebody chose a value for one of the fields of [`Form`].
    Embed(String, String),
}

impl Local {
    /// Whether a facet is open.
    pub(super) fn is_open(&self, id: FacetId) -> bool {
        self.open_facets & bit(id) != 0
    }
}

/// The first facets, and those in which something is chosen.
fn open_at_start(chosen: &Chosen) -> u64 {
    chosen.iter().fold((1 << N_OPEN) - 1, |open, (id, _)| open | bit(id))
}

/// The bit of a facet. No catalog has more than sixty-four.
const fn bit(id: FacetId) -> u64 {
    1 << (id.0 & 63)
}

impl Store {
    /// The store at the start.
    pub(super) fn new(model: Model, mut start: Decoded) -> Self {
        start.ignored.extend_from_slice(&model.ignored);
        Self {
            model,
            state: Rc::new(start.state.clone()),
            local: Rc::new(Local {
                shows_filters: false,
                open_facets: open_at_start(&start.state.chosen),
                shows_all_cards: false,
                copied: None,
                editing: None,
                analysis: if cfg!(target_arch = "wasm32") {
                    Arrival::Waiting
                } else {
                    Arrival::Here
                },
                explained: None,
                shows_all_ranks: false,
                shows_details: false,
                tried: None,
                evidence: if model.has_evidence() { Arrival::Here } else { Arrival::Waiting },
                embed: Form::new(model.settings.unframed()),
            }),
            start: Rc::new(start),
            is_notice_dismissed: false,
            origin: Origin::Start,
            focus: (Focus::Stay, 0),
        }
    }
}

impl Store {
    /// Makes a change.
    pub(super) fn change(&mut self, change: Change) {
        match change {
            Change::Act(Act { action, focus }) => self.act(action, focus, Origin::Choice),
            Change::Type(text) => self.act(Action::Search(text), Focus::Stay, Origin::Typing),
            Change::Address(state) => {
                // What had the focus goes away with its view.
                let stays = state.open == self.state.open
                    && core::mem::discriminant(&state.view)
                        == core::mem::discriminant(&self.state.view);
                let focus = if stays { Focus::Stay } else { Focus::Heading };
                self.act(Action::Replace(state), focus, Origin::Address);
            }
            Change::DismissNotice => {
                self.is_notice_dismissed = true;
                self.focus_on(Focus::Heading);
            }
            Change::ToggleFilters => self.local().shows_filters ^= true,
            Change::ToggleFacet(id) => self.local().open_facets ^= bit(id),
            Change::ShowAllCards(next) => {
                self.local().shows_all_cards = true;
                self.focus_on(Focus::Id(next));
            }
            Change::Copied(query, is_copied) => self.local().copied = Some((query, is_copied)),
            Change::Evidence(text) => {
                let is_here = text.is_some_and(|text| self.model.take_evidence(&text));
                self.local().evidence = Arrival::of(is_here);
            }
            Change::Analysis(is_here) => self.local().analysis = Arrival::of(is_here),
            Change::Explain(id) => {
                let local = self.local();
                local.explained = Some(id).filter(|_| local.explained != Some(id));
            }
            Change::ToggleAllRanks => self.local().shows_all_ranks ^= true,
            Change::ToggleDetails => self.local().shows_details ^= true,
            Change::Try(state, what) => {
                let before = Rc::clone(&self.state);
                self.local().tried = Some(Tried { before, what });
                self.go(Rc::from(state));
            }
            Change::Undo => {
                if let Some(tried) = self.local().tried.take() {
                    self.go(tried.before);
                }
            }
            Change::Embed(name, value) => {
                let model = self.model;
                self.local().embed.set(&model.catalog, &name, &value);
            }
            Change::ToggleEditing(id) => {
                let local = self.local();
                local.editing = Some(id).filter(|_| local.editing != Some(id));
                let question = &self.model.catalog.question(id).id;
                self.focus_on(Focus::Id(["answer-", question].concat()));
            }
        }
    }

    /// What belongs to this screen, to be changed.
    fn local(&mut self) -> &mut Local {
        Rc::make_mut(&mut self.local)
    }

    fn focus_on(&mut self, focus: Focus) {
        self.focus = (focus, self.focus.1 + 1);
    }

    /// Shows another state, and moves the focus to its heading.
    fn go(&mut self, state: Rc<State>) {
        self.state = state;
        self.origin = Origin::Choice;
        self.focus_on(Focus::Heading);
    }

    fn act(&mut self, action: Action, focus: Focus, origin: Origin) {
        let next = self.state.apply(&self.model.catalog, action);
        if next.is_none() && focus == Focus::Stay {
            return;
        }
        if let Some(next) = next {
            // Other answers are not those that were tried.
            if self.local.tried.is_some() && next.answers != self.state.answers {
                self.local().tried = None;
            }
            self.state = Rc::new(next);
        }
        self.origin = origin;
        self.focus_on(focus);
    }
}

#[cfg(test)]
mod tests;
