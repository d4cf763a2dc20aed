//! All ways in which open questions may be answered, one by one: what statements about them are
//! compared with.
//!
//! It knows no margin and no shortcut; it only adds up points.

use stackfit::domain::catalog::{AltId, QuestionId, Select};
use stackfit::domain::decide::{Answers, Ranking, UtilityTable};

use test_support::reference;

/// `N` of every alternative.
pub(crate) fn points(table: &UtilityTable, answers: &Answers) -> Vec<i64> {
    let of = |id| {
        let (low, high, _) = reference::points(table, answers, id);
        i64::try_from(low + high).expect("few points")
    };
    table.alternatives().map(of).collect()
}

/// The questions without an answer.
pub(crate) fn open(table: &UtilityTable, answers: &Answers) -> Vec<QuestionId> {
    let all = (0..).map(QuestionId).take(table.n_questions());
    all.filter(|question| answers.get(*question).is_none()).collect()
}

/// What each answer to a question that is no must-have, of one of these weights, adds to the points of
/// every alternative. The first is to skip it.
pub(crate) fn moves(table: &UtilityTable, question: QuestionId, weights: &[i64]) -> Vec<Vec<i64>> {
    let shape = table.shape(question);
    let mut moves = vec![vec![0; table.n_alternatives()]];
    for set in 1_u32..1 << shape.n_options {
        if shape.select == Select::One && set.count_ones() > 1 {
            continue;
        }
        let added = table.alternatives().map(|id| {
            let (lo, hi) = reference::utility(table, id, question, set);
            i64::try_from(lo + hi).expect("few points")
        });
        let added: Vec<_> = added.collect();
        moves.extend(weights.iter().map(|weight| added.iter().map(|n| weight * n).collect()));
    }
    moves
}

/// Looks at the points of every alternative after every combination of moves.
pub(crate) fn each(points: &[i64], moves: &[Vec<Vec<i64>>], look: &mut dyn FnMut(&[i64])) {
    let Some((first, rest)) = moves.split_first() else {
        look(points);
        return;
    };
    for added in first {
        let sum: Vec<_> = points.iter().zip(added).map(|(n, more)| n + more).collect();
        each(&sum, rest, look);
    }
}

/// The most by which each eligible alternative is behind another one in any completion, at least 0;
/// in the order of the ranking.
pub(crate) fn regrets(
    table: &UtilityTable,
    answers: &Answers,
    ranking: &Ranking,
    weights: &[i64],
) -> Vec<i64> {
    let eligible: Vec<AltId> = ranking.eligible.iter().map(|ranked| ranked.alternative).collect();
    let open = open(table, answers);
    let moves: Vec<_> = open.iter().map(|question| moves(table, *question, weights)).collect();
    let mut regrets = vec![0; eligible.len()];
    each(&points(table, answers), &moves, &mut |points| {
        let most = eligible.iter().map(|id| points[id.index()]).max();
        for (regret, id) in regrets.iter_mut().zip(&eligible) {
            let behind = most.expect("somebody is eligible") - points[id.index()];
            *regret = behind.max(*regret);
        }
    });
    regrets
}
