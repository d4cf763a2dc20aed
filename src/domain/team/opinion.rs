//! What one person's answers say of every alternative: points as a share of the person's own whole,
//! and whether all must-haves are met (decision model, 4.1).

use core::cmp::Ordering;

use crate::domain::catalog::{AltId, FULL, QuestionId};
use crate::domain::decide::rank::{Verdict, musts_of, verdicts};
use crate::domain::decide::{Answer, Answers, UtilityTable};

/// A share of a whole, compared exactly: 1 of 2 equals 2 of 4.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// The part.
    pub part: u32,
    /// The whole; never 0.
    pub whole: u32,
}

impl Share {
    /// Nothing.
    pub const NONE: Self = Self { part: 0, whole: 1 };

    /// In tenths of a percent, rounded half up: 0..=1000.
    #[must_use]
    pub fn tenths(self) -> u32 {
        let (part, whole) = (u64::from(self.part), u64::from(self.whole));
        u32::try_from((2000 * part + whole) / (2 * whole)).unwrap_or(u32::MAX)
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> Ordering {
        let across = |one: &Self, other: &Self| u64::from(one.part) * u64::from(other.whole);
        across(self, other).cmp(&across(other, self))
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Share {}

/// What the answers of one person say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// `W`, the sum of the weights; 0 for a person without a score.
    pub weight: u32,
    /// `N` of each alternative.
    points: Vec<u32>,
    /// How many must-haves each does not meet, or not for certain; one more if it is taken out.
    unmet: Vec<u16>,
}

impl Opinion {
    /// The opinion of a person with some answers.
    #[must_use]
    pub fn of(table: &UtilityTable, answers: &Answers) -> Self {
        let mut all = Self::none(table);
        for id in answers.without() {
            all.unmet[id.index()] += 1;
        }
        for (question, answer) in answers.iter() {
            all.change(&Self::none(table), &Self::of_answer(table, question, answer));
        }
        all
    }

    /// What one answer says.
    pub(super) fn of_answer(table: &UtilityTable, question: QuestionId, answer: Answer) -> Self {
        let mut one = Self::none(table);
        let weight = answer.weight();
        if weight > 0 {
            one.weight = weight;
            let earned = table.utilities(question, answer.scoring());
            one.points = earned.into_iter().map(|earned| weight * earned.doubled_mid()).collect();
        }
        for must in musts_of(table.shape(question), question, answer.musts) {
            for (unmet, verdict) in one.unmet.iter_mut().zip(verdicts(table, must)) {
                *unmet += u16::from(verdict != Verdict::Passes);
            }
        }
        one
    }

    fn none(table: &UtilityTable) -> Self {
        let n = table.n_alternatives();
        Self { weight: 0, points: vec![0; n], unmet: vec![0; n] }
    }

    /// Replaces what one answer says by what another one does.
    pub(super) fn change(&mut self, before: &Self, after: &Self) {
        self.weight = self.weight + after.weight - before.weight;
        for at in 0..self.points.len() {
            self.points[at] = self.points[at] + after.points[at] - before.points[at];
            self.unmet[at] = self.unmet[at] + after.unmet[at] - before.unmet[at];
        }
    }

    /// Whether the answers give points.
    #[must_use]
    pub const fn is_scored(&self) -> bool {
        self.weight > 0
    }

    /// The points that can be reached, `2·1000·W`.
    #[must_use]
    pub const fn whole(&self) -> u32 {
        2 * FULL as u32 * self.weight
    }

    /// `N` of an alternative.
    pub(super) fn points(&self, alternative: AltId) -> u32 {
        self.points[alternative.index()]
    }

    /// Whether an alternative meets every must-have for certain, and is not taken out.
    #[must_use]
    pub fn accepts(&self, alternative: AltId) -> bool {
        self.unmet[alternative.index()] == 0
    }

    /// How much less an alternative reaches than another one; none without a score.
    #[must_use]
    pub fn regret(&self, best: AltId, alternative: AltId) -> Option<Share> {
        let part = self.points(best).saturating_sub(self.points(alternative));
        self.is_scored().then(|| Share { part, whole: self.whole() })
    }
}
