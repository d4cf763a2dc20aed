//! The store: the domain's state, the state of this screen, and their changes.

mod screen;

use std::rc::Rc;

use yew::Reducible;

use super::Model;
use super::ids::{self, PASTED};
use crate::browser::place::Shown;
use crate::domain::catalog::{Date, FacetId};
use crate::domain::decide::Answers;
use crate::domain::permalink::{self, Decoded};
use crate::domain::state::{Action, State, Step, TeamAction, View};
use crate::text::{invited, msg, person};
pub(super) use screen::{Opened, ScreenState, Trial};

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
    /// The answers of the link that was opened or followed last.
    linked: Answers,
    /// Whether the notice about that link is not shown: it was dismissed, or its cause is gone.
    pub is_notice_dismissed: bool,
    /// The origin of the last change.
    pub origin: ChangeOrigin,
    /// The requested focus.
    pub focus: FocusRequest,
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
    SetOpened(Opened),
    /// Tries a state with other answers; the words say what changed.
    Try(Box<State>, String),
    /// Takes back what was tried or cleared.
    Undo,
    /// Only moves the focus.
    Focus(Focus),
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
    pub(super) fn new(model: Model, start: Decoded) -> Self {
        Self {
            model,
            state: Rc::new(start.state.clone()),
            screen: Rc::new(ScreenState::at_start(&start.state.chosen)),
            linked: start.state.answers.clone(),
            start: Rc::new(start),
            is_notice_dismissed: false,
            origin: ChangeOrigin::Start,
            focus: FocusRequest::default(),
        }
    }

    /// The date of the catalog that the link that was opened last was made with, if it differs, while the
    /// answers are still those of the link.
    pub(super) fn made_with(&self) -> Option<Date> {
        self.start.made_with.filter(|_| self.start.state.answers == self.state.answers)
    }

    /// Whether the answers are those of nobody else in the team.
    pub(super) fn is_of_reader(&self) -> bool {
        self.state.person.is_none() || self.state.person == self.screen.own
    }

    /// Whether the reader has changed answers of their own since the link that was opened or followed last.
    pub(super) fn has_own_answers(&self) -> bool {
        let answers = &self.state.answers;
        self.is_of_reader() && !answers.is_empty() && *answers != self.linked
    }

    fn change(&mut self, action: UiAction) {
        match action {
            UiAction::Do(action @ (Action::ClearAnswers | Action::ClearFilters), focus) => {
                self.try_out(action, focus, String::new());
            }
            UiAction::Do(action, focus) => self.go_on(action, focus),
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
                    // After a reload the last control is not known, but the entry whose details are left is.
                    let left = self.state.open.map(|id| ids::details(self.model, id));
                    Focus::Return(left.unwrap_or_default())
                };
                let state = Box::new(link.state.clone());
                self.apply(Action::Replace(state), focus, ChangeOrigin::Address);
                self.linked.clone_from(&link.state.answers);
                self.start = Rc::new(*link);
                self.is_notice_dismissed = false;
            }
            UiAction::DismissNotice => {
                self.is_notice_dismissed = true;
                self.request(Focus::Heading);
            }
            UiAction::ToggleFacetOpen(id) => self.screen().toggle_facet(id),
            UiAction::ShowMoreCards(next) => {
                self.screen().n_more += 1;
                self.request(Focus::Id(next));
            }
            UiAction::RefuseCompared => self.screen().is_full = true,
            UiAction::SetOpened(opened) => self.screen().opened = opened,
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

    /// Applies an action of the reader. Where it loses answers, because it shows those of a person and there
    /// is no room for more people, it can be undone.
    fn go_on(&mut self, action: Action, focus: Focus) {
        let shown = match &action {
            Action::Team(TeamAction::Show(at)) => Some(*at),
            Action::Replace(next) => next.person,
            _ => None,
        };
        if let Some(at) = shown.filter(|_| self.state.loses_answers()) {
            let name = person(&self.model.words, &self.state.team, usize::from(at));
            let what = self.model.words.with(msg::TEAM_RESULT_OF, &[("name", &name)]);
            return self.try_out(action, focus, what);
        }
        let mut origin = ChangeOrigin::Choice;
        // The way back brings a person back.
        if let Action::Team(TeamAction::Remove(_)) = &action {
            origin = ChangeOrigin::Step;
        }
        if let Action::Replace(next) = &action {
            // A link to a state is a step even if it is to the same view.
            origin = ChangeOrigin::Step;
            if next.answers != self.state.answers {
                self.linked.clone_from(&next.answers);
            }
        }
        self.apply(action, focus, origin);
    }

    /// Adds the people in a text, and says what came of it.
    fn invite(&mut self, text: &str) {
        let mut next = State::clone(&self.state);
        let (mut all, mut ignored) = (Vec::new(), Vec::new());
        for link in permalink::people_in(&self.model.catalog, text) {
            let (with, added) = next.with_people(link.people);
            next = with;
            all.push(added);
            ignored.extend(link.ignored);
        }
        // What was replaced is in the entry of the history before.
        let is_step = all.iter().any(|added| !added.replaced.is_empty());
        let origin = if is_step { ChangeOrigin::Step } else { ChangeOrigin::Choice };
        let focus = Focus::Id(PASTED.to_owned());
        self.apply(Action::Replace(Box::new(next)), focus, origin);
        self.screen().invited = invited(&self.model.words, &all, &ignored).into();
    }

    /// Applies an action that can be undone.
    fn try_out(&mut self, action: Action, focus: Focus, what: String) {
        let before = Rc::clone(&self.state);
        self.apply(action, focus, ChangeOrigin::Step);
        if self.state != before {
            let is_of_answers = before.answers != self.state.answers;
            let after = Rc::clone(&self.state);
            self.screen().trial = Some(Trial { before, after, what, is_of_answers });
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
            let (now, is_back) = (Rc::clone(&self.state), matches!(focus, Focus::Return(_)));
            self.screen().follow(&now, &next, is_elsewhere, is_back);
            match origin {
                ChangeOrigin::Step => self.is_notice_dismissed = true,
                _ if !self.is_notice_dismissed => self.update_notice(&next),
                _ => {}
            }
            self.state = Rc::new(next);
            // Nothing else may rewrite the address, which may say what was not followed.
            self.origin = origin;
        }
        self.request(focus);
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
