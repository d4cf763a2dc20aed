//! The input of an explanation: a catalog, a state, and the data derived from both.

use super::Link;
use crate::domain::catalog::{AltId, Catalog, QuestionId};
use crate::domain::decide::{AnswerChange, Answers, Evaluation, Ranking, UtilityTable, apply};
use crate::domain::permalink;
use crate::domain::query;
use crate::domain::state::{State, Step, View};
use crate::text::{self, Message, Words, msg};

/// The input of an explanation.
#[derive(Debug)]
pub struct ReportInput<'a> {
    /// The catalog, as the settings restrict it.
    pub catalog: &'a Catalog,
    /// Its utilities on the day of the page.
    pub table: &'a UtilityTable,
    /// The texts.
    pub words: &'a Words,
    /// The settings of the page as a query, which every link keeps.
    pub settings: &'a str,
    /// The state whose result is explained.
    pub state: &'a State,
    /// The ranking by the state's answers.
    pub ranking: &'a Ranking,
}

impl ReportInput<'_> {
    pub(super) fn answers(&self) -> &Answers {
        &self.state.answers
    }

    pub(super) fn evaluation(&self) -> Evaluation<'_> {
        Evaluation::new(self.table, self.answers(), self.ranking)
    }

    /// The leader, if any question gives points; the one listed first if there are several.
    pub(super) fn first(&self) -> Option<AltId> {
        let leader = self.ranking.leaders().next().filter(|leader| leader.score.is_some());
        leader.map(|leader| leader.alternative)
    }

    pub(super) fn name(&self, id: AltId) -> &str {
        &self.catalog.alternative(id).name
    }

    /// The names of some alternatives as words; beyond a limit, the number of further ones.
    pub(super) fn names(&self, ids: &[AltId], n_named: usize) -> String {
        let Some(n_more) = ids.len().checked_sub(n_named).filter(|n_more| *n_more > 0) else {
            return text::names(self.catalog, ids.iter().copied());
        };
        let names: Vec<_> = ids.iter().take(n_named).map(|id| self.name(*id)).collect();
        [names.join(", "), self.words.count(msg::NO_MATCH_MORE, n_more)].join(" ")
    }

    pub(super) fn t(&self, message: Message) -> String {
        self.words.get(message)
    }

    pub(super) fn tf(&self, message: Message, values: &[(&str, &str)]) -> String {
        self.words.with(message, values)
    }

    /// A link to another state.
    pub(super) fn link(&self, label: String, state: &State, tries: String) -> Link {
        let query = query::merge_queries(&permalink::encode(self.catalog, state), self.settings);
        Link { label, query, tries }
    }

    /// A link to a question.
    pub(super) fn to_question(&self, label: String, id: QuestionId) -> Link {
        let view = View::Fit(Step::Question(id));
        self.link(label, &State { view, open: None, ..self.state.clone() }, String::new())
    }

    /// A link to the details of an alternative.
    pub(super) fn to_alternative(&self, label: String, id: AltId) -> Link {
        let state = State { open: Some(id), ..self.state.clone() };
        self.link(label, &state, String::new())
    }

    /// A link that tries other answers.
    pub(super) fn trying(&self, label: Message, answers: Answers, tries: String) -> Link {
        self.link(self.t(label), &State { answers, ..self.state.clone() }, tries)
    }

    /// Changes in words, and the answers after them.
    pub(super) fn changed(&self, changes: &[AnswerChange]) -> (String, Answers) {
        let said: Vec<_> =
            changes.iter().map(|change| text::change(self.catalog, self.words, *change)).collect();
        let mut after = self.answers().clone();
        for change in changes {
            after = apply(self.table, &after, *change);
        }
        (text::and_list(&said), after)
    }
}
