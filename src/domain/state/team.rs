//! Changes of the people who decide together.

use super::{State, View};
use crate::domain::decide::Answers;
use crate::domain::team::{self, Added, MOST, Member};

/// A change of the people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TeamAction {
    /// Shows the team. The reader's answers become a person of it, unless they are those of a person
    /// that is shown, or there are eight.
    Join,
    /// Shows the result of a person, whose answers become those that the views show and change. The
    /// reader's own become a person before, so that they are not lost, unless there are eight.
    Show(u8),
    /// Names a person.
    Name(u8, String),
    /// Removes a person.
    Remove(u8),
}

impl State {
    pub(super) fn change_team(&mut self, action: TeamAction) {
        match action {
            TeamAction::Join => self.join(),
            TeamAction::Show(at) => {
                if let Some(member) = self.team.get(usize::from(at)) {
                    let shown = member.answers.clone();
                    if self.has_unshared_answers() {
                        self.add_own();
                    }
                    self.answers = shown;
                    self.person = Some(at);
                    self.view = View::Result;
                    self.open = None;
                }
            }
            TeamAction::Name(at, name) => {
                if let Some(member) = self.team.get_mut(usize::from(at)) {
                    member.rename(&name);
                }
            }
            TeamAction::Remove(at) if usize::from(at) < self.team.len() => {
                self.team.remove(usize::from(at));
                // Without the person its answers are the reader's own.
                self.person =
                    self.person.filter(|own| *own != at).map(|own| own - u8::from(own > at));
            }
            TeamAction::Remove(_) => {}
        }
    }

    /// Equal answers do not make the reader somebody who is there: two people may agree.
    fn join(&mut self) {
        self.view = View::Team;
        self.open = None;
        if self.person.is_none() && !self.answers.is_blank() && self.add_own() {
            self.person = u8::try_from(self.team.len() - 1).ok();
        }
    }

    /// Adds the reader's own answers as a person; false if there is no room.
    fn add_own(&mut self) -> bool {
        let has_room = self.team.len() < MOST;
        if has_room {
            self.team.push(Member { name: String::new(), answers: self.answers.clone() });
        }
        has_room
    }

    /// Whether there are answers that no person of the team has, as before the reader joins it.
    fn has_unshared_answers(&self) -> bool {
        let is_known = self.team.iter().any(|member| member.answers == self.answers);
        self.person.is_none() && !self.answers.is_blank() && !is_known
    }

    /// Whether answers are lost where those of a person are shown, because there is no room for more
    /// people.
    #[must_use]
    pub fn loses_answers(&self) -> bool {
        self.team.len() >= MOST && self.has_unshared_answers()
    }

    /// The same with the people of a link, and what came of it.
    #[must_use]
    pub fn with_people(&self, people: Vec<Member>) -> (Self, Added) {
        let mut state = self.clone();
        let added = team::add(&mut state.team, people);
        // Those of the person that is shown may have been replaced.
        if let Some(shown) = self.person.and_then(|at| state.team.get(usize::from(at))) {
            state.answers.clone_from(&shown.answers);
        }
        (state, added)
    }

    /// Lets the answers of the state be those of its person.
    pub(super) fn keep_person(&mut self) {
        if let Some(at) = self.person {
            match self.team.get_mut(usize::from(at)) {
                Some(member) => member.answers.clone_from(&self.answers),
                None => self.person = None,
            }
        }
    }

    /// The answers of a person of the team, as they are now.
    #[must_use]
    pub fn answers_of(&self, at: usize) -> Option<&Answers> {
        let is_own = self.person.is_some_and(|own| usize::from(own) == at);
        self.team.get(at).map(|member| if is_own { &self.answers } else { &member.answers })
    }

    /// The same without the team: for the link of one person.
    #[must_use]
    pub fn alone(&self) -> Self {
        Self { team: Vec::new(), person: None, ..self.clone() }
    }

    /// The same without the names of people, for messages to others.
    #[must_use]
    pub fn unnamed(&self) -> Self {
        let mut state = self.clone();
        for member in &mut state.team {
            member.name.clear();
        }
        state
    }
}
