//! Which open question to ask next (decision model, 2.12): the one that minimises the expected max
//! regret of the new leader, which is the greatest amount by which it can still be behind in the
//! end. (Minimax-regret elicitation, Boutilier and others 2006.)
//!
//! This is only a suggestion; questions may be answered in any order. It considers the first 64 of
//! the ranking, treats all options as equally likely and of normal importance, and assumes no
//! must-haves.

use super::evaluation::Evaluation;
use super::necessary_winner::{MOST, Outlook};
use super::offer::Offer;
use super::worst_case_loss::WorstCaseLoss;
use crate::domain::catalog::{AltId, QuestionId};

/// A question to ask next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// The question.
    pub question: QuestionId,
    /// The max regrets of the new leaders, summed over the options, in weight × doubled utility.
    pub regrets: u32,
    /// The number of these options. The expected regret is `regrets / n_options`.
    pub n_options: u32,
}

/// How many contenders are considered.
const N_CONTENDERS: usize = 64;

/// The question with the least expected regret among those that tell the eligible apart, ties by
/// question order. None if there is none, and if the winner is decided.
#[must_use]
pub fn next_question(evaluation: &Evaluation) -> Option<Next> {
    next_questions(evaluation).first().copied()
}

/// All questions that tell the eligible apart, the one with the least expected regret first, ties by
/// question order. Empty if the winner is decided.
///
/// If several lead, the one with the least regret counts, so that the order of equals does not
/// matter.
#[must_use]
pub fn next_questions(evaluation: &Evaluation) -> Vec<Next> {
    let mut contenders = Contenders::of(evaluation);
    let points = contenders.points.clone();
    let mut useful: Vec<Next> = Vec::new();
    let Some(leader) = contenders.leader(&points, None) else {
        return useful;
    };
    // An alternative beyond the contenders may still come first.
    if leader.regret == 0 && Outlook::of(evaluation, leader.alternative).regret == 0 {
        return useful;
    }
    let eligible: Vec<_> = evaluation.eligible().collect();
    for (at, question) in evaluation.open.iter().enumerate() {
        if !Offer::of(evaluation.table, *question, &eligible).tells_apart {
            continue;
        }
        let n_options = evaluation.table.shape(*question).n_options;
        let mut next = Next { question: *question, regrets: 0, n_options: 0 };
        for option in 0..n_options {
            let points = contenders.points_with(*question, option);
            if let Some(leader) = contenders.leader(&points, Some(at)) {
                next.regrets += leader.regret;
                next.n_options += 1;
            }
        }
        if next.n_options > 0 {
            let at = useful.partition_point(|other| !next.is_less_than(*other));
            useful.insert(at, next);
        }
    }
    useful
}

impl Next {
    fn is_less_than(self, other: Self) -> bool {
        let (own, others) = (u64::from(self.regrets), u64::from(other.regrets));
        own * u64::from(other.n_options) < others * u64::from(self.n_options)
    }
}

/// The first of the ranking, and how far the open questions could separate them.
struct Contenders<'a> {
    evaluation: &'a Evaluation<'a>,
    alternatives: Vec<AltId>,
    /// `N` of each.
    points: Vec<i32>,
    /// The losses of each contender that became a leader.
    losses: Vec<Option<Losses>>,
}

/// The losses of one contender against each other one.
struct Losses {
    /// Of all open questions together.
    all: Vec<i32>,
    /// Of each open question, one after the other.
    each: Vec<i32>,
}

/// The leader, and the greatest amount by which it could be behind in the end.
struct Leader {
    alternative: AltId,
    regret: u32,
}

impl<'a> Contenders<'a> {
    fn of(evaluation: &'a Evaluation<'a>) -> Self {
        let alternatives: Vec<_> = evaluation.eligible().take(N_CONTENDERS).collect();
        let points = evaluation.ranking.eligible.iter().take(N_CONTENDERS);
        let points = points.map(|one| one.score.map_or(0, |score| score.numerator().cast_signed()));
        let (points, losses) = (points.collect(), alternatives.iter().map(|_| None).collect());
        Self { evaluation, alternatives, points, losses }
    }

    /// The points of each once an option of normal importance is chosen.
    fn points_with(&self, question: QuestionId, option: usize) -> Vec<i32> {
        let all = self.points.iter().zip(&self.alternatives);
        all.map(|(points, alternative)| {
            let cell = self.evaluation.table.options(*alternative, question)[option];
            points + cell.doubled_mid().cast_signed()
        })
        .collect()
    }

    /// Among those with the most points, the one with the least regret, while one open question,
    /// given by its index, counts as answered; none without contenders.
    fn leader(&mut self, points: &[i32], answered: Option<usize>) -> Option<Leader> {
        let most = points.iter().max()?;
        let mut best: Option<Leader> = None;
        for at in (0..points.len()).filter(|at| points[*at] == *most) {
            let regret = self.regret(at, points, answered);
            if best.as_ref().is_none_or(|best| regret < best.regret) {
                best = Some(Leader { alternative: self.alternatives[at], regret });
            }
        }
        best
    }

    fn regret(&mut self, at: usize, points: &[i32], answered: Option<usize>) -> u32 {
        let (evaluation, alternatives) = (self.evaluation, &self.alternatives);
        let losses =
            self.losses[at].get_or_insert_with(|| Losses::of(evaluation, alternatives, at));
        let mut least = 0;
        for (rival, (other, all)) in points.iter().zip(&losses.all).enumerate() {
            let gone = answered.map_or(0, |question| losses.each[question * points.len() + rival]);
            least = least.min(points[at] - other + MOST * (all - gone));
        }
        least.unsigned_abs()
    }
}

impl Losses {
    fn of(evaluation: &Evaluation, alternatives: &[AltId], at: usize) -> Self {
        let mut losses = Self { all: vec![0; alternatives.len()], each: Vec::new() };
        for question in &evaluation.open {
            for (rival, all) in alternatives.iter().zip(&mut losses.all) {
                let loss =
                    WorstCaseLoss::of(evaluation.table, *question, alternatives[at], *rival).mid;
                *all += loss;
                losses.each.push(loss);
            }
        }
        losses
    }
}
