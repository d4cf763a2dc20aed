//! What it takes to turn the order of two alternatives by importance (decision model, 2.7), and the
//! fewest reasons that settle it. Of the one alternative against the other, `D = P − C`.
//!
//! Only importances vary: no answer changes to another option, and no open question is answered.

use super::Importance;
use super::pairwise::{Difference, weighed};
use crate::domain::catalog::QuestionId;
use crate::domain::sort;

/// The weight of one question at which two alternatives are exactly equal, all else as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TieWeight {
    /// The question.
    pub question: QuestionId,
    /// Its weight now; above 0.
    pub weight: u32,
    /// The weight of the tie is `numerator / denominator`, at least 0; not reduced.
    pub numerator: u32,
    /// Above 0.
    pub denominator: u32,
}

impl TieWeight {
    /// The weight of the tie in tenths, rounded half up.
    #[must_use]
    pub const fn tenths(self) -> u32 {
        (20 * self.numerator + self.denominator) / (2 * self.denominator)
    }

    /// The change from the weight of now, in whole percent of it, rounded towards 0 so that it never
    /// promises too much: −37 is 37 % less.
    #[must_use]
    pub const fn change_percent(self) -> i64 {
        let now = self.weight as i64 * self.denominator as i64;
        100 * (self.numerator as i64 - now) / now
    }
}

/// The tie weights of all questions that have one, in question order.
///
/// `w* = w − D/d`, where it is not below 0 (Triantaphyllou and Sanchez 1997). A question in which the
/// two do not differ has none.
#[must_use]
pub fn tie_weights(differences: &[Difference]) -> Vec<TieWeight> {
    let lead = weighed(differences).lead();
    let mut tie_weights = Vec::new();
    for difference in differences {
        let Difference { question, weight, gap } = *difference;
        // w* = (w·d − D) / d, with the sign of d moved to the numerator.
        let numerator = (weight.cast_signed() * gap - lead) * gap.signum();
        if gap != 0 && numerator >= 0 {
            let (numerator, denominator) = (numerator.unsigned_abs(), gap.unsigned_abs());
            tie_weights.push(TieWeight { question, weight, numerator, denominator });
        }
    }
    tie_weights
}

/// The fewest steps on the scale off, normal, important, very important, over all answered questions,
/// that put the other one ahead; none where no steps can. 0 where it is ahead.
///
/// By the greatest change of the lead for each number of steps, question by question (a knapsack):
/// exact, also where a second step counts more than the first.
#[must_use]
pub fn importance_steps(differences: &[Difference]) -> Option<usize> {
    const SCALE: [u32; 4] = [
        0,
        Importance::Normal.weight(),
        Importance::Important.weight(),
        Importance::VeryImportant.weight(),
    ];
    let lead = weighed(differences).lead();
    let mut most = vec![0];
    for difference in differences {
        let at = SCALE.iter().position(|weight| *weight == difference.weight).unwrap_or(0);
        // What speaks for the one is counted less, what speaks against it more.
        let steps = if difference.gap > 0 { at } else { SCALE.len() - 1 - at };
        let moved = |steps: usize| {
            let to = if difference.gap > 0 { at - steps } else { at + steps };
            (SCALE[to].abs_diff(difference.weight) * difference.gap.unsigned_abs()).cast_signed()
        };
        let mut next = vec![0; most.len() + steps];
        for (before, change) in most.iter().enumerate() {
            for step in 0..=steps {
                next[before + step] = next[before + step].max(change + moved(step));
            }
        }
        most = next;
    }
    most.into_iter().position(|change| change > lead)
}

/// The smallest total change of importances, `Σ |Δw|`, that takes the lead away: a fraction, numerator
/// and denominator. 0 where there is no lead.
///
/// Fractional and greedy by `|d|`: what speaks for the one can lose no more than its weight, what
/// speaks against it can grow without limit. It equals the linear program.
#[must_use]
pub fn least_change(differences: &[Difference]) -> (u32, u32) {
    let mut left = weighed(differences).lead().max(0).unsigned_abs();
    let mut order = differences.to_vec();
    sort::sort_by_number(&mut order, |one| u64::from(!one.gap.unsigned_abs()));
    let mut whole = 0;
    for difference in order {
        let size = difference.gap.unsigned_abs();
        if left == 0 || size == 0 {
            break;
        }
        if difference.gap < 0 || difference.points() >= left {
            return (whole * size + left, size);
        }
        left -= difference.points();
        whole += difference.weight;
    }
    (whole, 1)
}

/// The fewest questions that by themselves outweigh everything that speaks for the other one, the
/// strongest first; ties in question order. Empty where there is no lead.
#[must_use]
pub fn sufficient(differences: &[Difference]) -> Vec<QuestionId> {
    let gap = weighed(differences);
    let mut pros = differences.to_vec();
    pros.retain(|difference| difference.gap > 0);
    sort::sort_by_number(&mut pros, |pro| u64::from(!pro.points()));
    let mut sum = 0;
    let mut reasons = Vec::new();
    for pro in pros.into_iter().filter(|_| gap.lead() > 0) {
        if sum > gap.cons {
            break;
        }
        sum += pro.points();
        reasons.push(pro.question);
    }
    reasons
}
