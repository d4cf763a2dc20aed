//! What would put an alternative first: the cheapest single change of the answers, for all
//! alternatives at once (decision model, 2.10).
//!
//! Every change of one answer is tried: with `N_i` the points of alternative `i`, `w·u_i` those of
//! the answer and `w'·u'_i` those of the answer after the change, its points become
//! `N_i − w·u_i + w'·u'_i`, and the alternative with the most points is first. A change of
//! must-haves also changes which alternatives are eligible.
//!
//! Changes are not combined here; [`super::change_pairs`] does that. A change after which no
//! question gives points puts no alternative first, because then none is ahead of another.

use super::change::{AnswerChange, Cost, changed, changes_of};
use super::table::UtilityTable;
use super::tally::{Tally, share};
use super::{Answer, Answers, Importance};
use crate::domain::catalog::{AltId, FULL, QuestionId};
use crate::domain::sort;

/// A change that puts an alternative first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counterfactual {
    /// The change.
    pub change: AnswerChange,
    /// What it costs.
    pub cost: Cost,
    /// Whether others would be first as well.
    pub shared: bool,
}

/// For each alternative the cheapest change that affects whether it is first; of equally cheap ones
/// the first in question order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterfactuals {
    /// Whether each is on rank 1 now.
    leads: Vec<bool>,
    /// For a leader, the change that ends its lead; for any other alternative, the change that
    /// makes it lead.
    cheapest: Vec<Option<Counterfactual>>,
}

impl Counterfactuals {
    /// Tries every single change.
    #[must_use]
    pub fn of(table: &UtilityTable, answers: &Answers) -> Self {
        let now = Tally::of(table, answers);
        let mut search = Search::new(&now);
        for question in (0_u8..).map(QuestionId).take(table.n_questions()) {
            search.try_question(table, question, answers.get(question), &now);
        }
        search.found
    }

    /// The cheapest change after which an alternative is on rank 1, alone or with others; none if
    /// it is there already, and if there is no such change.
    #[must_use]
    pub fn puts_first(&self, alternative: AltId) -> Option<Counterfactual> {
        self.cheapest(alternative, false)
    }

    /// The cheapest change after which an alternative on rank 1 is no longer there; none if it is
    /// not there, and if there is no such change.
    #[must_use]
    pub fn dethrones(&self, alternative: AltId) -> Option<AnswerChange> {
        self.cheapest(alternative, true).map(|found| found.change)
    }

    fn cheapest(&self, alternative: AltId, leads: bool) -> Option<Counterfactual> {
        let at = alternative.index();
        self.cheapest.get(at).copied().flatten().filter(|_| self.leads.get(at) == Some(&leads))
    }
}

/// The maximum that an answer of weight 1 gives, as a doubled utility.
const EVERYTHING: u32 = 2 * FULL as u32;

/// The greatest weight an answer can have.
const MOST: u32 = Importance::VeryImportant.weight();

/// The results so far.
struct Search {
    found: Counterfactuals,
    /// The indices of those on rank 1 now.
    leaders: Vec<usize>,
    /// The indices of those that meet every must-have now, the most points first.
    eligible: Vec<usize>,
    /// The indices of those on rank 1 after the current trial.
    first: Vec<usize>,
    /// For each the last trial after which it was first.
    last_first: Vec<u32>,
    n_trials: u32,
}

impl Search {
    fn new(now: &Tally) -> Self {
        let n = now.points.len();
        let leaders = now.leaders();
        let mut eligible = now.best_first();
        eligible.retain(|at| now.unmet[*at] == 0);
        let mut leads = vec![false; n];
        for at in &leaders {
            leads[*at] = true;
        }
        Self {
            found: Counterfactuals { leads, cheapest: vec![None; n] },
            leaders,
            eligible,
            first: Vec::new(),
            last_first: vec![0; n],
            n_trials: 0,
        }
    }

    /// Tries all changes of the answer to one question.
    fn try_question(
        &mut self,
        table: &UtilityTable,
        question: QuestionId,
        answer: Option<Answer>,
        now: &Tally,
    ) {
        let shape = table.shape(question);
        let old_weight = answer.map_or(0, Answer::weight);
        let contest = self.contest(table, question, answer, now);
        for (cost, change) in changes_of(shape, question, answer) {
            let after = changed(shape.select, answer, change);
            if now.weight - old_weight + after.map_or(0, Answer::weight) > 0 {
                self.rank(table, question, after, &contest);
                self.note(change, cost);
            }
        }
    }

    /// The alternatives that could be first after some change of the answer to a question, with
    /// their points without it, the most first.
    fn contest(
        &self,
        table: &UtilityTable,
        question: QuestionId,
        answer: Option<Answer>,
        now: &Tally,
    ) -> Vec<(usize, u32)> {
        let points = |at: &usize| now.points[*at];
        let Some(answer) = answer else {
            return self.eligible.iter().map(|at| (*at, points(at))).collect();
        };
        let mut rest: Vec<(usize, u32)> = if answer.musts == 0 {
            // An answer of weight w gives at most w times the full utility. An alternative that is
            // behind by more than the old and the greatest new answer together is not first after
            // any change.
            let best = self.eligible.first().map_or(0, points);
            let least = best.saturating_sub(EVERYTHING * (answer.weight() + MOST));
            let close = self.eligible.iter().take_while(|at| points(at) >= least);
            let own = |at: &usize| share(table, question, answer, alternative(*at)).0;
            close.map(|at| (*at, points(at) - own(at))).collect()
        } else {
            let old = Tally::of_answer(table, question, answer);
            let others = (0..now.unmet.len()).filter(|at| now.unmet[*at] == old.unmet[*at]);
            others.map(|at| (at, points(&at) - old.points[at])).collect()
        };
        sort::sort_by_number(&mut rest, |(_, rest)| u64::from(!rest));
        rest
    }

    /// Finds those on rank 1 for a new answer to a question, given their points without it.
    fn rank(
        &mut self,
        table: &UtilityTable,
        question: QuestionId,
        answer: Option<Answer>,
        contest: &[(usize, u32)],
    ) {
        let most = EVERYTHING * answer.map_or(0, Answer::weight);
        let mut best = 0;
        self.first.clear();
        for (at, rest) in contest {
            // No alternative earns more than the full utility, and those that follow have no more
            // points than this one.
            if rest + most < best {
                break;
            }
            let own = |answer| share(table, question, answer, alternative(*at));
            let (own, unmet) = answer.map_or((0, 0), own);
            if unmet > 0 || rest + own < best {
                continue;
            }
            if rest + own > best {
                best = rest + own;
                self.first.clear();
            }
            self.first.push(*at);
        }
    }

    /// Records the effect of a change on those that are first after it.
    fn note(&mut self, change: AnswerChange, cost: Cost) {
        self.n_trials += 1;
        let found = Counterfactual { change, cost, shared: self.first.len() > 1 };
        let Counterfactuals { leads, cheapest } = &mut self.found;
        let mut note = |at: usize| {
            if cheapest[at].is_none_or(|known| cost < known.cost) {
                cheapest[at] = Some(found);
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
