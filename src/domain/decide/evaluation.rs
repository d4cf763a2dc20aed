//! The evaluation of some answers: the utilities of all alternatives, looked up once, and the
//! questions that are still open. All robustness measures are computed from it.
//!
//! It neither ranks nor looks at must-haves; the ranking is passed in.

use super::{Answers, Interval, Ranking, UtilityTable};
use crate::domain::catalog::{AltId, QuestionId};

/// A question that gives points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub question: QuestionId,
    /// The weight of its answer: 1, 2 or 4.
    pub weight: u32,
}

/// Some answers, the utilities of all alternatives for them, and which are eligible.
#[derive(Clone, Debug)]
pub struct Evaluation<'a> {
    /// The utilities of all alternatives for every possible answer.
    pub table: &'a UtilityTable,
    /// The ranking, with the eligible alternatives best first.
    pub ranking: &'a Ranking,
    /// The answered questions that give points, in question order.
    pub asked: Vec<Asked>,
    /// The questions without an answer, in question order.
    pub open: Vec<QuestionId>,
    earned: Vec<Interval>,
}

impl<'a> Evaluation<'a> {
    /// The evaluation of some answers. The ranking must belong to the same table and answers.
    #[must_use]
    pub fn new(table: &'a UtilityTable, answers: &Answers, ranking: &'a Ranking) -> Self {
        let given: Vec<_> = answers.iter().filter(|(_, answer)| answer.weight() > 0).collect();
        let mut earned = vec![Interval::default(); given.len() * table.n_alternatives()];
        for (at, (question, answer)) in given.iter().enumerate() {
            let utilities = table.utilities(*question, answer.scoring());
            let mut place = at;
            for utility in utilities {
                earned[place] = utility;
                place += given.len();
            }
        }
        let asked = given
            .into_iter()
            .map(|(question, answer)| Asked { question, weight: answer.weight() })
            .collect();
        let questions = (0_u8..).map(QuestionId).take(table.n_questions());
        let open = questions.filter(|question| answers.get(*question).is_none()).collect();
        Self { table, ranking, asked, open, earned }
    }

    /// The utilities of an alternative, one interval for each question that gives points.
    ///
    /// # Panics
    /// If the alternative is not in the table.
    #[must_use]
    pub fn earned(&self, alternative: AltId) -> &[Interval] {
        let start = alternative.index() * self.asked.len();
        &self.earned[start..start + self.asked.len()]
    }

    /// The eligible alternatives, best first.
    pub fn eligible(&self) -> impl Iterator<Item = AltId> {
        self.ranking.eligible.iter().map(|ranked| ranked.alternative)
    }

    /// The eligible alternatives other than one of them, best first.
    pub fn rivals(&self, alternative: AltId) -> impl Iterator<Item = AltId> {
        self.eligible().filter(move |rival| *rival != alternative)
    }
}
