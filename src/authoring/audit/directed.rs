//! A directed search for answers that put one alternative first.
//!
//! The search starts from the options in which the alternative is better than the average. It then
//! changes one answer at a time, always the one that gives the greatest lead over the closest
//! rival.
//!
//! The search is no proof: it may miss a profile that exists. It tries no must-haves, which would
//! only exclude competitors.

use crate::domain::catalog::{AltId, Catalog, QuestionId};
use crate::domain::decide::{Answer, Answers, Importance, Score, UtilityTable};

/// The maximum number of changed answers.
const MOST_ROUNDS: usize = 30;

/// Answers under which an alternative is first, alone or with others.
pub(super) fn search(catalog: &Catalog, table: &UtilityTable, id: AltId) -> Option<Answers> {
    let mut answers = Answers::none(table.n_questions());
    for question in catalog.question_ids() {
        let best = (0..table.shape(question).n_options)
            .max_by_key(|option| (advantage(table, id, question, *option), usize::MAX - option));
        let better = best.filter(|option| advantage(table, id, question, *option) > 0);
        answers.set(question, better.and_then(|option| wish(option, Importance::VeryImportant)));
    }
    let mut lead = lead(table, &answers, id);
    for _ in 0..MOST_ROUNDS {
        if lead.is_some_and(|lead| lead >= 0) {
            return Some(answers);
        }
        let all = catalog.question_ids().flat_map(|question| tries(table, &answers, question));
        let all = all.map(|other| (self::lead(table, &other, id), other));
        // The first of the best ones.
        let (ahead, other) = all.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        if ahead <= lead {
            return None;
        }
        (lead, answers) = (ahead, other);
    }
    None
}

/// The utility of an alternative for an option minus the average utility, multiplied by the number
/// of alternatives.
fn advantage(table: &UtilityTable, id: AltId, question: QuestionId, option: usize) -> i64 {
    let earned = |id| i64::from(table.options(id, question)[option].doubled_mid());
    table.alternatives().map(|other| earned(id) - earned(other)).sum()
}

/// The answers with another answer to a question, or with none.
fn tries(table: &UtilityTable, answers: &Answers, question: QuestionId) -> Vec<Answers> {
    let options = (0..table.shape(question).n_options).flat_map(|option| {
        [Importance::Normal, Importance::VeryImportant].map(|importance| wish(option, importance))
    });
    let others = options.chain([None]).map(|answer| {
        let mut other = answers.clone();
        other.set(question, answer);
        other
    });
    others.collect()
}

fn wish(option: usize, importance: Importance) -> Option<Answer> {
    let bit = 1_u32.checked_shl(u32::try_from(option).ok()?)?;
    Some(Answer { importance, ..Answer::wish(bit) })
}

/// The lead of an alternative over its closest rival, in parts per million of all points; none if
/// no question gives points.
fn lead(table: &UtilityTable, answers: &Answers, id: AltId) -> Option<i64> {
    let own = Score::of(table, answers, id)?;
    let others = table.alternatives().filter(|other| *other != id);
    let best = others.filter_map(|other| Score::of(table, answers, other)).map(Score::numerator);
    let ahead = i64::from(own.numerator()) - i64::from(best.max().unwrap_or(0));
    // Rounded away from 0, so that an alternative that is barely behind does not count as first.
    let (scaled, all) = (ahead * 1_000_000, i64::from(2000 * own.weight));
    Some(if scaled < 0 { -((-scaled + all - 1) / all) } else { scaled / all })
}
