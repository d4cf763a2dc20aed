//! Utilities as intervals of integers, and how they are put together.

use crate::domain::catalog::FULL;
use crate::domain::rounding::half_up;

/// A utility between `lo` and `hi`, both 0..=1000; they are equal if the fact is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The least it can be.
    pub lo: u16,
    /// The greatest it can be.
    pub hi: u16,
}

impl Interval {
    /// A known utility.
    #[must_use]
    pub const fn exactly(utility: u16) -> Self {
        Self { lo: utility, hi: utility }
    }

    /// Twice the midpoint, an integer 0..=2000.
    #[must_use]
    pub const fn doubled_mid(self) -> u32 {
        self.lo as u32 + self.hi as u32
    }

    /// Whether the utility is known.
    #[must_use]
    pub const fn is_known(self) -> bool {
        self.lo == self.hi
    }
}

/// The maximum of two intervals, bound by bound.
pub(super) fn greatest(one: Interval, other: Interval) -> Interval {
    Interval { lo: one.lo.max(other.lo), hi: one.hi.max(other.hi) }
}

/// The minimum of two intervals, bound by bound.
pub(super) fn least(one: Interval, other: Interval) -> Interval {
    Interval { lo: one.lo.min(other.lo), hi: one.hi.min(other.hi) }
}

/// The mean of some utilities, rounded half up once; 0 for none.
pub(super) fn mean(intervals: impl Iterator<Item = Interval>) -> Interval {
    let (n, lo, hi) = intervals.fold((0_u32, 0_u32, 0_u32), |(n, lo, hi), next| {
        (n + 1, lo + u32::from(next.lo), hi + u32::from(next.hi))
    });
    Interval { lo: quotient(lo, n), hi: quotient(hi, n) }
}

/// A sum of `n` utilities divided by their number, rounded half up; 0 for none.
pub(super) fn quotient(sum: u32, n: u32) -> u16 {
    if n == 0 { 0 } else { u16::try_from(half_up(sum, n)).unwrap_or(FULL) }
}
