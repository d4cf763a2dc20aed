//! Combinations are the best of all sets of two or three, by trying every one of them.

use core::cell::Cell;
use core::cmp::Reverse;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use stackfit::domain::catalog::{AltId, QuestionId, Select};
use stackfit::domain::decide::rank::Verdict;
use stackfit::domain::decide::{
    Answer, Answers, Bearing, Cause, Combinations, Interval, Score, Shape, UtilityTable,
    combinations,
};

use test_support::reference::{self, bits};
use test_support::strategies::{Instance, cases, divided_instances, instances, strict_instances};

/// What has to be covered, and from which utility it is.
fn needs(table: &UtilityTable, answers: &Answers, split: bool) -> Vec<(Cause, u64)> {
    let musts = reference::must_haves(table, answers).into_iter();
    let of = |cause: Cause| (cause, u64::from(table.shape(cause.question).must_at));
    let mut needs: Vec<_> = musts.map(of).collect();
    if needs.is_empty() && split {
        for (question, answer) in answers.iter() {
            let shape = table.shape(question);
            for at in bits(answer.options.into()) {
                if shape.select == Select::All {
                    let cause = Cause { question, options: 1 << at };
                    needs.push((cause, u64::from(shape.must_at.min(750))));
                }
            }
        }
    }
    needs
}

fn meets(table: &UtilityTable, id: AltId, (cause, from): &(Cause, u64)) -> bool {
    reference::utility(table, id, cause.question, cause.options).0 >= *from
}

/// Whether a set covers everything and no smaller part of it does.
fn is_minimal_cover(table: &UtilityTable, needs: &[(Cause, u64)], set: &[AltId]) -> bool {
    let covers =
        |set: &[AltId]| needs.iter().all(|need| set.iter().any(|id| meets(table, *id, need)));
    let without = |at: usize| [&set[..at], &set[at + 1..]].concat();
    covers(set) && (0..set.len()).all(|at| !covers(&without(at)))
}

/// The fewest languages, by trying every choice of one language for each part.
fn fewest_languages(languages: &[u64], set: &[AltId]) -> usize {
    let mut choices: Vec<Vec<usize>> = vec![Vec::new()];
    for id in set {
        let mut own = bits(languages[id.index()]);
        if own.is_empty() {
            own.push(100 + id.index());
        }
        choices = choices
            .iter()
            .flat_map(|choice| own.iter().map(|one| [choice.as_slice(), &[*one]].concat()))
            .collect();
    }
    let n_distinct = |mut choice: Vec<usize>| {
        choice.sort_unstable();
        choice.dedup();
        choice.len()
    };
    choices.into_iter().map(n_distinct).min().unwrap()
}

/// The score of one alternative that has of each option the best there is in a set.
fn score(instance: &Instance, set: &[AltId]) -> Option<Score> {
    let n_cells = instance.row(0).len();
    let best = |at: usize| {
        let cells = || set.iter().map(|id| instance.row(id.index())[at]);
        let lo = cells().map(|cell| cell.lo).max().unwrap();
        Interval { lo, hi: cells().map(|cell| cell.hi).max().unwrap() }
    };
    let cells = (0..n_cells).map(best).collect();
    let table = UtilityTable::from_cells(instance.shapes.clone(), 1, cells);
    Score::of(&table, &instance.answers, AltId(0))
}

/// The best five of all sets, by brute force.
fn expected(
    instance: &Instance,
    languages: &[u64],
    split: bool,
) -> Vec<(Vec<AltId>, usize, Option<Score>)> {
    let table = instance.table();
    let needs = needs(&table, &instance.answers, split);
    let one_does = table.alternatives().any(|id| needs.iter().all(|need| meets(&table, id, need)));
    if needs.is_empty() || (one_does && !split) {
        return Vec::new();
    }
    let mut all = Vec::new();
    for set in 0..1_u64 << instance.n {
        let ids: Vec<_> =
            bits(set).into_iter().map(|at| AltId(u16::try_from(at).unwrap())).collect();
        if (2..=3).contains(&ids.len()) && is_minimal_cover(&table, &needs, &ids) {
            all.push((fewest_languages(languages, &ids), score(instance, &ids), ids));
        }
    }
    all.sort_by_key(|(n_languages, score, ids)| {
        (ids.len(), *n_languages, Reverse(score.map(Score::numerator)), ids.clone())
    });
    all.truncate(5);
    all.into_iter().map(|(n_languages, score, ids)| (ids, n_languages, score)).collect()
}

fn check(instance: &Instance, languages: &[u64], split: bool) -> Result<usize, TestCaseError> {
    let table = instance.table();
    let found = combinations(&table, &instance.answers, languages, split);
    let sets = found.best.iter().map(|one| {
        let ids: Vec<_> = one.parts.iter().map(|part| part.alternative).collect();
        (ids, one.n_languages, one.score)
    });
    prop_assert_eq!(sets.collect::<Vec<_>>(), expected(instance, languages, split));
    prop_assert!(found.is_complete);
    check_jobs(&table, &instance.answers, &found, split)?;
    Ok(found.best.len())
}

/// Each need and each option has one part that meets it best, the first of equals, if any does.
fn check_jobs(
    table: &UtilityTable,
    answers: &Answers,
    found: &Combinations,
    split: bool,
) -> Result<(), TestCaseError> {
    let needs = needs(table, answers, split);
    for one in &found.best {
        let middle = |id: AltId, question, options| {
            let (lo, hi) = reference::utility(table, id, question, options);
            lo + hi
        };
        let first_best = |able: Vec<AltId>, question, options| {
            let most = able.iter().map(|id| middle(*id, question, options)).max()?;
            able.into_iter().find(|id| middle(*id, question, options) == most)
        };
        let ids: Vec<_> = one.parts.iter().map(|part| part.alternative).collect();
        for need in &needs {
            let cause = need.0;
            let able: Vec<_> = ids.iter().copied().filter(|id| meets(table, *id, need)).collect();
            let best = first_best(able, cause.question, cause.options);
            let with = one.parts.iter().filter(|part| part.needs.contains(&cause));
            let with: Vec<_> = with.map(|part| part.alternative).collect();
            prop_assert_eq!(with, best.into_iter().collect::<Vec<_>>());
        }
        for (question, answer) in answers.iter() {
            for at in bits(answer.options.into()) {
                let is_need = needs
                    .iter()
                    .any(|(cause, _)| cause.question == question && cause.options >> at & 1 == 1);
                let able =
                    |id: &AltId| Bearing::of(table.options(*id, question)[at]) != Bearing::None;
                let able: Vec<_> = ids.iter().copied().filter(able).collect();
                let best = first_best(able, question, 1 << at).filter(|_| !is_need);
                let option = (question, u8::try_from(at).unwrap());
                let with = one.parts.iter().filter(|part| part.options.contains(&option));
                let with: Vec<_> = with.map(|part| part.alternative).collect();
                prop_assert_eq!(with, best.into_iter().collect::<Vec<_>>());
            }
        }
        prop_assert!(one.parts.iter().all(|part| !part.needs.is_empty()), "each is needed");
    }
    Ok(())
}

#[test]
fn combinations_are_the_best_of_all_sets_of_two_or_three() {
    let languages = vec(select(vec![0_u64, 1, 2, 4, 3, 6]), 7);
    let asked = prop_oneof![6 => divided_instances(), 1 => strict_instances(), 1 => instances()];
    let (n_found, n_triples) = (Cell::new(0), Cell::new(0));
    let outcome = TestRunner::new(cases(1500)).run(
        &(asked, languages, any::<bool>()),
        |(instance, languages, split)| {
            n_found.set(n_found.get() + check(&instance, &languages, split)?);
            let found = combinations(&instance.table(), &instance.answers, &languages, split);
            let triples = found.best.iter().filter(|one| one.parts.len() == 3).count();
            n_triples.set(n_triples.get() + triples);
            Ok(())
        },
    );
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    assert!(n_found.get() >= 200 && n_triples.get() >= 30, "{n_found:?} {n_triples:?}");
}

proptest! {
    #![proptest_config(cases(300))]

    /// A need is met by whoever passes it as a must-have.
    #[test]
    fn a_must_have_is_covered_by_who_passes_it(instance in strict_instances()) {
        let table = instance.table();
        for need in needs(&table, &instance.answers, false) {
            for id in table.alternatives() {
                let passes = reference::verdict(&table, id, need.0) == Verdict::Passes;
                prop_assert_eq!(meets(&table, id, &need), passes);
            }
        }
    }
}

/// Ten thousand, each with a few of eight must-haves: what is found covers, is minimal, and is the best
/// by languages, although not every set was looked at.
#[test]
fn a_large_catalog_is_searched_among_the_best_of_each_kind() {
    let (n, n_options) = (10_000_usize, 8_usize);
    let shapes = vec![
        Shape { select: Select::All, n_options, must_at: 1000 },
        Shape { select: Select::One, n_options: 1, must_at: 1000 },
    ];
    let mut rng = test_support::rng::Rng::new(5);
    let mut cells = Vec::new();
    let mut languages = Vec::new();
    for _ in 0..n {
        let has = rng.below(n_options);
        for at in 0..n_options {
            let met = rng.one_in(3) && at != has;
            cells.push(Interval::exactly(if met { 1000 } else { 0 }));
        }
        cells.push(Interval::exactly(u16::from(rng.position(11)) * 100));
        languages.push(1 << rng.below(12));
    }
    let instance = Instance { shapes, n, cells, answers: Answers::none(2) };
    let mut answers = instance.answers.clone();
    let must = Answer { musts: 0xff, ..Answer::wish(0xff) };
    answers.set(QuestionId(0), Some(must));
    answers.set(QuestionId(1), Some(Answer::wish(1)));
    let table = instance.table();
    let found = combinations(&table, &answers, &languages, false);
    assert!(!found.is_complete);
    assert_eq!(found.best.len(), 5);
    let needs = needs(&table, &answers, false);
    for one in &found.best {
        let ids: Vec<_> = one.parts.iter().map(|part| part.alternative).collect();
        assert!(is_minimal_cover(&table, &needs, &ids));
        assert_eq!((ids.len(), one.n_languages), (2, 1));
        assert_eq!(one.score.map(|score| score.tenths().0), Some(1000));
    }
}

/// Of those that meet the same needs in the same language, the best ones are looked at.
#[test]
fn in_a_crowd_the_best_of_each_kind_take_part() {
    let all = Shape { select: Select::All, n_options: 2, must_at: 1000 };
    let one = Shape { select: Select::One, n_options: 1, must_at: 1000 };
    let n = 600;
    let of = |at: u16| [1000 * (at % 2), 1000 * ((at + 1) % 2), at].map(Interval::exactly);
    let cells = (0..n).flat_map(of).collect();
    let table = UtilityTable::from_cells(vec![all, one], usize::from(n), cells);
    let mut answers = Answers::none(2);
    answers.set(QuestionId(0), Some(Answer { musts: 0b11, ..Answer::wish(0b11) }));
    answers.set(QuestionId(1), Some(Answer::wish(1)));
    let found = combinations(&table, &answers, &vec![1; usize::from(n)], false);
    let sets: Vec<_> = found
        .best
        .iter()
        .map(|one| one.parts.iter().map(|part| part.alternative.0).collect::<Vec<_>>())
        .collect();
    assert_eq!(sets[0], [568, 599], "the first of those that the best one makes good for");
    assert!(sets.iter().all(|set| set.contains(&599)) && !found.is_complete);
}
