//! What would put somebody first: for everybody at once the cheapest single change of the answers
//! (decision model, 2.10).
//!
//! Every change of one answer is looked at: with `N_i` the points of alternative `i`, `w·u_i` those
//! of the answer and `w'·u'_i` those of the answer after the change, its points are
//! `N_i − w·u_i + w'·u'_i`, and who has the most of them is first.
//! Where must-haves change, so does who takes part.
//!
//! # What this module does not do
//! It combines no changes; [`super::detour`] does.
//! A change after which nothing gives points puts nobody first: nobody is ahead of anybody then.

use super::change::{Change, Cost, changed, changes_of};
use super::table::Table;
use super::tally::{Tally, share};
use super::{Answer, Answers, Importance};
use crate::domain::catalog::{AltId, FULL, QuestionId};

/// A change that puts somebody first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// The change.
    pub change: Change,
    /// What it costs.
    pub cost: Cost,
    /// Whether others would be first as well.
    pub shared: bool,
}

/// For everybody the cheapest change that makes a difference to being first; the first in question
/// order among equally cheap ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterfactuals {
    /// Whether each is on rank 1 as it is.
    leads: Vec<bool>,
    /// Who leads: what ends that. Who does not: what makes it so.
    ways: Vec<Option<Way>>,
}

impl Counterfactuals {
    /// Tries every single change.
    #[must_use]
    pub fn of(table: &Table, answers: &Answers) -> Self {
        let now = Tally::of(table, answers);
        let mut search = Search::new(&now);
        for question in (0_u8..).map(QuestionId).take(table.n_questions()) {
            search.try_question(table, question, answers.get(question), &now);
        }
        search.found
    }

    /// The cheapest change after which an alternative is on rank 1, alone or with others; none
    /// where it is there already, and where there is no such change.
    #[must_use]
    pub fn puts_first(&self, alternative: AltId) -> Option<Way> {
        self.way(alternative, false)
    }

    /// The cheapest change after which an alternative that is on rank 1 is there no longer; none
    /// where it is not there, and where there is no such change.
    #[must_use]
    pub fn dethrones(&self, alternative: AltId) -> Option<Change> {
        self.way(alternative, true).map(|way| way.change)
    }

    fn way(&self, alternative: AltId, leads: bool) -> Option<Way> {
        let at = alternative.index();
        self.ways.get(at).copied().flatten().filter(|_| self.leads.get(at) == Some(&leads))
    }
}

/// The most that an answer of weight 1 gives, as a doubled utility.
const EVERYTHING: u32 = 2 * FULL as u32;

/// The greatest weight an answer can have.
const MOST: u32 = Importance::VeryImportant.weight();

/// What was found so far.
struct Search {
    found: Counterfactuals,
    /// Those on rank 1 as it is, by position.
    leaders: Vec<usize>,
    /// Those that meet every must-have as it is, by position.
    eligible: Vec<usize>,
    /// The greatest points among them.
    best: u32,
    /// Those on rank 1 after the trial at hand.
    first: Vec<usize>,
    /// For each the last trial after which it was first.
    last_first: Vec<u32>,
    n_trials: u32,
}

impl Search {
    fn new(now: &Tally) -> Self {
        let n = now.points.len();
        let leaders = now.leaders();
        let mut leads = vec![false; n];
        for at in &leaders {
            leads[*at] = true;
        }
        Self {
            found: Counterfactuals { leads, ways: vec![None; n] },
            leaders,
            eligible: (0..n).filter(|at| now.unmet[*at] == 0).collect(),
            best: now.best().unwrap_or(0),
            first: Vec::new(),
            last_first: vec![0; n],
            n_trials: 0,
        }
    }

    /// Tries all changes of the answer to one question.
    ///
    /// An answer of weight `w` gives nobody more than `w` times everything. So who is behind the best
    /// by more than the old answer and the weightiest new one together is not first after any change.
    fn try_question(
        &mut self,
        table: &Table,
        question: QuestionId,
        answer: Option<Answer>,
        now: &Tally,
    ) {
        let shape = table.shape(question);
        let earned = |at: usize, options| {
            table.utility(alternative(at), question, options).doubled_mid()
        };
        let old_weight = answer.map_or(0, Answer::weight);
        let old_points =
            |at: &usize| answer.map_or(0, |old| old_weight * earned(*at, old.scoring()));
        let least = self.best.saturating_sub(EVERYTHING * (old_weight + MOST));
        let close = self.eligible.iter().copied().filter(|at| now.points[*at] >= least);
        let pool: Vec<usize> = close.collect();
        let rest: Vec<u32> = pool.iter().map(|at| now.points[*at] - old_points(at)).collect();
        // The utilities for some options, doubled; the same for each importance.
        let (mut options, mut utilities) = (0, vec![0; pool.len()]);
        let mut points = Vec::with_capacity(pool.len());
        for (cost, change) in changes_of(shape, question, answer) {
            let after = changed(shape.select, answer, change);
            let weight = after.map_or(0, Answer::weight);
            if now.weight - old_weight + weight == 0 {
                continue;
            }
            if after.map_or(0, |after| after.musts) != answer.map_or(0, |answer| answer.musts) {
                self.try_must(table, question, (answer, after), now, (change, cost));
                continue;
            }
            let scoring = after.map_or(0, Answer::scoring);
            if scoring != options {
                options = scoring;
                for (utility, at) in utilities.iter_mut().zip(&pool) {
                    *utility = earned(*at, scoring);
                }
            }
            points.clear();
            points.extend(rest.iter().zip(&utilities).map(|(rest, own)| rest + weight * own));
            self.try_change(change, cost, &pool, &points);
        }
    }

    /// Tries a change of must-haves, and so of who takes part.
    fn try_must(
        &mut self,
        table: &Table,
        question: QuestionId,
        (old, new): (Option<Answer>, Option<Answer>),
        now: &Tally,
        (change, cost): (Change, Cost),
    ) {
        let old = Tally::of_answer(table, question, old);
        let weight = new.map_or(0, Answer::weight);
        let (mut pool, mut points, mut best) = (Vec::new(), Vec::new(), 0);
        for at in 0..now.points.len() {
            let rest = now.points[at] - old.points[at];
            if now.unmet[at] > old.unmet[at] || rest + EVERYTHING * weight < best {
                continue;
            }
            let (own, unmet) = new.map_or((0, 0), |new| share(table, question, new, alternative(at)));
            if unmet == 0 {
                best = best.max(rest + own);
                pool.push(at);
                points.push(rest + own);
            }
        }
        self.try_change(change, cost, &pool, &points);
    }

    /// Takes note of what a change makes of those in `pool`, the eligible after it, with `points`.
    fn try_change(&mut self, change: Change, cost: Cost, pool: &[usize], points: &[u32]) {
        self.n_trials += 1;
        self.first.clear();
        let mut best = 0;
        for (at, own) in pool.iter().zip(points) {
            if *own > best {
                best = *own;
                self.first.clear();
            }
            if *own == best {
                self.first.push(*at);
            }
        }
        let way = Way { change, cost, shared: self.first.len() > 1 };
        let Counterfactuals { leads, ways } = &mut self.found;
        let mut note = |at: usize| {
            if ways[at].is_none_or(|known| cost < known.cost) {
                ways[at] = Some(way);
            }
        };
        for at in &self.first {
            self.last_first[*at] = self.n_trials;
            if !leads[*at] {
                note(*at);
            }
        }
        for at in &self.leaders {
            if self.last_first[*at] != self.n_trials {
                note(*at);
            }
        }
    }
}

fn alternative(at: usize) -> AltId {
    AltId(u16::try_from(at).unwrap_or(u16::MAX))
}
