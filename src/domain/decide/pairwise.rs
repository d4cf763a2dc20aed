//! Comparison of two alternatives, on which all robustness measures are based (decision model,
//! 2.6).
//!
//! With doubled midpoints `d_k = (lo + hi)_A − (lo + hi)_B`, the pros are `P = Σ_{d>0} w·d`, the
//! cons `C = Σ_{d<0} w·|d|`, and the lead is `P − C = N_A − N_B`. All scores have the same divisor
//! `W`, so only these sums matter. Whatever the unknown facts are, A leads by at least what
//! `d_k = 2·lo_A − 2·hi_B` gives.
//!
//! Only answered questions count here; `necessary_winner` considers the open ones.

use super::evaluation::Evaluation;
use crate::domain::catalog::{AltId, QuestionId};

/// Pros and cons of one alternative compared with another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ProsCons {
    /// `P`, in weight × doubled utility; at most 512 000 for 64 questions, as [`ProsCons::cons`].
    pub pros: u32,
    /// `C`.
    pub cons: u32,
}

impl ProsCons {
    /// `P − C`: above 0 if the first alternative is ahead.
    #[must_use]
    pub const fn lead(self) -> i32 {
        self.pros.cast_signed() - self.cons.cast_signed()
    }

    const fn count(&mut self, weight: u32, one: u32, other: u32) {
        if one > other {
            self.pros += weight * (one - other);
        } else {
            self.cons += weight * (other - one);
        }
    }
}

/// How far one alternative is ahead of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The other.
    pub rival: AltId,
    /// With every unknown fact at its midpoint, as in the score.
    pub mid: ProsCons,
    /// With every unknown fact as bad for this alternative and as good for the rival as possible.
    pub worst: ProsCons,
}

impl Lead {
    /// The lead of an alternative over a rival; negative if the rival is ahead.
    #[must_use]
    pub fn over(evaluation: &Evaluation, alternative: AltId, rival: AltId) -> Self {
        let mut lead = Self { rival, mid: ProsCons::default(), worst: ProsCons::default() };
        let earned = evaluation.earned(alternative).iter().zip(evaluation.earned(rival));
        for (asked, (own, other)) in evaluation.asked.iter().zip(earned) {
            lead.mid.count(asked.weight, own.doubled_mid(), other.doubled_mid());
            lead.worst.count(asked.weight, 2 * u32::from(own.lo), 2 * u32::from(other.hi));
        }
        lead
    }
}

/// By how much one alternative differs from another in one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The question.
    pub question: QuestionId,
    /// The weight of its answer.
    pub weight: u32,
    /// `d_k`, −2000..=2000: above 0 if the first alternative earns more.
    pub gap: i32,
}

impl Difference {
    /// Its weighted size: `w·|d|`.
    #[must_use]
    pub const fn points(self) -> u32 {
        self.weight * self.gap.unsigned_abs()
    }
}

/// The differences of two alternatives in question order, including those that are 0.
#[must_use]
pub fn differences(evaluation: &Evaluation, alternative: AltId, rival: AltId) -> Vec<Difference> {
    let earned = evaluation.earned(alternative).iter().zip(evaluation.earned(rival));
    let both = evaluation.asked.iter().zip(earned);
    both.map(|(asked, (own, other))| Difference {
        question: asked.question,
        weight: asked.weight,
        gap: own.doubled_mid().cast_signed() - other.doubled_mid().cast_signed(),
    })
    .collect()
}

/// Pros and cons of some differences.
#[must_use]
pub fn weighed(differences: &[Difference]) -> ProsCons {
    let mut gap = ProsCons::default();
    for difference in differences {
        if difference.gap > 0 {
            gap.pros += difference.points();
        } else {
            gap.cons += difference.points();
        }
    }
    gap
}
