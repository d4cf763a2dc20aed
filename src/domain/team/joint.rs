//! The joint rankings of those whom everybody accepts, by two rules (decision model, 4.2).
//!
//! - **Mean**: the greatest mean of everybody's scores (the utilitarian sum, Harsanyi 1955).
//! - **Regret**: a person's regret at an alternative is the difference between the best score that
//!   a ranked alternative has with them and the score of this one. The alternative whose greatest
//!   regret is smallest comes first (Savage 1951); ties are decided by the second greatest, and so
//!   on.
//!
//! Who has no score counts in neither. Equal is equal: ties are never broken.

use core::cmp::Ordering;

use super::opinion::{Opinion, Share};
use crate::domain::catalog::AltId;
use crate::domain::sort;

/// Both rankings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joint {
    /// By the mean of the scores, best first; all on rank 1 if nobody has a score.
    pub by_mean: Vec<Placed>,
    /// By the least regret of the worst off, best first; the same alternatives.
    pub by_regret: Vec<Placed>,
    /// The best of those ranked for each person; none for people without a score.
    best: Vec<Option<AltId>>,
}

/// An alternative in both rankings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The alternative.
    pub alternative: AltId,
    /// Its rank in the list that it is in: 1, 1, 3.
    pub rank: u16,
    /// The mean of the scores in tenths of a percent, rounded half up; none if nobody has a score.
    pub mean_tenths: Option<u32>,
    /// What each person with a score gives up, and who, the greatest first.
    pub regrets: Vec<(usize, Share)>,
}

impl Joint {
    /// The rankings for some opinions; equals are in the order of `listed`.
    #[must_use]
    pub fn of(listed: &[AltId], opinions: &[Opinion]) -> Self {
        let pool = pool(listed, opinions);
        let best = best(&pool, opinions);
        let means = means(&pool, opinions);
        let regrets: Vec<_> = pool.iter().map(|id| regrets(*id, &best, opinions)).collect();
        let ranked = |compare: &dyn Fn(usize, usize) -> Ordering| {
            let (mut rank, mut all) = (1, Vec::with_capacity(pool.len()));
            let order = sort::positions(pool.len(), compare);
            for (place, at) in order.iter().enumerate() {
                let is_equal = place > 0 && compare(order[place - 1], *at).is_eq();
                if !is_equal {
                    rank = u16::try_from(place + 1).unwrap_or(u16::MAX);
                }
                all.push(Placed {
                    alternative: pool[*at],
                    rank,
                    mean_tenths: means.tenths(*at),
                    regrets: regrets[*at].clone(),
                });
            }
            all
        };
        let by_mean = ranked(&|one, other| means.sums[other].cmp(&means.sums[one]));
        let by_regret = ranked(&|one, other| worst_first(&regrets[one], &regrets[other]));
        Self { by_mean, by_regret, best }
    }

    /// Those on rank 1 by the mean.
    pub fn first_by_mean(&self) -> impl Iterator<Item = &Placed> {
        self.by_mean.iter().take_while(|placed| placed.rank == 1)
    }

    /// Those on rank 1 by the least regret.
    pub fn first_by_regret(&self) -> impl Iterator<Item = &Placed> {
        self.by_regret.iter().take_while(|placed| placed.rank == 1)
    }

    /// The best of those ranked for a person, the first listed of several.
    #[must_use]
    pub fn best_of(&self, person: usize) -> Option<AltId> {
        self.best.get(person).copied().flatten()
    }

    /// What the worst off has to give up at least; none if nobody is ranked or has a score.
    #[must_use]
    pub fn least_regret(&self) -> Option<Share> {
        self.by_regret.first()?.regrets.first().map(|(_, share)| *share)
    }
}

/// The alternatives that everybody accepts, in the order of `listed`.
pub(super) fn pool(listed: &[AltId], opinions: &[Opinion]) -> Vec<AltId> {
    let is_accepted = |id: &&AltId| opinions.iter().all(|opinion| opinion.accepts(**id));
    listed.iter().filter(is_accepted).copied().collect()
}

/// The best of the pool for each person, the first of several.
pub(super) fn best(pool: &[AltId], opinions: &[Opinion]) -> Vec<Option<AltId>> {
    let of = |opinion: &Opinion| {
        let mut best: Option<AltId> = None;
        for id in pool.iter().filter(|_| opinion.is_scored()) {
            if best.is_none_or(|best| opinion.points(*id) > opinion.points(best)) {
                best = Some(*id);
            }
        }
        best
    };
    opinions.iter().map(of).collect()
}

/// What each person with a score gives up at an alternative, the greatest first.
pub(super) fn regrets(
    alternative: AltId,
    best: &[Option<AltId>],
    opinions: &[Opinion],
) -> Vec<(usize, Share)> {
    let people = opinions.iter().zip(best).enumerate();
    let all: Vec<_> = people
        .filter_map(|(at, (opinion, best))| Some((at, opinion.regret((*best)?, alternative)?)))
        .collect();
    let order = sort::positions(all.len(), &|one, other| all[other].1.cmp(&all[one].1));
    order.into_iter().map(|at| all[at]).collect()
}

/// Orders lists of regrets, each the greatest first: the least greatest one first, then by the next.
pub(super) fn worst_first(one: &[(usize, Share)], other: &[(usize, Share)]) -> Ordering {
    let pairs = one.iter().zip(other).map(|((_, one), (_, other))| one.cmp(other));
    pairs.into_iter().find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

/// The sums of all scores, on the scale of the least common multiple of everybody's weights.
pub(super) struct Means {
    /// One for each of the pool.
    pub(super) sums: Vec<u128>,
    /// What they could be at most; 0 if nobody has a score.
    most: u128,
}

impl Means {
    /// A mean in tenths of a percent.
    fn tenths(&self, at: usize) -> Option<u32> {
        let doubled = (2000 * self.sums[at] + self.most).checked_div(2 * self.most)?;
        u32::try_from(doubled).ok()
    }
}

/// The sums of the scores of a pool.
pub(super) fn means(pool: &[AltId], opinions: &[Opinion]) -> Means {
    let scored: Vec<_> = opinions.iter().filter(|opinion| opinion.is_scored()).collect();
    // At most 256 to the power of 8.
    let multiple =
        scored.iter().fold(1, |all, opinion| common_multiple(all, opinion.weight.into()));
    let sum = |id: &AltId| {
        let share = |opinion: &&Opinion| {
            u128::from(opinion.points(*id)) * (multiple / u128::from(opinion.weight))
        };
        scored.iter().map(share).sum()
    };
    let most = scored
        .iter()
        .map(|opinion| u128::from(opinion.whole()) * (multiple / u128::from(opinion.weight)));
    Means { sums: pool.iter().map(sum).collect(), most: most.sum() }
}

/// The least common multiple of two numbers above 0.
fn common_multiple(one: u128, other: u128) -> u128 {
    let (mut greater, mut rest) = (one, other);
    while rest != 0 {
        (greater, rest) = (rest, greater % rest);
    }
    one / greater * other
}
