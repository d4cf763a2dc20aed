//! What is still worth asking: a question that tells those apart that are left, and the options that
//! some of them meet.
//!
//! An answer counts among those that are left without it: a must-have of a question does not take
//! that question's own options away, so that a second language can be ticked beside the first.

use super::explain::Bearing;
use super::rank::{Verdict, must_haves, verdicts};
use super::{Answers, UtilityTable};
use crate::domain::catalog::{AltId, QuestionId};

/// What a question has to offer for some alternatives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The options that some of them meet at least in part, or may meet.
    pub options: u32,
    /// Whether some answer earns them different points.
    pub tells_apart: bool,
}

impl Offer {
    /// The offer of a question for some alternatives.
    #[must_use]
    pub fn of(table: &UtilityTable, question: QuestionId, left: &[AltId]) -> Self {
        let mut offer = Self { options: 0, tells_apart: false };
        let first = left.first().map(|first| table.options(*first, question));
        for id in left {
            let cells = table.options(*id, question);
            offer.tells_apart |= Some(cells) != first;
            for (at, cell) in (0..32).zip(cells) {
                offer.options |= u32::from(Bearing::of(*cell) != Bearing::None) << at;
            }
        }
        offer
    }
}

/// What every question has to offer for those that some answers leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offers {
    offers: Vec<Offer>,
    asked: Vec<QuestionId>,
}

impl Offers {
    /// The offers for some answers.
    #[must_use]
    pub fn of(table: &UtilityTable, answers: &Answers) -> Self {
        let left = Left::by(table, answers);
        let questions = || (0_u8..).map(QuestionId).take(table.n_questions());
        let offer = |question| Offer::of(table, question, &left.for_question(question));
        let offers: Vec<_> = questions().map(offer).collect();
        let is_asked = |question: &QuestionId| {
            answers.get(*question).is_some() || offers[question.index()].tells_apart
        };
        let asked = questions().filter(is_asked).collect();
        Self { offers, asked }
    }

    /// The questions to ask, in order: those that are answered, and those that tell apart who is
    /// left.
    #[must_use]
    pub fn asked(&self) -> &[QuestionId] {
        &self.asked
    }

    /// The first question to ask that is open; none if all are answered.
    #[must_use]
    pub fn first_open(&self, answers: &Answers) -> Option<QuestionId> {
        self.asked.iter().copied().find(|question| answers.get(*question).is_none())
    }

    /// The options to offer for a question: those that somebody meets who is left for it.
    #[must_use]
    pub fn options(&self, question: QuestionId) -> u32 {
        self.offers[question.index()].options
    }
}

/// Which alternatives are left, for each question without its own must-haves. One is left if it may
/// meet all others.
#[derive(Clone, Debug)]
pub struct Left(Vec<Failing>);

/// The questions whose must-haves an alternative fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failing {
    None,
    One(QuestionId),
    Several,
}

impl Left {
    /// Who is left by some answers.
    #[must_use]
    pub fn by(table: &UtilityTable, answers: &Answers) -> Self {
        let mut failing = vec![Failing::None; table.n_alternatives()];
        for id in answers.without() {
            failing[id.index()] = Failing::Several;
        }
        for must in must_haves(table, answers) {
            for (failing, verdict) in failing.iter_mut().zip(verdicts(table, must)) {
                let own = Failing::One(must.question);
                if verdict == Verdict::Fails && *failing != own {
                    *failing = if *failing == Failing::None { own } else { Failing::Several };
                }
            }
        }
        Self(failing)
    }

    /// Those that are left for a question.
    #[must_use]
    pub fn for_question(&self, question: QuestionId) -> Vec<AltId> {
        let is_left = |failing: &Failing| {
            matches!(failing, Failing::None) || *failing == Failing::One(question)
        };
        let all = (0..).map(AltId).zip(&self.0);
        all.filter(|(_, failing)| is_left(failing)).map(|(id, _)| id).collect()
    }
}
