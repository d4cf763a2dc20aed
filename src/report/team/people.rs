//! The people by name, and links to what is theirs.

use crate::domain::catalog::QuestionId;
use crate::domain::decide::Answers;
use crate::domain::state::{Action, State, Step, TeamAction, View};
use crate::domain::team::Member;
use crate::report::{Link, ReportInput};
use crate::text;

/// The people, with what their statements are made from.
pub(in crate::report) struct People<'a> {
    pub(in crate::report) input: &'a ReportInput<'a>,
    pub(in crate::report) members: &'a [Member],
}

impl People<'_> {
    /// The name of a person.
    pub(in crate::report) fn name(&self, at: usize) -> String {
        text::person(self.input.words, self.members, at)
    }

    /// The names of some people as words.
    pub(in crate::report) fn names(&self, people: &[usize]) -> String {
        text::and_list(&people.iter().map(|at| self.name(*at)).collect::<Vec<_>>())
    }

    /// A link to the result of a person.
    pub(in crate::report) fn to_result(&self, label: String, at: usize) -> Link {
        self.to(label, at, View::Result)
    }

    /// A link to a question, to change the answer of a person.
    pub(in crate::report) fn to_question(&self, label: String, at: usize, id: QuestionId) -> Link {
        self.to(label, at, View::Fit(Step::Question(id)))
    }

    /// Answers of the reader that are nobody's become a person, as by the way through the list of people.
    fn to(&self, label: String, at: usize, view: View) -> Link {
        let now = self.input.state;
        let show = u8::try_from(at).map(|at| Action::Team(TeamAction::Show(at)));
        let shown = show.ok().and_then(|show| now.apply(self.input.catalog, show));
        let state = State { view, open: None, ..shown.unwrap_or_else(|| now.clone()) };
        self.input.link(label, &state, String::new())
    }

    /// A link to the team with other answers of some people.
    pub(in crate::report) fn with_answers(&self, label: String, answers: Vec<Answers>) -> Link {
        let mut state = self.input.state.clone();
        for (member, answers) in state.team.iter_mut().zip(answers) {
            member.answers = answers;
        }
        if let Some(own) = state.person.and_then(|at| state.team.get(usize::from(at))) {
            state.answers = own.answers.clone();
        }
        self.input.link(label, &state, String::new())
    }
}
