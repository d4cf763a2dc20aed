//! How far the importances may be off before the order of two alternatives reverses (decision
//! model, 2.7).
//!
//! The tolerance `t = (P − C) / (P + C)` is the largest relative error `± t` of every importance,
//! all at once and each in the worst direction, for which the first alternative is still not
//! behind: `P(1 − t) − C(1 + t) ≥ 0`. (Wendell's tolerance approach.)
//!
//! The words cover the importance of the answered questions only. They do not cover questions that
//! are switched off or newly answered, unknown facts, or wrong facts.

use core::cmp::Ordering;

use super::evaluation::Evaluation;
use super::pairwise::{Lead, ProsCons};
use crate::domain::catalog::AltId;
use crate::domain::sort;

/// How firm a lead is, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Firmness {
    /// `P < C`: there is no lead, the other one is ahead.
    Behind,
    /// `P = C`: equal, in everything that was asked or on balance.
    Tie,
    /// `C < P < 2C`.
    Leaning,
    /// `P ≥ 2C`: each importance may be off by a third.
    Firm,
    /// `P ≥ 4C`: each importance may be halved or doubled.
    Solid,
    /// `C = 0 < P`: no importance of the answered questions can change it.
    Dominates,
}

impl ProsCons {
    /// The firmness of a lead.
    #[must_use]
    pub const fn firmness(self) -> Firmness {
        let Self { pros, cons } = self;
        if pros < cons {
            Firmness::Behind
        } else if pros == cons {
            Firmness::Tie
        } else if cons == 0 {
            Firmness::Dominates
        } else if pros >= 4 * cons {
            Firmness::Solid
        } else if pros >= 2 * cons {
            Firmness::Firm
        } else {
            Firmness::Leaning
        }
    }

    /// The tolerance in whole percent, −100..=100, rounded towards 0 so that it never promises too
    /// much. 0 if the alternatives do not differ.
    #[must_use]
    pub const fn tolerance_percent(self) -> i32 {
        let sum = self.pros + self.cons;
        if sum == 0 { 0 } else { 100 * self.lead() / sum.cast_signed() }
    }

    /// A number that orders tolerances exactly: `2P / (P + C)`, which is `1 + t`, in units of 2⁻⁴⁰.
    /// With `P + C ≤ 512 000` two tolerances that differ do so by more than 2⁻³⁸.
    const fn by_tolerance(self) -> u64 {
        let (pros, sum) = (self.pros as u64, self.pros as u64 + self.cons as u64);
        match (pros << 41).checked_div(sum) {
            Some(number) => number,
            None => 1 << 40,
        }
    }

    /// Compares two tolerances exactly, by cross-multiplying. It is 0 if the alternatives do not
    /// differ.
    #[must_use]
    pub fn cmp_tolerance(self, other: Self) -> Ordering {
        let sum = |gap: Self| i64::from((gap.pros + gap.cons).max(1));
        let (own, others) = (i64::from(self.lead()), i64::from(other.lead()));
        (own * sum(other)).cmp(&(others * sum(self)))
    }
}

/// An alternative compared with every other eligible one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Its leads, the least tolerance first; ties as in the ranking. The first is the lead over the
    /// most dangerous rival, which need not be the second in the ranking.
    pub leads: Vec<Lead>,
}

impl Standing {
    /// The standing of an alternative, whether it leads or not. Ties are included as leads of
    /// firmness [`Firmness::Tie`].
    #[must_use]
    pub fn of(evaluation: &Evaluation, alternative: AltId) -> Self {
        let rivals = evaluation.rivals(alternative);
        let mut leads: Vec<_> =
            rivals.map(|rival| Lead::over(evaluation, alternative, rival)).collect();
        sort::sort_by_number(&mut leads, |lead| lead.mid.by_tolerance());
        Self { leads }
    }

    /// The lead over the most dangerous rival; none without rivals.
    #[must_use]
    pub fn weakest(&self) -> Option<&Lead> {
        self.leads.first()
    }

    /// The lead over the most dangerous rival if every unknown fact is as bad as possible, to be
    /// read by its [`Lead::worst`]; none without rivals.
    #[must_use]
    pub fn weakest_at_worst(&self) -> Option<&Lead> {
        self.leads.iter().min_by(|one, other| one.worst.cmp_tolerance(other.worst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gap(pros: u32, cons: u32) -> ProsCons {
        ProsCons { pros, cons }
    }

    #[test]
    fn the_words_begin_exactly_at_their_bounds() {
        let words = [
            (gap(99, 100), Firmness::Behind),
            (gap(0, 0), Firmness::Tie),
            (gap(100, 100), Firmness::Tie),
            (gap(101, 100), Firmness::Leaning),
            (gap(199, 100), Firmness::Leaning),
            (gap(200, 100), Firmness::Firm),
            (gap(399, 100), Firmness::Firm),
            (gap(400, 100), Firmness::Solid),
            (gap(1, 0), Firmness::Dominates),
        ];
        for (gap, word) in words {
            assert_eq!(gap.firmness(), word, "{gap:?}");
        }
    }

    #[test]
    fn a_tolerance_in_percent_never_promises_more_than_the_exact_one() {
        assert_eq!(gap(2000, 1250).tolerance_percent(), 23, "3/13 is 23.08 %");
        assert_eq!(gap(199_999, 1).tolerance_percent(), 99, "just below 100 %");
        assert_eq!(gap(5, 0).tolerance_percent(), 100);
        assert_eq!(gap(0, 0).tolerance_percent(), 0);
        assert_eq!(gap(1, 2).tolerance_percent(), -33);
    }

    #[test]
    fn tolerances_that_show_the_same_percentage_are_compared_exactly() {
        let (one, other) = (gap(2001, 1000), gap(2000, 1000));
        assert_eq!(one.tolerance_percent(), other.tolerance_percent());
        assert_eq!(one.cmp_tolerance(other), Ordering::Greater);
        assert_eq!(gap(2, 1).cmp_tolerance(other), Ordering::Equal);
        assert_eq!(gap(0, 0).cmp_tolerance(gap(7, 7)), Ordering::Equal);
        assert_eq!(gap(512_000, 511_999).cmp_tolerance(gap(512_000, 511_998)), Ordering::Less);
    }

    #[test]
    fn tolerances_are_ordered_by_numbers_as_they_are_compared() {
        let most = 512_000;
        let mut gaps = vec![gap(0, 0), gap(7, 7), gap(0, 1), gap(0, most), gap(1, 0), gap(2, 1)];
        for pros in [1, 2, 3, 170_666, 255_999, 256_000, 256_001, most - 2, most - 1, most] {
            gaps.extend((0..4).map(|less| gap(pros, (most - pros).saturating_sub(less))));
        }
        for one in &gaps {
            for other in &gaps {
                let by_number = one.by_tolerance().cmp(&other.by_tolerance());
                assert_eq!(by_number, one.cmp_tolerance(*other), "{one:?} {other:?}");
            }
        }
    }
}
