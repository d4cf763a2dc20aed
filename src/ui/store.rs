//! The store: the domain's state, the state of this screen, and their changes.

use std::rc::Rc;

use yew::{AttrValue, Reducible};

use super::Model;
use super::ids::PASTED;
use crate::domain::browse::Chosen;
use crate::domain::catalog::{Date, FacetId};
use crate::domain::permalink::{self, Decoded};
use crate::domain::state::{Action, State, Step, TeamAction, View};
use crate::domain::team::MOST;
use crate::text::msg;

/// How many facets are open at first.
const N_OPEN: u8 = 1;

/// The state of the app, and the origin of its last change.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Store {
    model: Model,
    /// The state, which a link carries.
    pub state: Rc<State>,
    /// State of this screen that outlives the view.
    pub screen: Rc<ScreenState>,
    /// The decoded link at the start.
    pub start: Rc<Decoded>,
    /// Whether the notice about that link was dismissed.
    pub is_notice_dismissed: bool,
    /// The origin of the last change.
    pub origin: ChangeOrigin,
    /// The requested focus.
    pub focus: FocusRequest,
}

/// State of this screen that no link carries.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ScreenState {
    /// The facets that are open, as bits.
    open_facets: u64,
    /// How often more cards were asked for.
    pub n_more: usize,
    /// Whether a further alternative was refused, because the comparison is full.
    pub is_full: bool,
    /// The steps of the questionnaire that led to the present one, the last one last.
    pub trail: Vec<Step>,
    /// The change of the answers that is being tried.
    pub trial: Option<Trial>,
    /// What came of the last link with people; empty before.
    pub invited: AttrValue,
}

/// A change of the answers that is being tried, and the state to go back to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Trial {
    /// The state before the trial.
    pub before: Rc<State>,
    /// The change, in words.
    pub what: String,
}

/// The origin of a change. It decides how the address is updated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChangeOrigin {
    /// The page was opened.
    Start,
    /// The reader chose something.
    Choice,
    /// The reader typed.
    Typing,
    /// The address changed.
    Address,
}

/// Where the focus goes after an action.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Focus {
    /// It stays where it is.
    #[default]
    Stay,
    /// The heading of the view.
    Heading,
    /// The element with this id.
    Id(String),
}

/// A request to move the focus. Requests are distinguished by their number, even for the same
/// target.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FocusRequest {
    /// The target.
    pub target: Focus,
    /// How many requests came before.
    pub n: u32,
}

/// An action on the store.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum UiAction {
    /// Changes the state, then moves the focus.
    Do(Action, Focus),
    /// Goes back to a step of the questionnaire.
    StepBack(Step),
    /// Sets the search text while the reader types.
    Type(String),
    /// Adds the people in a text that the reader pasted.
    Invite(String),
    /// Names a person of the team while the reader types.
    Name(u8, String),
    /// The reader went back or forward to this state.
    Address(Box<State>),
    /// Dismisses the notice about the link.
    DismissNotice,
    /// Opens or closes a facet.
    ToggleFacetOpen(FacetId),
    /// Shows more cards; the focus moves to the element with this id.
    ShowMoreCards(String),
    /// Refuses a further alternative, because the comparison is full.
    RefuseCompared,
    /// Tries a state with other answers; the words say what changed.
    Try(Box<State>, String),
    /// Returns to the answers before the trial.
    Undo,
    /// Only moves the focus.
    Focus(Focus),
}

impl ScreenState {
    /// Whether a facet is open.
    pub(super) fn is_open(&self, id: FacetId) -> bool {
        self.open_facets & bit(id) != 0
    }
}

/// The first facets, and those with chosen values.
fn open_at_start(chosen: &Chosen) -> u64 {
    chosen.iter().fold((1 << N_OPEN) - 1, |open, (id, _)| open | bit(id))
}

/// The bit of a facet. No catalog has more than sixty-four.
const fn bit(id: FacetId) -> u64 {
    1 << (id.0 & 63)
}

impl Reducible for Store {
    type Action = UiAction;

    /// Always returns a new store, even if the action changes nothing: a checkbox that the reader
    /// toggled without effect has to be drawn again.
    fn reduce(self: Rc<Self>, action: UiAction) -> Rc<Self> {
        let mut next = Self::clone(&self);
        next.change(action);
        Rc::new(next)
    }
}

impl Store {
    /// The initial store.
    pub(super) fn new(model: Model, mut start: Decoded) -> Self {
        start.ignored.extend_from_slice(&model.ignored);
        Self {
            model,
            state: Rc::new(start.state.clone()),
            screen: Rc::new(ScreenState {
                open_facets: open_at_start(&start.state.chosen),
                n_more: 0,
                is_full: false,
                trail: Vec::new(),
                trial: None,
                invited: AttrValue::default(),
            }),
            start: Rc::new(start),
            is_notice_dismissed: false,
            origin: ChangeOrigin::Start,
            focus: FocusRequest::default(),
        }
    }

    /// The date of the catalog that the link at the start was made with, if it differs, while the answers
    /// are still those of the link.
    pub(super) fn made_with(&self) -> Option<Date> {
        self.start.made_with.filter(|_| self.start.state.answers == self.state.answers)
    }

    fn change(&mut self, action: UiAction) {
        match action {
            UiAction::Do(action, focus) => self.apply(action, focus, ChangeOrigin::Choice),
            UiAction::StepBack(step) => {
                let mut trail = core::mem::take(&mut self.screen().trail);
                trail.pop();
                let action = Action::Go(View::Fit(step));
                self.apply(action, Focus::Heading, ChangeOrigin::Choice);
                self.screen().trail = trail;
            }
            UiAction::Type(text) => {
                self.apply(Action::Search(text), Focus::Stay, ChangeOrigin::Typing);
            }
            UiAction::Invite(text) => self.invite(&text),
            UiAction::Name(at, name) => {
                let action = Action::Team(TeamAction::Name(at, name));
                self.apply(action, Focus::Stay, ChangeOrigin::Typing);
            }
            UiAction::Address(state) => {
                // The focused element disappears with its view.
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
            UiAction::ShowMoreCards(next) => {
                self.screen().n_more += 1;
                self.request(Focus::Id(next));
            }
            UiAction::RefuseCompared => self.screen().is_full = true,
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

    /// Adds the people in a text, and says what came of it.
    fn invite(&mut self, text: &str) {
        let people = permalink::people_in(&self.model.catalog, text);
        let (n_asked, before) = (people.len(), self.state.team.len());
        let next = self.state.with_people(people);
        let n_added = next.team.len() - before;
        let said = match n_added {
            0 if n_asked == 0 => self.model.t(msg::TEAM_REFUSED),
            _ if n_added < n_asked && next.team.len() == MOST => self.model.t(msg::TEAM_FULL),
            0 => self.model.t(msg::TEAM_THERE),
            _ => self.model.tn(msg::TEAM_ADDED, n_added),
        };
        self.screen().invited = said;
        let focus = Focus::Id(PASTED.to_owned());
        self.apply(Action::Replace(Box::new(next)), focus, ChangeOrigin::Choice);
    }

    /// The state of this screen, to be changed.
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
            // Other answers end the trial.
            if self.screen.trial.is_some() && next.answers != self.state.answers {
                self.screen().trial = None;
            }
            if self.screen.is_full && next.compared != self.state.compared {
                self.screen().is_full = false;
            }
            if let (View::Fit(from), View::Fit(to)) = (self.state.view, next.view)
                && from != to
            {
                let trail = &mut self.screen().trail;
                // The browser's own way back.
                if trail.last() == Some(&to) {
                    trail.pop();
                } else {
                    trail.push(from);
                }
            }
            self.state = Rc::new(next);
        }
        self.origin = origin;
        self.request(focus);
    }
}

#[cfg(test)]
mod tests;
