//! One change of the answers: what it is, what it costs the reader, and the answers after it
//! (decision model, 2.10).
//!
//! The effect of a change is computed by [`super::counterfactual`]. A change never turns a wish
//! into a must-have.

use super::rank::{Cause, musts_of};
use super::table::{Shape, UtilityTable};
use super::{Answer, Answers, Importance};
use crate::domain::catalog::{QuestionId, Select};

/// A change of the answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnswerChange {
    /// Another importance. None clears the options that give points; must-haves stay.
    Importance {
        /// The question, whose answer gives points.
        question: QuestionId,
        /// The new importance.
        to: Option<Importance>,
    },
    /// One option instead of those that give points, or as the answer to an open question. If one
    /// or any option is enough and the answer is a must-have, the new option is a must-have too.
    Answer {
        /// The question.
        question: QuestionId,
        /// The option to choose.
        option: u8,
        /// The importance to choose it with.
        importance: Importance,
    },
    /// A must-have becomes a wish, with the importance of its answer.
    DropMust(Cause),
}

impl AnswerChange {
    /// The question whose answer changes.
    #[must_use]
    pub const fn question(self) -> QuestionId {
        match self {
            Self::Importance { question, .. }
            | Self::Answer { question, .. }
            | Self::DropMust(Cause { question, .. }) => question,
        }
    }
}

/// What a change asks of the reader, the least first: 1 to 3, an importance that many steps away on
/// the scale off, normal, important, very important; 4, another option of the same importance, or
/// of normal importance for an open question; 5 and 6, the same with an importance one or two steps
/// away; 7, another must-have; 8, a must-have given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cost(pub u8);

impl Cost {
    /// All, the least first.
    pub const ALL: [Self; 8] =
        [Self(1), Self(2), Self(3), Self(4), Self(5), Self(6), Self(7), Self(8)];

    /// The cost of a change of an answer.
    #[must_use]
    pub fn of(select: Select, answer: Option<Answer>, change: AnswerChange) -> Self {
        let steps = |to: Option<Importance>| {
            let from = answer.map_or(Importance::Normal, |answer| answer.importance);
            level(to).abs_diff(level(Some(from)))
        };
        match change {
            AnswerChange::Importance { to, .. } => Self(steps(to)),
            AnswerChange::Answer { .. } if is_must(select, answer) => Self(7),
            AnswerChange::Answer { importance, .. } => Self(4 + steps(Some(importance))),
            AnswerChange::DropMust(_) => Self(8),
        }
    }
}

/// The answers after a change. The answers before are not modified, so that a change that was tried
/// can be undone.
#[must_use]
pub fn apply(table: &UtilityTable, answers: &Answers, change: AnswerChange) -> Answers {
    let question = change.question();
    let mut after = answers.clone();
    let answer = changed(table.shape(question).select, answers.get(question), change);
    after.set(question, answer);
    after
}

/// The answer to a question after a change of it.
pub(super) fn changed(
    select: Select,
    answer: Option<Answer>,
    change: AnswerChange,
) -> Option<Answer> {
    let musts = answer.map_or(0, |answer| answer.musts);
    match change {
        AnswerChange::Importance { to: Some(importance), .. } => {
            answer.map(|answer| Answer { importance, ..answer })
        }
        AnswerChange::Importance { to: None, .. } => {
            answer.filter(|_| musts != 0).map(|answer| Answer { options: musts, ..answer })
        }
        AnswerChange::Answer { option, importance, .. } => {
            let bit = 1_u32.checked_shl(option.into()).unwrap_or(0);
            let graded = answer.is_some_and(|answer| answer.graded);
            if is_must(select, answer) {
                Some(Answer { options: bit, musts: bit, importance, graded })
            } else {
                Some(Answer { options: musts | bit, musts, importance, graded })
            }
        }
        AnswerChange::DropMust(must) => {
            answer.map(|answer| Answer { musts: musts & !must.options, ..answer })
        }
    }
}

/// All changes of the answer to one question: importances, then options, then must-haves.
pub(super) fn changes_of(
    shape: Shape,
    question: QuestionId,
    answer: Option<Answer>,
) -> Vec<(Cost, AnswerChange)> {
    let mut changes = Vec::new();
    let mut add = |change| changes.push((Cost::of(shape.select, answer, change), change));
    let (scoring, musts) = answer.map_or((0, 0), |answer| (answer.scoring(), answer.musts));
    let wishes = scoring & !musts;
    let own = answer.map(|answer| answer.importance);
    if scoring != 0 {
        let levels = [None, Some(Importance::Normal), Some(Importance::Important)];
        for to in levels.into_iter().chain([Some(Importance::VeryImportant)]) {
            // Must-haves stay, so that nothing would change.
            let is_idle = to.is_none() && wishes == 0;
            if to != own && !is_idle {
                add(AnswerChange::Importance { question, to });
            }
        }
    }
    let fixed = own.filter(|_| is_must(shape.select, answer));
    for (option, bit) in (0_u8..).zip(bits(shape.n_options)) {
        // An option that is the only one chosen is no alternative to itself, and a must-have cannot
        // also be a wish.
        if wishes == bit || musts == bit || (fixed.is_none() && musts & bit != 0) {
            continue;
        }
        for importance in Importance::ALL {
            if fixed.is_none_or(|fixed| fixed == importance) {
                add(AnswerChange::Answer { question, option, importance });
            }
        }
    }
    for must in musts_of(shape, question, musts) {
        add(AnswerChange::DropMust(must));
    }
    changes
}

/// Whether the answer as a whole is a must-have with one or any of its options.
fn is_must(select: Select, answer: Option<Answer>) -> bool {
    select != Select::All && answer.is_some_and(|answer| answer.musts != 0)
}

/// The bit of each option, in order.
fn bits(n_options: usize) -> impl Iterator<Item = u32> {
    (0..n_options.min(32)).map(|at| 1 << at)
}

/// The index on the scale off, normal, important, very important.
const fn level(importance: Option<Importance>) -> u8 {
    match importance {
        None => 0,
        Some(Importance::Normal) => 1,
        Some(Importance::Important) => 2,
        Some(Importance::VeryImportant) => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKED: QuestionId = QuestionId(0);

    fn costs(select: Select, n_options: usize, answer: Option<Answer>) -> Vec<u8> {
        let shape = Shape { select, n_options, must_at: 1000 };
        changes_of(shape, ASKED, answer).into_iter().map(|(cost, _)| cost.0).collect()
    }

    #[test]
    fn a_change_costs_what_it_asks_of_somebody() {
        assert_eq!(costs(Select::One, 2, None), [4, 5, 6, 4, 5, 6], "an open question");
        let important = Answer { importance: Importance::Important, ..Answer::wish(0b01) };
        assert_eq!(costs(Select::One, 2, Some(important)), [2, 1, 1, 5, 4, 5]);
        let must = Answer { musts: 0b01, ..important };
        assert_eq!(costs(Select::Any, 2, Some(must)), [7, 8], "a must-have has no importance");
        let part = Answer { options: 0b11, ..must };
        assert_eq!(costs(Select::All, 3, Some(part)), [2, 1, 1, 5, 4, 5, 8]);
        let graded = Answer { graded: true, ..must };
        assert_eq!(costs(Select::Any, 2, Some(graded)), [1, 1, 7, 8], "unless it gives points");
    }

    #[test]
    fn a_change_leaves_an_answer_that_the_question_can_have() {
        let part = Answer { musts: 0b001, ..Answer::wish(0b111) };
        let after = |change| changed(Select::All, Some(part), change);
        let off = after(AnswerChange::Importance { question: ASKED, to: None });
        assert_eq!(off, Some(Answer { options: 0b001, ..part }), "must-haves stay");
        let importance = Importance::Important;
        let other = after(AnswerChange::Answer { question: ASKED, option: 3, importance });
        assert_eq!(other, Some(Answer { options: 0b1001, importance, ..part }));
        let dropped = after(AnswerChange::DropMust(Cause { question: ASKED, options: 0b001 }));
        assert_eq!(dropped, Some(Answer { musts: 0, ..part }));
        let wish = Some(Answer::wish(0b1));
        let off =
            changed(Select::One, wish, AnswerChange::Importance { question: ASKED, to: None });
        assert_eq!(off, None, "nothing is left of the answer");
        let must = Some(Answer { musts: 0b1, ..Answer::wish(0b1) });
        let instead = AnswerChange::Answer { question: ASKED, option: 1, importance };
        let other = changed(Select::One, must, instead);
        assert_eq!(other.unwrap().musts, 0b10, "another must-have");
    }
}
