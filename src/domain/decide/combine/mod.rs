//! Combinations: a few alternatives that together meet needs that no single one meets.
//!
//! A combination meets a need if one of its parts does, whatever the unknown facts are. For each
//! option that gives points the best part counts, so that a combination has a score like a single
//! alternative. Only combinations that need each of their parts are shown.
//!
//! In reading order: [`needs`](Combinations::needs) is what has to be covered, `search` finds the
//! sets, `members` holds their bounds, and `jobs` says why each part is included.
//!
//! The cost of running two systems in place of one is not modelled; for that reason the fewest
//! parts and the fewest languages come first. The caller passes in which facts are languages.

mod jobs;
mod members;
mod search;

use jobs::Need;
pub use jobs::Part;
use search::Candidates;
pub use search::{BEST, ROOM};

use super::rank::{Cause, must_haves};
use super::table::{UtilityTable, chosen};
use super::{Answers, Score};
use crate::domain::catalog::Select;

/// The utility from which a wish counts as covered, unless the threshold of the must-have is lower.
const COVERED: u16 = 750;

/// The best combinations for some answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Combinations {
    /// What they cover: all must-haves or, if there are none, each option of the questions that
    /// want all of them.
    pub needs: Vec<Cause>,
    /// At most [`BEST`], of two or three parts: the fewest parts first, then the fewest languages,
    /// then the best score, then catalog order.
    pub best: Vec<Combination>,
    /// Whether every combination was considered. With more than [`ROOM`] candidates, only the best
    /// of those that meet the same needs in the same languages were.
    pub is_complete: bool,
}

/// A few alternatives that cover every need, and would not without each one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combination {
    /// Its parts, in catalog order.
    pub parts: Vec<Part>,
    /// The fewest languages in which all parts can be written.
    pub n_languages: usize,
    /// Its score; none if no question gives points.
    pub score: Option<Score>,
}

/// The best combinations. There are none if one alternative meets all must-haves, unless the system
/// is `split` into services anyway; then there may be some even without must-haves.
///
/// `languages` has the languages of each alternative, as a set of bits; an empty set stands for one
/// more language that no other alternative shares.
#[must_use]
pub fn combinations(
    table: &UtilityTable,
    answers: &Answers,
    languages: &[u64],
    split: bool,
) -> Combinations {
    let needs = needs(table, answers, split);
    // A set of needs has 64 bits; a single need is met by a single part.
    if needs.len() < 2 || needs.len() > 64 {
        return Combinations { is_complete: needs.len() <= 64, ..Combinations::default() };
    }
    let mut masks = masks(table, &needs);
    for id in answers.without() {
        masks[id.index()] = 0;
    }
    let all = u64::MAX >> (64 - needs.len());
    let causes: Vec<_> = needs.iter().map(|need| need.cause).collect();
    if !split && masks.contains(&all) {
        return Combinations { needs: causes, best: Vec::new(), is_complete: true };
    }
    let candidates = Candidates::new(table, answers, languages, &masks, all);
    let best = candidates.best().into_iter().map(|found| Combination {
        parts: jobs::parts(table, answers, &needs, &found.parts),
        n_languages: found.n_languages,
        score: found.score,
    });
    let best = best.collect();
    Combinations { needs: causes, best, is_complete: candidates.is_complete }
}

fn needs(table: &UtilityTable, answers: &Answers, split: bool) -> Vec<Need> {
    let musts = must_haves(table, answers).into_iter();
    let from = |cause: &Cause| table.shape(cause.question).must_at;
    let mut needs: Vec<_> = musts.map(|cause| Need { cause, from: from(&cause) }).collect();
    if needs.is_empty() && split {
        for (question, answer) in answers.iter() {
            let shape = table.shape(question);
            if shape.select == Select::All {
                needs.extend(chosen(answer.options, shape.n_options).map(|at| Need {
                    cause: Cause { question, options: 1 << at },
                    from: shape.must_at.min(COVERED),
                }));
            }
        }
    }
    needs
}

/// For each alternative the needs that it meets, bit `i` for need `i`.
fn masks(table: &UtilityTable, needs: &[Need]) -> Vec<u64> {
    let mut masks = vec![0; table.n_alternatives()];
    for (at, Need { cause, from }) in needs.iter().enumerate() {
        let utilities = table.utilities(cause.question, cause.options);
        for (mask, utility) in masks.iter_mut().zip(utilities) {
            *mask |= u64::from(utility.lo >= *from) << at;
        }
    }
    masks
}
