//! The store: the domain's state, the state of this screen, and their changes.

use std::rc::Rc;

use yew::{AttrValue, Reducible};

use super::Model;
use super::ids::PASTED;
use crate::browser::place::Shown;
use crate::domain::browse::Chosen;
use crate::domain::catalog::{AltId, Date, FacetId};
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
    /// The link that was opened last: at the start, or by going back or forward.
    pub start: Rc<Decoded>,
    /// Whether the notice about that link is not shown: it was dismissed, or its cause is gone.
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
    /// The change that can be undone.
    pub trial: Option<Trial>,
    /// What came of the last link with people; empty before.
    pub invited: AttrValue,
    /// Whether the reader came back to the view, and wants to be where they were.
    pub is_back: bool,
    /// What is open in the result.
    pub opened: Opened,
}

/// A change of the answers that is being tried, or answers or filters that were cleared, and the state
/// to go back to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Trial {
    /// The state before the change.
    pub before: Rc<State>,
    /// What is tried, in words; empty if something was cleared.
    pub what: String,
    /// Whether it changed the answers, and not the filters.
    pub is_of_answers: bool,
}

impl Trial {
    /// Whether a change from one state to the next ends it: of the answers if it is of answers, else of
    /// the filters.
    fn ends(&self, now: &State, next: &State) -> bool {
        if self.is_of_answers {
            now.answers != next.answers
        } else {
            now.chosen != next.chosen || now.search != next.search
        }
    }

    /// The state without the change. What was picked for the comparison meanwhile stays.
    fn undone(&self, now: &State) -> State {
        let before = State::clone(&self.before);
        if self.is_of_answers {
            State { compared: now.compared.clone(), ..before }
        } else {
            State { chosen: before.chosen, search: before.search, ..State::clone(now) }
        }
    }
}

/// The parts of a result that are open. Only one alternative at a time is explained, ranked or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each part is open or not, whatever the others are"
)]
pub(super) struct Opened {
    /// The alternative that is explained.
    pub explained: Option<AltId>,
    /// Whether the whole ranking is shown, and not only its beginning.
    pub whole_ranking: bool,
    /// Whether everybody is listed who is ruled out.
    pub excluded: bool,
    /// Whether everybody is listed of whom a must-have is not known.
    pub unconfirmed: bool,
    /// Whether the answers are shown where there is no room beside the result.
    pub answers: bool,
    /// Whether the record of the decision is shown.
    pub takeaway: bool,
    /// The form of the record, by its position.
    pub form: u8,
    /// Whether the rest is shown, if the reader chose.
    pub more: Option<bool>,
}

/// The origin of a change. It decides how the address is updated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChangeOrigin {
    /// The page was opened.
    Start,
    /// The reader went on: to a view, a question or details, or by a change that can be undone.
    Step,
    /// The reader chose something where they are.
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
    /// Where it was when the reader left the view, with the page scrolled as it was; else the element
    /// with this id.
    Return(String),
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
    /// The reader went back or forward to this link.
    Address(Box<Decoded>),
    /// Dismisses the notice about the link.
    DismissNotice,
    /// Opens or closes a facet.
    ToggleFacetOpen(FacetId),
    /// Shows more cards; the focus moves to the element with this id.
    ShowMoreCards(String),
    /// Refuses a further alternative, because the comparison is full.
    RefuseCompared,
    /// Opens or closes parts of the result.
    Show(Opened),
    /// Tries a state with other answers; the words say what changed.
    Try(Box<State>, String),
    /// Takes back what was tried or cleared.
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
                is_back: false,
                opened: Opened::default(),
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
            UiAction::Do(action @ (Action::ClearAnswers | Action::ClearFilters), focus) => {
                self.try_out(action, focus, String::new());
            }
            UiAction::Do(action, focus) => {
                // A link to a state is a step even if it is to the same view.
                let is_step = matches!(action, Action::Replace(_));
                let origin = if is_step { ChangeOrigin::Step } else { ChangeOrigin::Choice };
                self.apply(action, focus, origin);
            }
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
            UiAction::Address(link) => {
                // The focused element disappears with its view.
                let focus = if place(&link.state) == place(&self.state) {
                    Focus::Stay
                } else {
                    Focus::Return(String::new())
                };
                let state = Box::new(link.state.clone());
                self.apply(Action::Replace(state), focus, ChangeOrigin::Address);
                self.start = Rc::new(*link);
                self.is_notice_dismissed = false;
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
            UiAction::Show(opened) => self.screen().opened = opened,
            UiAction::Try(state, what) => {
                self.try_out(Action::Replace(state), Focus::Heading, what);
            }
            UiAction::Undo => {
                if let Some(trial) = self.screen().trial.take() {
                    let before = Box::new(trial.undone(&self.state));
                    self.apply(Action::Replace(before), Focus::Heading, ChangeOrigin::Step);
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

    /// Applies an action that can be undone.
    fn try_out(&mut self, action: Action, focus: Focus, what: String) {
        let before = Rc::clone(&self.state);
        self.apply(action, focus, ChangeOrigin::Step);
        if self.state != before {
            let is_of_answers = before.answers != self.state.answers;
            self.screen().trial = Some(Trial { before, what, is_of_answers });
        }
    }

    /// The state of this screen, to be changed.
    fn screen(&mut self) -> &mut ScreenState {
        Rc::make_mut(&mut self.screen)
    }

    fn request(&mut self, target: Focus) {
        self.focus = FocusRequest { target, n: self.focus.n + 1 };
    }

    fn apply(&mut self, action: Action, focus: Focus, mut origin: ChangeOrigin) {
        let next = self.state.apply(&self.model.catalog, action);
        if next.is_none() && focus == Focus::Stay {
            return;
        }
        if let Some(next) = next {
            let is_elsewhere = place(&next) != place(&self.state);
            if is_elsewhere && origin == ChangeOrigin::Choice {
                origin = ChangeOrigin::Step;
            }
            self.update_screen(&next, is_elsewhere, &focus);
            match origin {
                ChangeOrigin::Step => self.is_notice_dismissed = true,
                _ if !self.is_notice_dismissed => self.update_notice(&next),
                _ => {}
            }
            self.state = Rc::new(next);
        }
        self.origin = origin;
        self.request(focus);
    }

    /// Changes the state of this screen with the state of the page.
    fn update_screen(&mut self, next: &State, is_elsewhere: bool, focus: &Focus) {
        let now = Rc::clone(&self.state);
        let screen = self.screen();
        if screen.trial.as_ref().is_some_and(|trial| trial.ends(&now, next)) {
            screen.trial = None;
        }
        screen.is_full &= next.compared == now.compared;
        if is_elsewhere {
            screen.is_back = matches!(focus, Focus::Return(_));
        }
        if next.view != now.view {
            screen.opened = Opened::default();
        }
        if let (View::Fit(from), View::Fit(to)) = (now.view, next.view)
            && from != to
        {
            // The browser's own way back.
            if screen.trail.last() == Some(&to) {
                screen.trail.pop();
            } else {
                screen.trail.push(from);
            }
        }
    }

    /// Takes out of the notice what is no longer about what is shown.
    fn update_notice(&mut self, next: &State) {
        if self.start.ignored.is_empty() {
            return;
        }
        let (catalog, now) = (&self.model.catalog, Rc::clone(&self.state));
        let start = Rc::make_mut(&mut self.start);
        start.ignored.retain(|part| !permalink::differ(catalog, &now, next, &part.name));
    }
}

/// Where in the page a state is: its view, and the details that are open.
pub(super) fn place(state: &State) -> Shown {
    (state.view, state.open)
}

#[cfg(test)]
mod tests;
