//! What to give up if no alternative meets all must-haves: every minimal set of must-haves whose
//! removal readmits an alternative, and every minimal set that no alternative meets as a whole
//! (decision model, 2.11).
//!
//! For each alternative take the set of must-haves it fails. The inclusion-minimal sets are exactly
//! the minimal relaxations; dropping one readmits the alternatives that produced it. A set of
//! must-haves that no alternative meets, although each proper subset is met by some alternative, is
//! a minimal conflict. Every relaxation intersects every conflict. (All maximal succeeding
//! sub-queries from evaluating each requirement once: Jannach, 2006.)
//!
//! A must-have that is given up stays a wish, as in [`AnswerChange::DropMust`].

use super::change::{AnswerChange, apply};
use super::rank::{Cause, Verdict, must_haves, verdicts};
use super::table::UtilityTable;
use super::{Answers, Score};
use crate::domain::catalog::AltId;
use crate::domain::sort;

/// How many must-haves can be relaxed; further ones are taken as fixed.
pub const MOST: usize = 16;

/// The conflicts and relaxations if no alternative meets all must-haves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoMatch {
    /// The must-haves that could be given up, in question order; bit `i` of a set stands for the
    /// one at index `i`.
    pub musts: Vec<Cause>,
    /// How many further must-haves there are, which every readmitted alternative meets. If above 0,
    /// there may be relaxations that are not listed: those that give up one of these.
    pub n_fixed: usize,
    /// All minimal relaxations: the fewest must-haves first, then the best score, then question
    /// order.
    pub relaxations: Vec<Relaxation>,
    /// All minimal sets of must-haves that no alternative meets: the smallest first, then question
    /// order.
    pub conflicts: Vec<u16>,
}

/// A minimal set of must-haves without which some alternative is eligible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// The must-haves to give up.
    pub dropped: u16,
    /// The alternatives that are readmitted, best first, ties in catalog order; never empty.
    pub returns: Vec<Returning>,
}

/// An alternative that is readmitted once some must-haves are given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Returning {
    /// The alternative.
    pub alternative: AltId,
    /// The must-haves given up that are unknown rather than failed.
    pub unknown: u16,
    /// Its score once they are wishes.
    pub score: Option<Score>,
}

impl NoMatch {
    /// Conflicts and relaxations; none if an alternative meets all must-haves, and if there are no
    /// must-haves.
    #[must_use]
    pub fn of(table: &UtilityTable, answers: &Answers) -> Option<Self> {
        let mut musts = must_haves(table, answers);
        let fixed = musts.split_off(musts.len().min(MOST));
        let unmet = Unmet::of(table, answers, &musts, &fixed);
        if unmet.0.is_empty() || unmet.0.iter().any(|one| one.is_kept && one.fails == 0) {
            return None;
        }
        let conflicts = conflicts(&unmet, musts.len());
        let relaxations = relaxations(table, answers, &musts, &unmet);
        Some(Self { musts, n_fixed: fixed.len(), relaxations, conflicts })
    }

    /// The must-haves of a set.
    pub fn musts_in(&self, set: u16) -> impl Iterator<Item = Cause> {
        self.musts
            .iter()
            .enumerate()
            .filter(move |(at, _)| set >> at & 1 == 1)
            .map(|(_, must)| *must)
    }

    /// The answers after a relaxation.
    #[must_use]
    pub fn relaxed(&self, table: &UtilityTable, answers: &Answers, dropped: u16) -> Answers {
        without(table, answers, &self.musts, dropped)
    }
}

/// The unmet must-haves of each alternative that is not taken out, in catalog order.
struct Unmet(Vec<OfOne>);

/// The unmet must-haves of one alternative.
struct OfOne {
    alternative: AltId,
    /// The must-haves that fail or are unknown.
    fails: u16,
    /// Those of them that are unknown.
    unknown: u16,
    /// Whether it meets the must-haves that are taken as fixed.
    is_kept: bool,
}

impl Unmet {
    fn of(table: &UtilityTable, answers: &Answers, musts: &[Cause], fixed: &[Cause]) -> Self {
        let one = |alternative| OfOne { alternative, fails: 0, unknown: 0, is_kept: true };
        let mut all: Vec<_> = table.alternatives().map(one).collect();
        for (at, must) in musts.iter().enumerate() {
            for (one, found) in all.iter_mut().zip(verdicts(table, *must)) {
                one.fails |= u16::from(found != Verdict::Passes) << at;
                one.unknown |= u16::from(found == Verdict::Unknown) << at;
            }
        }
        for must in fixed {
            for (one, found) in all.iter_mut().zip(verdicts(table, *must)) {
                one.is_kept &= found == Verdict::Passes;
            }
        }
        all.retain(|one| !answers.without().contains(&one.alternative));
        Self(all)
    }
}

fn relaxations(
    table: &UtilityTable,
    answers: &Answers,
    musts: &[Cause],
    unmet: &Unmet,
) -> Vec<Relaxation> {
    let mut is_there = vec![false; 1 << musts.len()];
    for one in unmet.0.iter().filter(|one| one.is_kept) {
        is_there[usize::from(one.fails)] = true;
    }
    let mut sets: Vec<u16> = (0..=u16::MAX)
        .zip(is_there)
        .filter(|(_, is_there)| *is_there)
        .map(|(set, _)| set)
        .collect();
    sort::sort_by_number(&mut sets, |set| set.count_ones().into());
    let mut minimal: Vec<u16> = Vec::new();
    for set in sets {
        if minimal.iter().all(|smaller| smaller & set != *smaller) {
            minimal.push(set);
        }
    }
    let relaxations: Vec<_> = minimal
        .into_iter()
        .map(|dropped| {
            let relaxed = without(table, answers, musts, dropped);
            let back = unmet.0.iter().filter(|one| one.is_kept && one.fails == dropped);
            let mut returns: Vec<_> = back
                .map(|one| Returning {
                    alternative: one.alternative,
                    unknown: one.unknown,
                    score: Score::of(table, &relaxed, one.alternative),
                })
                .collect();
            sort::sort_by_number(&mut returns, |one| Score::best_first(one.score));
            Relaxation { dropped, returns }
        })
        .collect();
    let sorted = sort::positions(relaxations.len(), &|one, other| {
        let (one, other) = (&relaxations[one], &relaxations[other]);
        let size = |relaxation: &Relaxation| relaxation.dropped.count_ones();
        // Scores of different answers: fractions, compared by cross-multiplying.
        let best = |of: &Relaxation, by: &Relaxation| {
            let score = |of: &Relaxation| of.returns.first().and_then(|first| first.score);
            let weight = score(by).map_or(0, |score| u64::from(score.weight));
            score(of).map_or(0, |score| u64::from(score.numerator())) * weight
        };
        let order = size(one).cmp(&size(other)).then(best(other, one).cmp(&best(one, other)));
        order.then(question_order(one.dropped).cmp(&question_order(other.dropped)))
    });
    sorted.into_iter().map(|at| relaxations[at].clone()).collect()
}

fn without(table: &UtilityTable, answers: &Answers, musts: &[Cause], dropped: u16) -> Answers {
    let mut relaxed = answers.clone();
    for (at, must) in musts.iter().enumerate() {
        if dropped >> at & 1 == 1 {
            relaxed = apply(table, &relaxed, AnswerChange::DropMust(*must));
        }
    }
    relaxed
}

/// Marks every set that some alternative meets, from the largest down. A set that is not marked
/// although all its subsets are is a minimal conflict.
fn conflicts(unmet: &Unmet, n_musts: usize) -> Vec<u16> {
    let n_sets = 1_usize << n_musts;
    let mut is_met = vec![false; n_sets];
    for one in &unmet.0 {
        is_met[n_sets - 1 - usize::from(one.fails)] = true;
    }
    for bit in 0..n_musts {
        for set in 0..n_sets {
            if set >> bit & 1 == 1 && is_met[set] {
                is_met[set ^ 1 << bit] = true;
            }
        }
    }
    let is_minimal = |set: &usize| {
        let smaller = (0..n_musts).filter(|bit| set >> bit & 1 == 1).map(|bit| set ^ 1 << bit);
        !is_met[*set] && smaller.into_iter().all(|set| is_met[set])
    };
    let mut found: Vec<u16> =
        (0..n_sets).filter(is_minimal).filter_map(|set| u16::try_from(set).ok()).collect();
    sort::sort_by_number(&mut found, |set| {
        u64::from(set.count_ones()) << 16 | u64::from(question_order(*set))
    });
    found
}

/// Orders sets of the same size by their first must-have, then by their second, and so on.
const fn question_order(set: u16) -> u16 {
    !set.reverse_bits()
}
