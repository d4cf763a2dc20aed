//! Property 19, for pairs of changes: what it would take to be first, against trying every pair.
//!
//! It takes the ranking as given; `rank_properties` holds it to its definition.

use core::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use stackfit::domain::catalog::{AltId, QuestionId, Select};
use stackfit::domain::decide::{
    Answer, AnswerChange, Answers, Cause, Counterfactuals, Importance, Score, UtilityTable,
    WhatItTakes, apply, rank, trade_offs, what_it_takes,
};
use test_support::strategies::{Instance, cases, crowded_instances, instances};

use super::all_changes::{all_changes, first};

/// For everybody the cost of the cheapest pair of changes after which it is first, by its costlier
/// half.
fn cheapest_pairs(table: &UtilityTable, answers: &Answers) -> Vec<Option<(u8, u8)>> {
    let mut best: Vec<Option<(u8, u8)>> = vec![None; table.n_alternatives()];
    for one in all_changes(table, answers) {
        for other in all_changes(table, &one.after) {
            let drops = |change: AnswerChange| matches!(change, AnswerChange::DropMust(_));
            let apart = one.change.question() != other.change.question();
            let cost = (one.cost.max(other.cost), one.cost.min(other.cost));
            let is_better = |known: &Option<(u8, u8)>| known.is_none_or(|known| cost < known);
            let is_pair = apart || drops(one.change) && drops(other.change);
            if is_pair && best.iter().any(is_better) {
                for id in first(table, &other.after) {
                    let known = &mut best[id.index()];
                    *known = if is_better(known) { Some(cost) } else { *known };
                }
            }
        }
    }
    best
}

/// What is said of everybody who is not first, held against brute force. How many pairs there were.
fn check_routes(table: &UtilityTable, answers: &Answers) -> Result<usize, TestCaseError> {
    let ranking = rank(table, answers);
    let ways = Counterfactuals::of(table, answers);
    let leaders: Vec<_> = ranking.leaders().map(|ranked| ranked.alternative).collect();
    let pairs = cheapest_pairs(table, answers);
    let mut n_pairs = 0;
    for id in table.alternatives() {
        match what_it_takes(table, answers, &ranking, &ways, id) {
            WhatItTakes::First => prop_assert!(leaders.contains(&id)),
            WhatItTakes::One(way) => prop_assert_eq!(ways.puts_first(id), Some(way)),
            WhatItTakes::Two(pair) => {
                let singles = all_changes(table, answers);
                let cost =
                    |change| singles.iter().find(|one| one.change == change).map(|one| one.cost);
                let [first_half, second_half] = pair.map(|change| cost(change).unwrap());
                prop_assert!(first_half <= second_half, "the cheaper half comes first");
                prop_assert_eq!(Some((second_half, first_half)), pairs[id.index()]);
                let after = apply(table, &apply(table, answers, pair[0]), pair[1]);
                prop_assert!(first(table, &after).contains(&id));
                prop_assert_eq!(ways.puts_first(id), None);
                n_pairs += 1;
            }
            WhatItTakes::Far(short) => {
                prop_assert_eq!(pairs[id.index()], None);
                prop_assert_eq!(Some(&short.leader), leaders.first());
                let shown = |id| Score::of(table, answers, id).unwrap().tenths().0;
                let behind = shown(short.leader).saturating_sub(shown(id));
                prop_assert_eq!(short.behind.0, behind);
                let expected = trade_offs(table, answers, short.leader, id);
                prop_assert_eq!(short.differences, expected);
            }
            WhatItTakes::Open => {
                prop_assert_eq!(pairs[id.index()], None);
                prop_assert!(leaders.is_empty() || answers.total_weight() == 0);
            }
        }
    }
    Ok(n_pairs)
}

/// Holds so many instances against brute force; how many of their alternatives need two changes.
fn n_pairs_found(instances: &BoxedStrategy<Instance>, n_cases: u32) -> usize {
    let n_pairs = Cell::new(0);
    let outcome = TestRunner::new(cases(n_cases)).run(instances, |instance| {
        n_pairs.set(n_pairs.get() + check_routes(&instance.table(), &instance.answers)?);
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    n_pairs.get()
}

/// Property 19, for pairs of changes.
#[test]
fn what_it_would_take_is_what_brute_force_finds() {
    let n_pairs = n_pairs_found(&instances(), 150);
    assert!(n_pairs >= 20, "{n_pairs}");
}

/// Those ahead after a pair of changes need not be near before.
#[test]
fn what_it_would_take_is_found_in_a_crowd_as_well() {
    let n_pairs = n_pairs_found(&crowded_instances(), 4);
    assert!(n_pairs >= 20, "{n_pairs}");
}

/// Two options of a question that wants all are required, and the one that has neither is first
/// once both are given up.
#[test]
fn two_must_haves_of_one_question_are_given_up_together() {
    let exactly = stackfit::domain::decide::Interval::exactly;
    let all = stackfit::domain::decide::Shape { select: Select::All, n_options: 3, must_at: 1000 };
    let cells = [1000, 1000, 0, 0, 0, 1000].map(exactly).to_vec();
    let table = UtilityTable::from_cells(vec![all], 2, cells);
    let mut answers = Answers::none(1);
    let importance = Importance::VeryImportant;
    answers.set(QuestionId(0), Some(Answer { musts: 0b011, importance, ..Answer::wish(0b111) }));
    let (ranking, ways) = (rank(&table, &answers), Counterfactuals::of(&table, &answers));
    let what_it_takes = what_it_takes(&table, &answers, &ranking, &ways, AltId(1));
    let WhatItTakes::Far(short) = what_it_takes else {
        panic!("as wishes they still speak for the other one")
    };
    assert_eq!((short.leader, short.behind.0), (AltId(0), 0));
    assert_eq!(short.differences[0].points, 4 * 2000);
    answers.set(QuestionId(0), Some(Answer { musts: 0b011, importance, ..Answer::wish(0b011) }));
    let cells = [1000, 0, 0, 0, 1000, 0].map(exactly).to_vec();
    let table = UtilityTable::from_cells(vec![all], 2, cells);
    let (ranking, ways) = (rank(&table, &answers), Counterfactuals::of(&table, &answers));
    let must = |options| AnswerChange::DropMust(Cause { question: QuestionId(0), options });
    for id in table.alternatives() {
        let way = ways.puts_first(id).map(|way| way.change);
        assert_eq!(way, Some(must(if id == AltId(0) { 0b10 } else { 0b01 })));
        let what_it_takes =
            stackfit::domain::decide::change_pairs::cheapest_pair(&table, &answers, id);
        assert_eq!(what_it_takes, Some([must(0b01), must(0b10)]), "both are tied without them");
    }
    assert!(ranking.eligible.is_empty());
}
