//! Which changes of importance reverse the order of two alternatives (decision model, 2.7), and the
//! fewest reasons that settle it. `D = P − C` is the lead of the first over the second.
//!
//! Only importances vary: no answer changes to another option, and no open question is answered.

use super::Importance;
use super::pairwise::{Difference, weighed};
use crate::domain::catalog::QuestionId;
use crate::domain::rounding::half_up;
use crate::domain::sort;

/// The weight of one question at which two alternatives are exactly equal, all else unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TieWeight {
    /// The question.
    pub question: QuestionId,
    /// Its weight now; above 0.
    pub weight: u32,
    /// The tie weight is `numerator / denominator`, at least 0; not reduced.
    pub numerator: u32,
    /// Above 0.
    pub denominator: u32,
}

impl TieWeight {
    /// The tie weight in tenths, rounded half up.
    #[must_use]
    pub const fn tenths(self) -> u32 {
        half_up(10 * self.numerator, self.denominator)
    }

    /// The change from the present weight, in whole percent of it, rounded towards 0 so that it
    /// never promises too much: −37 is 37 % less.
    #[must_use]
    pub const fn change_percent(self) -> i64 {
        let now = self.weight as i64 * self.denominator as i64;
        100 * (self.numerator as i64 - now) / now
    }
}

/// The tie weights of all questions that have one, in question order.
///
/// `w* = w − D/d`, if it is not below 0 (Triantaphyllou and Sanchez 1997). A question in which the
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

/// The fewest steps on the scale off, normal, important, very important, over all answered
/// questions, that put the second alternative ahead; none if no steps can, 0 if it is ahead
/// already.
///
/// A knapsack over the questions finds the greatest change of the lead for each number of steps. It
/// is exact even if a second step counts more than the first.
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
        // The pros of the first alternative count less, its cons count more.
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

/// The smallest total change of importances, `Σ |Δw|`, that removes the lead: a fraction, numerator
/// and denominator. 0 if there is no lead.
///
/// A fractional greedy algorithm by `|d|`: a pro can lose at most its weight, a con can grow
/// without limit. The result equals the linear program.
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

/// The fewest questions that by themselves outweigh everything that speaks for the other
/// alternative, the strongest first; ties in question order. Empty if there is no lead.
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
