//! The store: the domain's state, what belongs to this screen only, and how the two change.

use std::rc::Rc;

use yew::Reducible;

use super::Model;
use crate::domain::browse::Chosen;
use crate::domain::catalog::FacetId;
use crate::domain::permalink::Decoded;
use crate::domain::state::{Action, State};

/// How many facets are open from the start.
const N_OPEN: u8 = 3;

/// The state of the app, and how it came to be.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Store {
    model: Model,
    /// The state, which a link carries.
    pub state: Rc<State>,
    /// What belongs to this screen and outlives the view that shows it.
    pub screen: Rc<ScreenState>,
    /// What the link at the start said.
    pub start: Rc<Decoded>,
    /// Whether the notice about that link was dismissed.
    pub is_notice_dismissed: bool,
    /// How the last change came about.
    pub origin: ChangeOrigin,
    /// Where the focus goes.
    pub focus: FocusRequest,
}

/// What belongs to this screen and no link carries.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ScreenState {
    /// The facets that are open, as bits.
    open_facets: u64,
    /// Whether the list shows every card that is found, or only the first.
    pub shows_all_cards: bool,
    /// A change of the answers that is being tried.
    pub trial: Option<Trial>,
}

/// A change of the answers that is being tried, and the state to go back to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Trial {
    /// The state before.
    pub before: Rc<State>,
    /// What was changed, in words.
    pub what: String,
}

/// How a change came about. It decides how the address follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChangeOrigin {
    /// The page was opened.
    Start,
    /// The reader chose something.
    Choice,
    /// The reader typed.
    Typing,
    /// The address changed first.
    Address,
}

/// Where the focus goes after an action.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Focus {
    /// It stays where it is.
    #[default]
    Stay,
    /// To the heading of the view.
    Heading,
    /// To the element with this id.
    Id(String),
}

/// A request to move the focus. Two requests differ by their number, wherever they lead.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FocusRequest {
    /// Where the focus goes.
    pub target: Focus,
    /// How many requests came before.
    pub n: u32,
}

/// Something that happened to the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum UiAction {
    /// The reader did something that changes the state; then the focus moves.
    Do(Action, Focus),
    /// The reader typed into the search, which now has this text.
    Type(String),
    /// The reader went back or forward, to this state.
    Address(Box<State>),
    /// The reader dismissed the notice about the link.
    DismissNotice,
    /// The reader opened a facet or closed it.
    ToggleFacetOpen(FacetId),
    /// The reader wants every card; the focus goes to the element with this id.
    ShowAllCards(String),
    /// The reader tries a state with other answers; the words say what changed.
    Try(Box<State>, String),
    /// The reader goes back to the answers before the trial.
    Undo,
    /// Only the focus moves.
    Focus(Focus),
}

impl ScreenState {
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

impl Reducible for Store {
    type Action = UiAction;

    /// Always a new store, also where an action changes nothing: a box that the reader ticked in vain
    /// has to be drawn as it was.
    fn reduce(self: Rc<Self>, action: UiAction) -> Rc<Self> {
        let mut next = Self::clone(&self);
        next.change(action);
        Rc::new(next)
    }
}

impl Store {
    /// The store at the start.
    pub(super) fn new(model: Model, mut start: Decoded) -> Self {
        start.ignored.extend_from_slice(&model.ignored);
        Self {
            model,
            state: Rc::new(start.state.clone()),
            screen: Rc::new(ScreenState {
                open_facets: open_at_start(&start.state.chosen),
                shows_all_cards: false,
                trial: None,
            }),
            start: Rc::new(start),
            is_notice_dismissed: false,
            origin: ChangeOrigin::Start,
            focus: FocusRequest::default(),
        }
    }

    fn change(&mut self, action: UiAction) {
        match action {
            UiAction::Do(action, focus) => self.apply(action, focus, ChangeOrigin::Choice),
            UiAction::Type(text) => {
                self.apply(Action::Search(text), Focus::Stay, ChangeOrigin::Typing);
            }
            UiAction::Address(state) => {
                // What had the focus goes away with its view.
                let stays = state.open == self.state.open
                    && core::mem::discriminant(&state.view)
                        == core::mem::discriminant(&self.state.view);
                let focus = if stays { Focus::Stay } else { Focus::Heading };
                self.apply(Action::Replace(state), focus, ChangeOrigin::Address);
            }
            UiAction::DismissNotice => {
                self.is_notice_dismissed = true;
                self.request(Focus::Heading);
            }
            UiAction::ToggleFacetOpen(id) => self.screen().open_facets ^= bit(id),
            UiAction::ShowAllCards(next) => {
                self.screen().shows_all_cards = true;
                self.request(Focus::Id(next));
            }
            UiAction::Try(state, what) => {
                let before = Rc::clone(&self.state);
                self.apply(Action::Replace(state), Focus::Heading, ChangeOrigin::Choice);
                self.screen().trial = Some(Trial { before, what });
            }
            UiAction::Undo => {
                if let Some(trial) = self.screen().trial.take() {
                    let before = Box::new(State::clone(&trial.before));
                    self.apply(Action::Replace(before), Focus::Heading, ChangeOrigin::Choice);
                }
            }
            UiAction::Focus(focus) => self.request(focus),
        }
    }

    /// What belongs to this screen, to be changed.
    fn screen(&mut self) -> &mut ScreenState {
        Rc::make_mut(&mut self.screen)
    }

    fn request(&mut self, target: Focus) {
        self.focus = FocusRequest { target, n: self.focus.n + 1 };
    }

    fn apply(&mut self, action: Action, focus: Focus, origin: ChangeOrigin) {
        let next = self.state.apply(&self.model.catalog, action);
        if next.is_none() && focus == Focus::Stay {
            return;
        }
        if let Some(next) = next {
            // Other answers are not those that were tried.
            if self.screen.trial.is_some() && next.answers != self.state.answers {
                self.screen().trial = None;
            }
            self.state = Rc::new(next);
        }
        self.origin = origin;
        self.request(focus);
    }
}

#[cfg(test)]
mod tests;
