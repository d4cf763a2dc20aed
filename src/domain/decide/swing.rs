//! How far one open question could carry two alternatives apart, whatever is answered (decision model,
//! 2.8).
//!
//! # What this module does not do
//! It does not weigh: a swing is at weight 1, and whoever asks multiplies it by the greatest importance
//! in question.

use super::table::chosen;
use super::{Interval, Table};
use crate::domain::catalog::{AltId, QuestionId, Select};

/// The most that open questions can take from one alternative against another, at weight 1 and in
/// doubled utility. Never above 0, because a question may be skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swing {
    /// With every unknown fact in the middle of what it could be.
    pub mid: i32,
    /// With every unknown fact as bad for the one and as good for the other as it could be.
    pub worst: i32,
}

impl Swing {
    /// `min(0, min d(S))` of one question, over all sets `S` of options that an answer may have.
    ///
    /// For known utilities, and for the worst case of unknown ones, the least is at a single option.
    /// For a maximum let `o` be where B is best on `S`: `max_S A − max_S B ≥ A(o) − B(o)`. And a mean
    /// of differences is no less than the least of them, also rounded.
    /// The middles of unknown utilities join two such differences, which may be least at different
    /// options; then the sets are tried. Of any, two options are enough: those where B is best at its
    /// lower and at its upper ends. Of all, every set is tried.
    #[must_use]
    pub fn of(table: &Table, question: QuestionId, alternative: AltId, rival: AltId) -> Self {
        let own = table.options(alternative, question);
        let others = table.options(rival, question);
        let mut least = Least::default();
        for (own, other) in own.iter().zip(others) {
            least.count(*own, *other);
        }
        // No set goes below the least of both ends.
        if least.mid > least.lo + least.hi {
            match table.shape(question).select {
                Select::One => {}
                Select::Any => try_pairs(&mut least, own, others),
                Select::All => try_sets(&mut least, table, question, alternative, rival),
            }
        }
        Self { mid: least.mid.min(0), worst: least.worst.min(0) }
    }

    /// The swing of several questions together: each is answered for itself.
    #[must_use]
    pub fn of_all(table: &Table, questions: &[QuestionId], one: AltId, rival: AltId) -> Self {
        let mut sum = Self::default();
        for question in questions {
            let swing = Self::of(table, *question, one, rival);
            sum.mid += swing.mid;
            sum.worst += swing.worst;
        }
        sum
    }
}

/// The least differences seen: of doubled middles, of the lower and the upper ends, of the worst case.
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

/// The most options of which every set is tried. With more, the bound is taken that no set goes below:
/// at most one two-thousandth of a question under the least, so that nothing is promised too early.
const FEW: usize = 8;

fn try_sets(least: &mut Least, table: &Table, question: QuestionId, one: AltId, rival: AltId) {
    let n = table.shape(question).n_options;
    if n > FEW {
        least.mid = (least.mid - 1).max(least.lo + least.hi);
        return;
    }
    for set in 1_u32..1 << n {
        if chosen(set, n).nth(1).is_some() {
            let of = |alternative| table.utility(alternative, question, set);
            least.count(of(one), of(rival));
        }
    }
}
