//! How far one open question could shift the lead between two alternatives (decision model, 2.8).
//!
//! Losses are at weight 1; the caller multiplies them by the greatest importance in question.

use super::interval::mean;
use super::table::chosen;
use super::{Interval, UtilityTable};
use crate::domain::catalog::{AltId, QuestionId, Select};

/// The most that open questions can take from one alternative against another, at weight 1 and in
/// doubled utility. Never above 0, because a question may be skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WorstCaseLoss {
    /// With every unknown fact at its midpoint.
    pub mid: i32,
    /// With every unknown fact as bad for the first and as good for the second as possible.
    pub worst: i32,
}

impl WorstCaseLoss {
    /// `min(0, min d(S))` of one question, over all sets `S` of options that an answer may have.
    ///
    /// For known utilities, and for the worst case of unknown ones, the minimum is at a single
    /// option. For a maximum let `o` be the option where B is best on `S`:
    /// `max_S A − max_S B ≥ A(o) − B(o)`. And a mean of differences is no less than the least of
    /// them, even after rounding. With unknown facts the midpoint adds two differences whose minima
    /// may lie at different options. For [`Select::Any`] it is enough to try all pairs of options:
    /// those where B is best at its lower and at its upper bound. For [`Select::All`] we try every
    /// subset that could be lower.
    #[must_use]
    pub fn of(
        table: &UtilityTable,
        question: QuestionId,
        alternative: AltId,
        rival: AltId,
    ) -> Self {
        let own = table.options(alternative, question);
        let others = table.options(rival, question);
        let (mut mid, mut unknown) = (0, 0);
        for (own, other) in own.iter().zip(others) {
            mid = mid.min(own.doubled_mid().cast_signed() - other.doubled_mid().cast_signed());
            unknown |= own.lo ^ own.hi | other.lo ^ other.hi;
        }
        if unknown == 0 {
            return Self { mid, worst: mid };
        }
        let mut least = Least::default();
        for (own, other) in own.iter().zip(others) {
            least.count(*own, *other);
        }
        // No set is below the sum of both minima.
        if least.mid > least.lo + least.hi {
            match table.shape(question).select {
                Select::One => {}
                Select::Any => try_pairs(&mut least, own, others),
                Select::All => try_sets(&mut least, own, others),
            }
        }
        Self { mid: least.mid.min(0), worst: least.worst.min(0) }
    }
}

/// The least differences so far: of doubled midpoints, of the lower and the upper bounds, of the
/// worst case.
struct Least {
    mid: i32,
    lo: i32,
    hi: i32,
    worst: i32,
}

impl Default for Least {
    fn default() -> Self {
        Self { mid: i32::MAX, lo: i32::MAX / 2, hi: i32::MAX / 2, worst: i32::MAX }
    }
}

impl Least {
    fn count(&mut self, own: Interval, other: Interval) {
        let (lo, hi) = (i32::from(own.lo), i32::from(own.hi));
        let (other_lo, other_hi) = (i32::from(other.lo), i32::from(other.hi));
        self.mid = self.mid.min(lo + hi - other_lo - other_hi);
        self.lo = self.lo.min(lo - other_lo);
        self.hi = self.hi.min(hi - other_hi);
        self.worst = self.worst.min(2 * (lo - other_hi));
    }
}

fn try_pairs(least: &mut Least, own: &[Interval], others: &[Interval]) {
    let both = |cells: &[Interval], one: usize, other: usize| Interval {
        lo: cells[one].lo.max(cells[other].lo),
        hi: cells[one].hi.max(cells[other].hi),
    };
    for one in 0..own.len() {
        for other in one + 1..own.len() {
            least.count(both(own, one, other), both(others, one, other));
        }
    }
}

/// Up to this number of options every subset is tried. With more, we use the lower bound of all
/// sets: it is at most one two-thousandth of a question too low, so the result is never too
/// optimistic.
const FEW: usize = 8;

fn try_sets(least: &mut Least, own: &[Interval], others: &[Interval]) {
    if own.len() > FEW {
        least.mid = (least.mid - 1).max(least.lo + least.hi);
        return;
    }
    // Rounding the four means changes the result by less than 2. So a set is below the minimum of
    // single options only if the differences of its n options exceed it by less than n in total.
    let n = i32::try_from(own.len()).unwrap_or(i32::MAX);
    let single = least.mid;
    let is_near = |at: &usize| {
        let both = (own[*at].doubled_mid(), others[*at].doubled_mid());
        both.0.cast_signed() - both.1.cast_signed() - single < n
    };
    let near: Vec<usize> = (0..own.len()).filter(is_near).collect();
    for set in 1_u32..1 << near.len() {
        if !set.is_power_of_two() {
            let of = |cells: &[Interval]| mean(chosen(set, near.len()).map(|at| cells[near[at]]));
            least.count(of(own), of(others));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalog::FULL;
    use crate::domain::decide::Shape;

    fn loss(select: Select, cells: [(u16, u16); 4]) -> WorstCaseLoss {
        let shape = Shape { select, n_options: 2, must_at: FULL };
        let cells = cells.map(|(lo, hi)| Interval { lo, hi }).to_vec();
        let table = UtilityTable::from_cells(vec![shape], 2, cells);
        WorstCaseLoss::of(&table, QuestionId(0), AltId(0), AltId(1))
    }

    #[test]
    fn a_question_takes_the_worst_difference_or_is_skipped() {
        let known = |utilities: [u16; 4]| utilities.map(|utility| (utility, utility));
        let better = loss(Select::One, known([900, 400, 300, 400]));
        assert_eq!(better, WorstCaseLoss::default(), "nothing is lost where it is nowhere behind");
        let behind = loss(Select::One, known([900, 400, 300, 700]));
        assert_eq!(behind, WorstCaseLoss { mid: -600, worst: -600 });
    }

    #[test]
    fn of_any_two_options_may_take_more_than_each_of_them() {
        let cells = [(0, 500), (0, 500), (500, 500), (0, 900)];
        assert_eq!(loss(Select::One, cells).mid, -500);
        assert_eq!(loss(Select::Any, cells).mid, -900);
        assert_eq!(loss(Select::Any, cells).worst, -1800);
    }

    #[test]
    fn of_all_the_rounding_of_a_mean_may_take_one_more() {
        let cells = [(0, 0), (0, 0), (0, 2), (1, 1)];
        assert_eq!(loss(Select::Any, cells).mid, -3, "at most 1 and at most 2");
        assert_eq!(loss(Select::All, cells).mid, -3, "the means 0.5 and 1.5 are rounded up");
        assert_eq!(loss(Select::One, cells).mid, -2);
    }
}
