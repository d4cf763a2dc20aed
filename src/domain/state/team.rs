//! Changes of the people who decide together.

use super::{State, View};
use crate::domain::decide::Answers;
use crate::domain::team::{LONGEST_NAME, MOST, Member};

/// A change of the people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TeamAction {
    /// Shows the team. The reader's answers become a person of it, unless they are one already or
    /// there are eight.
    Join,
    /// Shows the result of a person, whose answers become those that the views show and change.
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
                    self.answers = member.answers.clone();
                    self.person = Some(at);
                    self.view = View::Result;
                    self.open = None;
                }
            }
            TeamAction::Name(at, name) => {
                if let Some(member) = self.team.get_mut(usize::from(at)) {
                    member.name = name.chars().take(LONGEST_NAME).collect();
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

    fn join(&mut self) {
        self.view = View::Team;
        self.open = None;
        if self.person.is_some() || self.answers.is_blank() {
            return;
        }
        let known = self.team.iter().position(|member| member.answers == self.answers);
        if known.is_none() && self.team.len() < MOST {
            self.team.push(Member { name: String::new(), answers: self.answers.clone() });
        }
        let own = known.unwrap_or(self.team.len() - 1);
        if self.team[own].answers == self.answers {
            self.person = u8::try_from(own).ok();
        }
    }

    /// The same with more people, while there is room. Who has a name, and is there with the same
    /// answers, is not added again.
    #[must_use]
    pub fn with_people(&self, people: Vec<Member>) -> Self {
        let mut state = self.clone();
        for member in people {
            let is_there = !member.name.trim().is_empty() && state.team.contains(&member);
            if !is_there && state.team.len() < MOST {
                state.team.push(member);
            }
        }
        state
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
