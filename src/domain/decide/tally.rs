//! The points and the number of unmet must-haves of all alternatives, in flat arrays, as sums over
//! the answers.
//!
//! It keeps no interval; alternatives are ordered by `N = L + H` alone.

use super::rank::{Cause, Verdict, musts_of, verdict, verdicts};
use super::table::{UtilityTable, chosen};
use super::{Answer, Answers};
use crate::domain::catalog::{AltId, QuestionId, Select};
use crate::domain::sort;

/// The effect of some answers on all alternatives.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    /// `W`, the sum of the weights.
    pub(super) weight: u32,
    /// `N` of each alternative.
    pub(super) points: Vec<u32>,
    /// How many must-haves each fails or leaves unconfirmed; one more for who is taken out.
    pub(super) unmet: Vec<u16>,
}

impl Tally {
    /// The tally of all answers.
    pub(super) fn of(table: &UtilityTable, answers: &Answers) -> Self {
        let mut all = Self::none(table);
        // No change of an answer brings back who is taken out.
        for id in answers.without() {
            all.unmet[id.index()] = 1;
        }
        for (question, answer) in answers.iter() {
            all.add(table, question, answer);
        }
        all
    }

    /// The tally of one answer.
    pub(super) fn of_answer(table: &UtilityTable, question: QuestionId, answer: Answer) -> Self {
        let mut one = Self::none(table);
        one.add(table, question, answer);
        one
    }

    /// The greatest points among those that meet all must-haves; none if no alternative does.
    pub(super) fn best(&self) -> Option<u32> {
        let met = self.points.iter().zip(&self.unmet).filter(|(_, unmet)| **unmet == 0);
        met.map(|(points, _)| *points).max()
    }

    /// The indices of those on rank 1.
    pub(super) fn leaders(&self) -> Vec<usize> {
        let best = self.best();
        let leads = |at: &usize| self.unmet[*at] == 0 && Some(self.points[*at]) == best;
        (0..self.points.len()).filter(leads).collect()
    }

    /// All indices, the most points first.
    pub(super) fn best_first(&self) -> Vec<usize> {
        let mut all: Vec<_> = (0..self.points.len()).collect();
        sort::sort_by_number(&mut all, |at| u64::from(!self.points[*at]));
        all
    }

    fn none(table: &UtilityTable) -> Self {
        let n = table.n_alternatives();
        Self { weight: 0, points: vec![0; n], unmet: vec![0; n] }
    }

    fn add(&mut self, table: &UtilityTable, question: QuestionId, answer: Answer) {
        let weight = answer.weight();
        if weight > 0 {
            self.weight += weight;
            let utilities = table.utilities(question, answer.scoring());
            for (points, earned) in self.points.iter_mut().zip(utilities) {
                *points += weight * earned.doubled_mid();
            }
        }
        for must in musts_of(table.shape(question), question, answer.musts) {
            for (unmet, verdict) in self.unmet.iter_mut().zip(verdicts(table, must)) {
                *unmet += u16::from(verdict != Verdict::Passes);
            }
        }
    }
}

/// The points that one answer gives one alternative, and how many of its must-haves are unmet.
pub(super) fn share(
    table: &UtilityTable,
    question: QuestionId,
    answer: Answer,
    alternative: AltId,
) -> (u32, u16) {
    let weight = answer.weight();
    let earned = || table.earned(alternative, question, answer).doubled_mid();
    let fails = |options: u32| {
        u16::from(verdict(table, alternative, Cause { question, options }) != Verdict::Passes)
    };
    let shape = table.shape(question);
    let unmet = match shape.select {
        _ if answer.musts == 0 => 0,
        Select::All => chosen(answer.musts, shape.n_options).map(|at| fails(1 << at)).sum(),
        Select::One | Select::Any => fails(answer.musts),
    };
    (if weight == 0 { 0 } else { weight * earned() }, unmet)
}
