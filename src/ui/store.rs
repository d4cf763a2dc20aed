//! The store: the domain's state machine, wrapped for Yew.
//!
//! # What this module does not do
//! It has no rule of its own; `State::apply` has them all.

use std::rc::Rc;

use yew::Reducible;

use super::Model;
use super::embed::Form;
use crate::domain::browse::Chosen;
use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::permalink::Decoded;
use crate::domain::state::{Action, State};
use crate::text::{Message, msg};

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
    /// To the heading of the room.
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
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Local {
    /// Whether a narrow container shows the facets.
    pub shows_filters: bool,
    /// The facet values chosen at the start: their facets are open from the start.
    pub chosen_at_start: Chosen,
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
    /// The address changed.
    Address(Box<State>),
    /// Somebody put the notice about the link away.
    DismissNotice,
    /// Somebody folded the facets, or unfolded them.
    ToggleFilters,
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

impl Store {
    /// The store at the start.
    pub(super) fn new(model: Model, mut start: Decoded) -> Self {
        start.ignored.extend_from_slice(&model.ignored);
        Self {
            model,
            state: Rc::new(start.state.clone()),
            local: Rc::new(Local {
                shows_filters: false,
                chosen_at_start: start.state.chosen.clone(),
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
    /// The same store with something else on this screen only.
    fn with_local(&self, local: Local) -> Rc<Self> {
        Rc::new(Self { local: Rc::new(local), ..self.clone() })
    }

    /// The store with another state, and the focus on its heading.
    fn elsewhere(&self, state: State, local: Local) -> Rc<Self> {
        Rc::new(Self {
            state: Rc::new(state),
            local: Rc::new(local),
            origin: Origin::Choice,
            focus: (Focus::Heading, self.focus.1 + 1),
            ..self.clone()
        })
    }
}

impl Reducible for Store {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let (action, focus, origin) = match change {
            Change::Act(Act { action: action @ Action::Search(_), focus }) => {
                (action, focus, Origin::Typing)
            }
            Change::Act(Act { action, focus }) => (action, focus, Origin::Choice),
            Change::Address(state) => {
                // What had the focus goes away with its room.
                let stays = state.open == self.state.open
                    && core::mem::discriminant(&state.room)
                        == core::mem::discriminant(&self.state.room);
                let focus = if stays { Focus::Stay } else { Focus::Heading };
                (Action::Replace(state), focus, Origin::Address)
            }
            Change::DismissNotice => {
                let focus = (Focus::Heading, self.focus.1 + 1);
                return Rc::new(Self { is_notice_dismissed: true, focus, ..(*self).clone() });
            }
            Change::ToggleFilters => {
                let shows_filters = !self.local.shows_filters;
                return self.with_local(Local { shows_filters, ..(*self.local).clone() });
            }
            Change::Copied(query, is_copied) => {
                let copied = Some((query, is_copied));
                return self.with_local(Local { copied, ..(*self.local).clone() });
            }
            Change::Evidence(text) => {
                let is_here = text.is_some_and(|text| self.model.take_evidence(&text));
                let evidence = if is_here { Arrival::Here } else { Arrival::Failed };
                return self.with_local(Local { evidence, ..(*self.local).clone() });
            }
            Change::Analysis(is_here) => {
                let analysis = if is_here { Arrival::Here } else { Arrival::Failed };
                return self.with_local(Local { analysis, ..(*self.local).clone() });
            }
            Change::Explain(id) => {
                let explained = Some(id).filter(|_| self.local.explained != Some(id));
                return self.with_local(Local { explained, ..(*self.local).clone() });
            }
            Change::ToggleAllRanks => {
                let shows_all_ranks = !self.local.shows_all_ranks;
                return self.with_local(Local { shows_all_ranks, ..(*self.local).clone() });
            }
            Change::ToggleDetails => {
                let shows_details = !self.local.shows_details;
                return self.with_local(Local { shows_details, ..(*self.local).clone() });
            }
            Change::Try(state, what) => {
                let tried = Some(Tried { before: Rc::clone(&self.state), what });
                let local = Local { tried, ..(*self.local).clone() };
                return self.elsewhere(*state, local);
            }
            Change::Undo => {
                let Some(tried) = &self.local.tried else {
                    return self;
                };
                let local = Local { tried: None, ..(*self.local).clone() };
                return self.elsewhere((*tried.before).clone(), local);
            }
            Change::Embed(name, value) => {
                let mut local = (*self.local).clone();
                local.embed.set(&self.model.catalog, &name, &value);
                return Rc::new(Self { local: Rc::new(local), ..(*self).clone() });
            }
            Change::ToggleEditing(id) => {
                let editing = Some(id).filter(|_| self.local.editing != Some(id));
                let local = Rc::new(Local { editing, ..(*self.local).clone() });
                let target = format!("answer-{}", self.model.catalog.question(id).id);
                let focus = (Focus::Id(target), self.focus.1 + 1);
                return Rc::new(Self { focus, local, ..(*self).clone() });
            }
        };
        let next = self.state.apply(&self.model.catalog, action);
        if next.is_none() && focus == Focus::Stay {
            return self;
        }
        // Other answers are not those that were tried.
        let is_trying = next.as_ref().is_none_or(|next| next.answers == self.state.answers);
        let local = if is_trying || self.local.tried.is_none() {
            Rc::clone(&self.local)
        } else {
            Rc::new(Local { tried: None, ..(*self.local).clone() })
        };
        Rc::new(Self {
            state: next.map_or_else(|| Rc::clone(&self.state), Rc::new),
            local,
            origin,
            focus: (focus, self.focus.1 + 1),
            ..(*self).clone()
        })
    }
}

#[cfg(test)]
mod tests;
