//! Points: score, interval, contributions, and their rounding for display (decision model, 2.3 and
//! 2.4).
//!
//! With weights `w` and utilities `[lo, hi]` of the answered questions, `W = Σ w`, `L = Σ w·lo`,
//! `H = Σ w·hi` and `N = L + H`, the score is `100·N / (2·1000·W)` percent and its interval
//! `[100·L / (1000·W), 100·H / (1000·W)]`. An unknown fact counts as the midpoint of its interval,
//! the rule of Mendez (2017).
//!
//! Scores are compared before any division. Rounded figures are for display only.

use super::table::UtilityTable;
use super::{Answers, Interval};
use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::rounding::half_up;
use crate::domain::sort;

/// A percentage in tenths: 874 is 87.4 %. For display, never for comparing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tenths(pub u32);

impl Tenths {
    /// The tenths of a number of points, which is in two-thousandths of a weight as
    /// [`Score::numerator`] is; rounded half up. `weight` is the sum of all weights and not 0.
    #[must_use]
    pub const fn of(numerator: u32, weight: u32) -> Self {
        Self(half_up(numerator, 2 * weight))
    }
}

/// The points of one alternative. Exists only if a question gives points (`W > 0`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Score {
    /// `L`, the points with all unknown facts at their worst, in thousandths of a weight.
    pub low: u32,
    /// `H`, the points with all unknown facts at their best.
    pub high: u32,
    /// `W`, the sum of the weights; never 0.
    pub weight: u32,
    /// The part of `W` whose facts are known.
    pub known: u32,
}

impl Score {
    /// The points of an alternative for some answers; none if no question gives points.
    #[must_use]
    pub fn of(table: &UtilityTable, answers: &Answers, alternative: AltId) -> Option<Self> {
        let mut score = Self { low: 0, high: 0, weight: 0, known: 0 };
        for (question, answer) in answers.iter() {
            let weight = answer.weight();
            if weight == 0 {
                continue;
            }
            let earned = table.earned(alternative, question, answer);
            score.low += weight * u32::from(earned.lo);
            score.high += weight * u32::from(earned.hi);
            score.weight += weight;
            score.known += if earned.is_known() { weight } else { 0 };
        }
        (score.weight > 0).then_some(score)
    }

    /// The points of all alternatives, in order.
    #[must_use]
    pub fn of_all(table: &UtilityTable, answers: &Answers) -> Vec<Option<Self>> {
        let none = Self { low: 0, high: 0, weight: answers.total_weight(), known: 0 };
        let mut all = vec![(none.weight > 0).then_some(none); table.n_alternatives()];
        for (question, answer) in answers.iter().filter(|(_, answer)| answer.weight() > 0) {
            let weight = answer.weight();
            let utilities = table.utilities(question, answer.scoring());
            for (score, earned) in all.iter_mut().flatten().zip(utilities) {
                score.low += weight * u32::from(earned.lo);
                score.high += weight * u32::from(earned.hi);
                score.known += if earned.is_known() { weight } else { 0 };
            }
        }
        all
    }

    /// A key that orders scores, the best first; all are equal if no question gives points.
    #[must_use]
    pub fn best_first(score: Option<Self>) -> u64 {
        u64::from(!score.map_or(0, Self::numerator))
    }

    /// `N = L + H`, the key for ordering. At most 512 000 for 64 questions.
    #[must_use]
    pub const fn numerator(self) -> u32 {
        self.low + self.high
    }

    /// The score in tenths of a percent, rounded half up: 0..=1000.
    #[must_use]
    pub const fn tenths(self) -> Tenths {
        Tenths::of(self.numerator(), self.weight)
    }

    /// The score in hundredths of a percent, rounded half up: 0..=10 000. Used if two different
    /// scores would show the same tenths.
    #[must_use]
    pub const fn hundredths(self) -> u32 {
        half_up(10 * self.numerator(), 2 * self.weight)
    }

    /// The score in whole percent, for headlines: 0 and 100 only if it is exactly that.
    #[must_use]
    pub const fn whole(self) -> u32 {
        let (points, most) = (self.numerator(), 2000 * self.weight);
        if points == 0 || points == most {
            100 * points / most
        } else {
            let whole = half_up(points, 20 * self.weight);
            if whole == 0 {
                1
            } else if whole == 100 {
                99
            } else {
                whole
            }
        }
    }

    /// How far ahead it is of another score of the same answers, in whole percent; 0 if that is less
    /// than half of one.
    #[must_use]
    pub const fn ahead_of(self, other: Self) -> u32 {
        half_up(self.numerator().saturating_sub(other.numerator()), 20 * self.weight)
    }

    /// The interval in tenths of a percent: the range of the score over all values of the unknown
    /// facts.
    #[must_use]
    pub const fn interval(self) -> (Tenths, Tenths) {
        (Tenths(half_up(self.low, self.weight)), Tenths(half_up(self.high, self.weight)))
    }

    /// Whether all facts that were asked for are known.
    #[must_use]
    pub const fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// The share of the weight whose facts are known, whole percent rounded down: 0..=100.
    #[must_use]
    pub const fn completeness(self) -> u32 {
        100 * self.known / self.weight
    }
}

/// The contribution of one question to the score of one alternative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// The question.
    pub question: QuestionId,
    /// Its weight in the score.
    pub weight: u32,
    /// The utility that the alternative has.
    pub earned: Interval,
    /// The points in tenths of a percent of the whole score. The shown points of all questions add
    /// up to the shown score exactly; each is off by less than a tenth.
    pub tenths: Tenths,
    /// The points that the question could have given, `100·w / W`, in tenths, rounded half up; never
    /// fewer than the points shown.
    pub possible: Tenths,
}

/// The contributions of all questions that give points, in question order.
///
/// `c_k = 100·w_k·(lo + hi) / (2·1000·W)`; shown by the method of largest remainders, ties by
/// question order. Empty if no question gives points.
#[must_use]
pub fn contributions(
    table: &UtilityTable,
    answers: &Answers,
    alternative: AltId,
) -> Vec<Contribution> {
    let Some(score) = Score::of(table, answers, alternative) else {
        return Vec::new();
    };
    let mut remainders = Vec::new();
    let mut parts = Vec::new();
    for (question, answer) in answers.iter().filter(|(_, answer)| answer.weight() > 0) {
        let weight = answer.weight();
        let earned = table.earned(alternative, question, answer);
        let numerator = weight * earned.doubled_mid();
        remainders.push((numerator % (2 * score.weight), parts.len()));
        parts.push(Contribution {
            question,
            weight,
            earned,
            tenths: Tenths(numerator / (2 * score.weight)),
            possible: Tenths(half_up(1000 * weight, score.weight)),
        });
    }
    let shown: u32 = parts.iter().map(|part| part.tenths.0).sum();
    let missing = score.tenths().0.saturating_sub(shown) as usize;
    sort::sort_by_number(&mut remainders, |(rest, _)| u64::from(!rest));
    for (_, at) in remainders.into_iter().take(missing) {
        let part = &mut parts[at];
        part.tenths.0 += 1;
        part.possible = part.possible.max(part.tenths);
    }
    parts
}
