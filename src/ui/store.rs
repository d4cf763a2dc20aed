//! The store: the domain's state machine, wrapped for Yew.
//!
//! # What this module does not do
//! It has no rule of its own; `State::apply` has them all.

use std::rc::Rc;

use yew::Reducible;

use super::Model;
use crate::domain::permalink::Decoded;
use crate::domain::state::{Action, State};

/// What somebody did, and where the focus should go then.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// The action.
    pub action: Action,
    /// Where the focus goes.
    pub focus: Focus,
}

/// Where the focus goes after an action.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Focus {
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
}

impl Store {
    /// The store at the start.
    pub(super) fn new(model: Model, start: Decoded) -> Self {
        Self {
            model,
            state: Rc::new(start.state.clone()),
            start: Rc::new(start),
            is_notice_dismissed: false,
            origin: Origin::Start,
            focus: (Focus::Stay, 0),
        }
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
            Change::Address(state) => (Action::Replace(state), Focus::Stay, Origin::Address),
            Change::DismissNotice => {
                let focus = (Focus::Heading, self.focus.1 + 1);
                return Rc::new(Self { is_notice_dismissed: true, focus, ..(*self).clone() });
            }
        };
        let next = self.state.apply(&self.model.catalog, action);
        if next.is_none() && focus == Focus::Stay {
            return self;
        }
        Rc::new(Self {
            state: next.map_or_else(|| Rc::clone(&self.state), Rc::new),
            origin,
            focus: (focus, self.focus.1 + 1),
            ..(*self).clone()
        })
    }
}
