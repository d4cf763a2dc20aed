//! How often each alternative is first when the weights behind the words for importance vary
//! (decision model, 2.9; the first-rank acceptability of SMAA-2, Lahdelma and Salminen 2001).
//!
//! A normal weight lies anywhere in `[1, 2)`, an important one in `[2, 4)`, a very important one in
//! `[4, 8)`. The intervals are adjacent, and the midpoint of each is 1.5 times the nominal weight,
//! so that the average sample ranks as the score does. The samples ("readings") are a fixed lattice
//! and not random: with `z_0 = 1` and `z_j = a·z_{j−1} mod N`, sample `s` gives the `j`-th answered
//! question the weight `w·(2N + 2·(s·z_j mod N) + 1)`, in units of `1 / 2N`.
//!
//! A share of samples is not a probability of being right. Open questions and facts are not varied.

use super::evaluation::Evaluation;
use super::firmness::Firmness;
use super::pairwise::Lead;
use crate::domain::catalog::AltId;
use crate::domain::rounding::half_up;

/// The size of the lattice. The constants are chosen by test: others are off by many percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lattice {
    /// 4093 samples, with an error of about one percent at most.
    Fine,
    /// 1021 samples, with an error of two to three percent.
    Coarse,
}

impl Lattice {
    /// `(N, a)`.
    const fn constants(self) -> (u32, u32) {
        match self {
            Self::Fine => (4093, 595),
            Self::Coarse => (1021, 75),
        }
    }
}

/// How often each alternative is first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    /// The number of samples.
    pub readings: u32,
    /// For each alternative, in how many samples it is first alone, in the order of the ranking;
    /// only alternatives that are first at least once.
    pub firsts: Vec<(AltId, u32)>,
    /// In how many samples several are first together.
    pub ties: u32,
}

impl Shares {
    /// The shares of the eligible alternatives; none while no question gives points.
    ///
    /// A rival that the leader beats firmly is never first. If that holds for all rivals, the
    /// leader is first in every sample, and no sample is computed.
    #[must_use]
    pub fn of(evaluation: &Evaluation, lattice: Lattice) -> Option<Self> {
        let leader = evaluation.eligible().next().filter(|_| !evaluation.asked.is_empty())?;
        let could_be_first =
            |rival: &AltId| Lead::over(evaluation, leader, *rival).mid.firmness() < Firmness::Firm;
        let mut candidates = vec![leader];
        candidates.extend(evaluation.rivals(leader).filter(could_be_first));
        let (readings, _) = lattice.constants();
        let (firsts, ties) = if candidates.len() == 1 {
            (vec![readings], 0)
        } else {
            count(evaluation, &candidates, lattice)
        };
        let firsts = candidates.into_iter().zip(firsts).filter(|(_, n)| *n > 0).collect();
        Some(Self { readings, firsts, ties })
    }

    /// The share of an alternative in whole percent, rounded half up; but 100 only if it is first
    /// in all samples, and 0 only if it is first in none.
    #[must_use]
    pub fn percent(&self, alternative: AltId) -> u32 {
        let found = self.firsts.iter().find(|(one, _)| *one == alternative);
        found.map_or(0, |(_, firsts)| self.whole_percent(*firsts))
    }

    /// The share of ties, rounded in the same way.
    #[must_use]
    pub const fn ties_percent(&self) -> u32 {
        self.whole_percent(self.ties)
    }

    const fn whole_percent(&self, n: u32) -> u32 {
        if n == 0 || n == self.readings {
            return if n == 0 { 0 } else { 100 };
        }
        let percent = half_up(100 * n, self.readings);
        if percent == 0 {
            1
        } else if percent == 100 {
            99
        } else {
            percent
        }
    }
}

/// In how many samples each candidate is first alone, and in how many several are.
fn count(evaluation: &Evaluation, candidates: &[AltId], lattice: Lattice) -> (Vec<u32>, u32) {
    let (n, step) = lattice.constants();
    let n_asked = evaluation.asked.len();
    let mut generators = Vec::with_capacity(n_asked);
    let mut generator = 1;
    for _ in 0..n_asked {
        generators.push(generator);
        generator = generator * step % n;
    }
    let rows: Vec<i64> = candidates
        .iter()
        .flat_map(|candidate| evaluation.earned(*candidate))
        .map(|earned| i64::from(earned.doubled_mid()))
        .collect();
    let mut firsts = vec![0; candidates.len()];
    let mut ties = 0;
    let mut weights = vec![0; n_asked];
    for reading in 0..n {
        for ((weight, asked), generator) in
            weights.iter_mut().zip(&evaluation.asked).zip(&generators)
        {
            *weight = i64::from(asked.weight * (2 * n + 2 * (reading * generator % n) + 1));
        }
        let (mut best, mut at_best, mut alone) = (-1, 0, true);
        for (at, row) in rows.chunks_exact(n_asked).enumerate() {
            let points: i64 =
                row.iter().zip(&weights).map(|(earned, weight)| earned * weight).sum();
            if points > best {
                (best, at_best, alone) = (points, at, true);
            } else if points == best {
                alone = false;
            }
        }
        if alone {
            firsts[at_best] += 1;
        } else {
            ties += 1;
        }
    }
    (firsts, ties)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_and_nothing_are_said_only_where_they_are_true() {
        let percent = |n: u32| {
            let firsts = vec![(AltId(0), n)];
            Shares { readings: 1000, firsts, ties: 1000 - n }.percent(AltId(0))
        };
        let shown = [(0, 0), (1, 1), (14, 1), (15, 2), (985, 99), (999, 99), (1000, 100)];
        for (n, shown) in shown {
            assert_eq!(percent(n), shown, "{n} of 1000");
        }
        let shares = Shares { readings: 1000, firsts: Vec::new(), ties: 996 };
        assert_eq!((shares.percent(AltId(0)), shares.ties_percent()), (0, 99));
    }
}
