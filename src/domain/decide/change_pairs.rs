//! Pairs of changes that put an alternative first if no single change does; and how far behind it
//! is if no pair does either (decision model, 2.10).
//!
//! The effects of changes to different questions add up. So a pair is first tested against the
//! closest rivals, using precomputed gains, and all alternatives are ranked only if it passes. A
//! rival that turns out to be ahead then joins the closest ones. The test only rejects pairs that
//! fail, so none is missed.
//!
//! Pairs within one question are not tried, except for giving up two must-haves: any other such
//! pair is a single change, or selects one option out of several, which nobody asked for.

use super::change::{AnswerChange, Cost, apply, changed, changes_of};
use super::rank::Ranking;
use super::table::UtilityTable;
use super::tally::{Tally, share};
use super::trade_offs::{TradeOff, trade_offs};
use super::{Answers, Counterfactual, Counterfactuals, Score, Tenths};
use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::sort;

/// How many rivals a pair is tested against before all alternatives are ranked.
const NEAREST: usize = 50;

/// What it would take for an alternative to be first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhatItTakes {
    /// Nothing: it is on rank 1.
    First,
    /// One change, the cheapest.
    One(Counterfactual),
    /// Two changes, neither of which does it alone; the cheapest pair, by its costlier half, then by
    /// the other one, then in question order. The cheaper half comes first.
    Two([AnswerChange; 2]),
    /// More than two changes.
    Far(Shortfall),
    /// Undefined: there is no leader, or no question gives points.
    Open,
}

/// How far an alternative is behind the leader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The first of the leaders.
    pub leader: AltId,
    /// The missing points, as shown; 0 if only must-haves are missing.
    pub behind: Tenths,
    /// Its gains and losses compared with the leader, the greatest first.
    pub differences: Vec<TradeOff>,
}

/// What it would take for an alternative to be first. `ranking` and `counterfactuals` have to
/// belong to the same table and answers.
#[must_use]
pub fn what_it_takes(
    table: &UtilityTable,
    answers: &Answers,
    ranking: &Ranking,
    counterfactuals: &Counterfactuals,
    alternative: AltId,
) -> WhatItTakes {
    if ranking.leaders().any(|leader| leader.alternative == alternative) {
        return WhatItTakes::First;
    }
    if let Some(change) = counterfactuals.puts_first(alternative) {
        return WhatItTakes::One(change);
    }
    if let Some(pair) = cheapest_pair(table, answers, alternative) {
        return WhatItTakes::Two(pair);
    }
    let own = Score::of(table, answers, alternative);
    match (ranking.leaders().next(), own) {
        (Some(leader), Some(own)) => WhatItTakes::Far(Shortfall {
            leader: leader.alternative,
            behind: Tenths(
                leader.score.map_or(0, |best| best.tenths().0.saturating_sub(own.tenths().0)),
            ),
            differences: trade_offs(table, answers, leader.alternative, alternative),
        }),
        _ => WhatItTakes::Open,
    }
}

/// The cheapest pair of changes after which an alternative is on rank 1; see [`WhatItTakes::Two`].
#[must_use]
pub fn cheapest_pair(
    table: &UtilityTable,
    answers: &Answers,
    alternative: AltId,
) -> Option<[AnswerChange; 2]> {
    if alternative.index() >= table.n_alternatives() {
        return None;
    }
    let mut search = Search::new(table, answers, alternative);
    for costlier in Cost::ALL {
        for cheaper in Cost::ALL.into_iter().filter(|cost| *cost <= costlier) {
            for second in search.of_cost(costlier) {
                for first in search.of_cost(cheaper) {
                    let is_new = cheaper < costlier || first < second;
                    if is_new && search.withstands(first, second) && search.is_first(first, second)
                    {
                        return Some([search.moves[first].change, search.moves[second].change]);
                    }
                }
            }
        }
    }
    None
}

struct Search<'a> {
    table: &'a UtilityTable,
    answers: &'a Answers,
    alternative: AltId,
    now: Tally,
    /// All single changes, the cheapest first.
    moves: Vec<Move>,
    /// The alternative, and the rivals that pairs are tested against.
    tracked: Vec<Tracked>,
}

/// A single change, and by how much it changes the sum of the weights.
#[derive(Clone, Copy)]
struct Move {
    cost: Cost,
    change: AnswerChange,
    weight: i32,
}

/// The effect of each change on one alternative: points, and the number of unmet must-haves.
struct Tracked {
    at: usize,
    gains: Vec<(i32, i32)>,
}

impl<'a> Search<'a> {
    fn new(table: &'a UtilityTable, answers: &'a Answers, alternative: AltId) -> Self {
        let mut moves = Vec::new();
        for question in (0_u8..).map(QuestionId).take(table.n_questions()) {
            let (shape, answer) = (table.shape(question), answers.get(question));
            let weight = |answer: Option<super::Answer>| {
                answer.map_or(0, super::Answer::weight).cast_signed()
            };
            for (cost, change) in changes_of(shape, question, answer) {
                let after = changed(shape.select, answer, change);
                moves.push(Move { cost, change, weight: weight(after) - weight(answer) });
            }
        }
        sort::sort_by_number(&mut moves, |one| one.cost.0.into());
        let now = Tally::of(table, answers);
        let mut nearest = now.best_first();
        sort::sort_by_number(&mut nearest, |at| now.unmet[*at].into());
        let mut search = Self { table, answers, alternative, now, moves, tracked: Vec::new() };
        search.track(alternative.index());
        for at in nearest.into_iter().filter(|at| *at != alternative.index()).take(NEAREST) {
            search.track(at);
        }
        search
    }

    /// The indices of the changes with a given cost.
    fn of_cost(&self, cost: Cost) -> core::ops::Range<usize> {
        let start = self.moves.partition_point(|one| one.cost < cost);
        start..self.moves.partition_point(|one| one.cost <= cost)
    }

    fn track(&mut self, at: usize) {
        let alternative = AltId(u16::try_from(at).unwrap_or(u16::MAX));
        let gain = |one: &Move| {
            let question = one.change.question();
            let answer = self.answers.get(question);
            let share = |answer: Option<super::Answer>| {
                answer.map_or((0, 0), |answer| share(self.table, question, answer, alternative))
            };
            let after = changed(self.table.shape(question).select, answer, one.change);
            let ((old, unmet), (new, still)) = (share(answer), share(after));
            (new.cast_signed() - old.cast_signed(), i32::from(still) - i32::from(unmet))
        };
        let gains = self.moves.iter().map(gain).collect();
        self.tracked.push(Tracked { at, gains });
    }

    /// Whether a pair is possible, and puts the alternative ahead of its tracked rivals.
    fn withstands(&self, first: usize, second: usize) -> bool {
        let (one, other) = (self.moves[first], self.moves[second]);
        if one.change.question() == other.change.question() {
            // The effects of two must-haves of one question do not add up; such a pair is ranked in
            // full.
            return matches!(
                (one.change, other.change),
                (AnswerChange::DropMust(_), AnswerChange::DropMust(_))
            );
        }
        if self.now.weight.cast_signed() + one.weight + other.weight == 0 {
            return false;
        }
        let after = |tracked: &Tracked| {
            let (one, other) = (tracked.gains[first], tracked.gains[second]);
            let unmet = i32::from(self.now.unmet[tracked.at]) + one.1 + other.1;
            (unmet == 0).then(|| self.now.points[tracked.at].cast_signed() + one.0 + other.0)
        };
        let mut all = self.tracked.iter().map(after);
        let own = all.next().flatten();
        own.is_some() && all.all(|rival| rival <= own)
    }

    /// Whether the alternative is first when all are ranked. A rival ahead of it becomes tracked.
    fn is_first(&mut self, first: usize, second: usize) -> bool {
        let once = apply(self.table, self.answers, self.moves[first].change);
        let after = Tally::of(self.table, &apply(self.table, &once, self.moves[second].change));
        let leaders = after.leaders();
        let is_first = leaders.contains(&self.alternative.index());
        let ahead = leaders.first().filter(|at| self.tracked.iter().all(|known| known.at != **at));
        if let (false, Some(at)) = (is_first, ahead) {
            self.track(*at);
        }
        is_first
    }
}
