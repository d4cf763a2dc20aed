//! Combinations: the few alternatives that together have what no single one has.
//!
//! A need is met by a combination where one of its parts meets it, whatever the unknown facts are.
//! Of each option that gives points the best part counts, so that a combination has a score like a
//! single alternative has one.
//! Only combinations that need each of their parts are shown.
//!
//! In reading order: [`needs`](Combinations::needs) what has to be covered, `search` the sets, `members`
//! what is quick to tell of one, `jobs` which part is there for what.
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

/// The utility from which a wish counts as covered, unless less is enough for a must-have.
const COVERED: u16 = 750;

/// The best combinations for some answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Combinations {
    /// What they cover: all must-haves, or, where there are none, each option of the questions that
    /// want all of them.
    pub needs: Vec<Cause>,
    /// At most [`BEST`], of two or three parts: the fewest parts first, then the fewest languages,
    /// then the best score, then catalog order.
    pub best: Vec<Combination>,
    /// Whether every combination was looked at. Where more than [`ROOM`] alternatives could take
    /// part, of those that meet the same needs in the same languages only the best ones were.
    pub is_complete: bool,
}

/// A few alternatives that cover every need, and would not without any one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combination {
    /// Its parts, in catalog order.
    pub parts: Vec<Part>,
    /// The fewest languages in which all parts can be written.
    pub n_languages: usize,
    /// Its score; none where nothing gives points.
    pub score: Option<Score>,
}

/// The best combinations. There are none where one alternative meets all must-haves, unless the
/// system is `split` into services anyhow; then there may be some even without must-haves.
///
/// `languages` has for each alternative the languages that it can be used from, as a set of bits; an
/// empty set stands for one more language that nobody else shares.
#[must_use]
pub fn combinations(
    table: &UtilityTable,
    answers: &Answers,
    languages: &[u64],
    split: bool,
) -> Combinations {
    let needs = needs(table, answers, split);
    // A set of needs is 64 bits; and one need takes one part.
    if needs.len() < 2 || needs.len() > 64 {
        return Combinations { is_complete: needs.len() <= 64, ..Combinations::default() };
    }
    let masks = masks(table, &needs);
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
