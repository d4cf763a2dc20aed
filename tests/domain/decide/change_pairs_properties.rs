//! Property 19: every change that is said to put somebody first does so, and no cheaper one was
//! missed; one change by one change against a full ranking, and pair by pair.
//!
//! It takes the ranking as given; `rank_properties` holds it to its definition.

use core::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use stackfit::domain::catalog::{AltId, QuestionId, Select};
use stackfit::domain::decide::{
    Answer, AnswerChange, Answers, Cause, Cost, Counterfactuals, Importance, Score, UtilityTable,
    WhatItTakes, apply, rank, trade_offs, what_it_takes,
};

use test_support::fingerprint::changes;
use test_support::reference;
use test_support::strategies::{Instance, cases, crowded_instances, instances};

/// A change, what it costs, and the answers after it; made without the library's own changes.
struct Tried {
    cost: u8,
    change: AnswerChange,
    after: Answers,
}

const LEVELS: [Option<Importance>; 4] =
    [None, Some(Importance::Normal), Some(Importance::Important), Some(Importance::VeryImportant)];

fn steps(one: Option<Importance>, other: Option<Importance>) -> u8 {
    let place = |of| LEVELS.iter().position(|level| *level == of).unwrap();
    u8::try_from(place(one).abs_diff(place(other))).unwrap()
}

/// Every single change there is.
fn all_changes(table: &UtilityTable, answers: &Answers) -> Vec<Tried> {
    let mut all = Vec::new();
    for question in (0..table.n_questions()).map(|at| QuestionId(u8::try_from(at).unwrap())) {
        let mut add = |cost, change, answer: Option<Answer>| {
            let mut after = answers.clone();
            after.set(question, answer);
            all.push(Tried { cost, change, after });
        };
        let shape = table.shape(question);
        let old = answers.get(question);
        let musts = old.map_or(0, |old| old.musts);
        let scoring = old.map_or(0, |old| old.options & !old.musts);
        let is_must = shape.select != Select::All && musts != 0;
        let importance = old.map(|old| old.importance);
        for to in LEVELS.into_iter().filter(|to| scoring != 0 && *to != importance) {
            let answer = match to {
                Some(importance) => Some(Answer { importance, ..old.unwrap() }),
                None if musts == 0 => None,
                None => Some(Answer { options: musts, ..old.unwrap() }),
            };
            add(steps(to, importance), AnswerChange::Importance { question, to }, answer);
        }
        for option in 0..u8::try_from(shape.n_options).unwrap() {
            let bit = 1_u32 << option;
            if is_must && musts != bit {
                let importance = importance.unwrap();
                let answer = Answer { options: bit, musts: bit, importance };
                add(7, AnswerChange::Answer { question, option, importance }, Some(answer));
            }
            if !is_must && musts & bit == 0 && scoring != bit {
                let from = importance.or(Some(Importance::Normal));
                for importance in Importance::ALL {
                    let answer = Answer { options: musts | bit, musts, importance };
                    let cost = 4 + steps(Some(importance), from);
                    add(cost, AnswerChange::Answer { question, option, importance }, Some(answer));
                }
            }
        }
        for must in reference::must_haves(table, answers) {
            if must.question == question {
                let answer = old.map(|old| Answer { musts: musts & !must.options, ..old });
                add(8, AnswerChange::DropMust(must), answer);
            }
        }
    }
    all
}

/// Those on rank 1 once something gives points.
fn first(table: &UtilityTable, answers: &Answers) -> Vec<AltId> {
    if answers.total_weight() == 0 {
        return Vec::new();
    }
    rank(table, answers).leaders().map(|ranked| ranked.alternative).collect()
}

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

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_change_leaves_the_answers_that_it_says(instance in instances()) {
        let table = instance.table();
        for tried in all_changes(&table, &instance.answers) {
            prop_assert_eq!(apply(&table, &instance.answers, tried.change), tried.after.clone());
            let question = tried.change.question();
            let shape = table.shape(question);
            let answer = instance.answers.get(question);
            prop_assert_eq!(Cost::of(shape.select, answer, tried.change), Cost(tried.cost));
            let left = tried.after.get(question);
            let fitted = left.and_then(|left| left.fitted(shape.select, shape.n_options, true));
            prop_assert_eq!(fitted, left, "the question can have this answer");
        }
    }

    /// Property 19. Every change is ranked in full: the one that is named is the first of the cheapest
    /// ones, with the company that is named.
    #[test]
    fn nobody_is_put_first_by_a_cheaper_change_than_the_one_named(instance in instances()) {
        let table = instance.table();
        let ways = Counterfactuals::of(&table, &instance.answers);
        let ranking = rank(&table, &instance.answers);
        let leaders: Vec<_> = ranking.leaders().map(|ranked| ranked.alternative).collect();
        let mut tried: Vec<_> = all_changes(&table, &instance.answers)
            .into_iter()
            .filter(|tried| tried.after.total_weight() > 0)
            .map(|tried| (tried.cost, tried.change, first(&table, &tried.after)))
            .collect();
        tried.sort_by_key(|(cost, ..)| *cost);
        for id in table.alternatives() {
            let leads = leaders.contains(&id);
            let way = tried.iter().find(|(_, _, first)| first.contains(&id) != leads);
            let named = ways.puts_first(id);
            if leads {
                prop_assert_eq!(named, None);
                prop_assert_eq!(ways.dethrones(id), way.map(|(_, change, _)| *change));
            } else {
                prop_assert_eq!(ways.dethrones(id), None);
                prop_assert_eq!(
                    named.map(|way| (way.cost.0, way.change, way.shared)),
                    way.map(|(cost, change, first)| (*cost, *change, first.len() > 1))
                );
            }
        }
    }

    /// For the agreement of targets; here that of one target with itself.
    #[test]
    fn the_same_answers_give_the_same_figures(instance in instances()) {
        let figures = || {
            let mut figures = Vec::new();
            changes::figures(&instance.table(), &instance.answers, &mut |one| figures.push(one));
            figures
        };
        prop_assert!(figures().len() >= instance.n);
        prop_assert_eq!(figures(), figures());
    }

    /// With the sign of the exact difference, and the size of it.
    #[test]
    fn what_switching_wins_and_loses_is_the_difference_of_the_points(instance in instances()) {
        let table = instance.table();
        for from in table.alternatives() {
            for to in table.alternatives() {
                let rows = trade_offs(&table, &instance.answers, from, to);
                let points = |id| {
                    let (low, high, _) = reference::points(&table, &instance.answers, id);
                    i64::try_from(low + high).unwrap()
                };
                let sum: i64 = rows.iter().map(|row| i64::from(row.points)).sum();
                prop_assert_eq!(sum, points(to) - points(from));
                let size = |points: i32| core::cmp::Reverse(points.unsigned_abs());
                prop_assert!(rows.is_sorted_by_key(|row| (size(row.points), row.question)));
                let total = i64::from(instance.answers.total_weight());
                for row in &rows {
                    let mut only = Answers::none(table.n_questions());
                    only.set(row.question, instance.answers.get(row.question));
                    let own = |id| {
                        let (low, high, _) = reference::points(&table, &only, id);
                        i64::try_from(low + high).unwrap()
                    };
                    prop_assert_eq!(i64::from(row.points), own(to) - own(from));
                    prop_assert_ne!(row.points, 0);
                    // Off by at most half a tenth.
                    let exact = i64::from(row.points.abs());
                    let shown = 2 * total * i64::from(row.tenths.0);
                    prop_assert!((shown - exact).abs() <= total);
                }
            }
        }
    }
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
    answers.set(QuestionId(0), Some(Answer { options: 0b111, musts: 0b011, importance }));
    let (ranking, ways) = (rank(&table, &answers), Counterfactuals::of(&table, &answers));
    let what_it_takes = what_it_takes(&table, &answers, &ranking, &ways, AltId(1));
    let WhatItTakes::Far(short) = what_it_takes else {
        panic!("as wishes they still speak for the other one")
    };
    assert_eq!((short.leader, short.behind.0), (AltId(0), 0));
    assert_eq!(short.differences[0].points, 4 * 2000);
    answers.set(QuestionId(0), Some(Answer { options: 0b011, musts: 0b011, importance }));
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
