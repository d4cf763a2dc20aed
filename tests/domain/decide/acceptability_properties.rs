//! Shares of readings: property 23 of the decision model, against counting them all and against exact
//! areas and volumes.
//!
//! Its areas are in floats; they are compared within a percent, never for being equal.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use stackfit::domain::catalog::{AltId, FULL, QuestionId, Select};
use stackfit::domain::decide::{
    Answer, Answers, Evaluation, Firmness, Importance, Interval, Lattice, Shape, Shares, Standing,
    UtilityTable, rank,
};

use test_support::open_instances::open_instances;
use test_support::reference;
use test_support::strategies::{cases, instances, utility};

const LATTICES: [(Lattice, u32, u32); 2] =
    [(Lattice::Fine, 4093, 595), (Lattice::Coarse, 1021, 75)];

/// Firsts of every alternative and ties, by the definition, over all eligible.
fn counted(table: &UtilityTable, answers: &Answers, n: u32, step: u32) -> (Vec<u32>, u32) {
    let (n, step) = (u64::from(n), u64::from(step));
    let eligible: Vec<_> =
        rank(table, answers).eligible.iter().map(|ranked| ranked.alternative).collect();
    let asked: Vec<_> = answers.iter().filter(|(_, answer)| answer.weight() > 0).collect();
    let mut firsts = vec![0; table.n_alternatives()];
    let mut ties = 0;
    for reading in 0..n {
        let points = |id: AltId| -> u64 {
            let mut generator = 1;
            let mut sum = 0;
            for (question, answer) in &asked {
                let (lo, hi) = reference::utility(table, id, *question, answer.scoring());
                let weight = 2 * n + 2 * (reading * generator % n) + 1;
                sum += u64::from(answer.importance.weight()) * weight * (lo + hi);
                generator = generator * step % n;
            }
            sum
        };
        let all: Vec<_> = eligible.iter().map(|id| points(*id)).collect();
        let most = all.iter().max().expect("somebody is eligible");
        let first: Vec<_> = (0..all.len()).filter(|at| all[*at] == *most).collect();
        match first[..] {
            [at] => firsts[eligible[at].index()] += 1,
            _ => ties += 1,
        }
    }
    (firsts, ties)
}

fn firsts_of(shares: &Shares, table: &UtilityTable) -> Vec<u32> {
    let of = |id| shares.firsts.iter().find(|(one, _)| *one == id).map_or(0, |(_, n)| *n);
    table.alternatives().map(of).collect()
}

/// Known utilities by row, and importances; everything is answered.
fn case(rows: &[Vec<u16>], importances: &[Importance]) -> (UtilityTable, Answers) {
    let shape = Shape { select: Select::One, n_options: 1, must_at: FULL };
    let cells = rows.concat().into_iter().map(Interval::exactly).collect();
    let mut answers = Answers::none(importances.len());
    for (question, importance) in (0..).map(QuestionId).zip(importances) {
        answers.set(question, Some(Answer { importance: *importance, ..Answer::wish(1) }));
    }
    (UtilityTable::from_cells(vec![shape; importances.len()], rows.len(), cells), answers)
}

fn cases_of(
    n_questions: usize,
    n: core::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = (UtilityTable, Answers)> {
    let importances = vec(select(Importance::ALL.to_vec()), n_questions);
    (vec(vec(utility(), n_questions), n), importances)
        .prop_map(|(rows, importances)| case(&rows, &importances))
}

/// The share of the rectangle of two weights in which an alternative is first, by cutting off what
/// each other one wins.
fn area(table: &UtilityTable, answers: &Answers, id: AltId) -> f64 {
    let weight = |at| f64::from(answers.get(QuestionId(at)).expect("answered").weight());
    let (wide, high) = (weight(0), weight(1));
    let mut polygon =
        vec![(wide, high), (2.0 * wide, high), (2.0 * wide, 2.0 * high), (wide, 2.0 * high)];
    for rival in table.alternatives().filter(|rival| *rival != id) {
        let gap = |at| {
            let of = |id| f64::from(table.options(id, QuestionId(at))[0].lo);
            of(id) - of(rival)
        };
        let (x, y) = (gap(0), gap(1));
        let side = |(p, q): (f64, f64)| x * p + y * q;
        let mut cut = Vec::new();
        for (at, end) in polygon.iter().enumerate() {
            let start = polygon[(at + polygon.len() - 1) % polygon.len()];
            let (before, after) = (side(start), side(*end));
            if (before > 0.0) != (after > 0.0) {
                let part = before / (before - after);
                let along = |start: f64, end: f64| start + part * (end - start);
                cut.push((along(start.0, end.0), along(start.1, end.1)));
            }
            if after > 0.0 {
                cut.push(*end);
            }
        }
        polygon = cut;
    }
    let mut doubled = 0.0;
    for (at, (x, y)) in polygon.iter().enumerate() {
        let (before_x, before_y) = polygon[(at + polygon.len() - 1) % polygon.len()];
        doubled += before_x * y - x * before_y;
    }
    doubled / (2.0 * wide * high)
}

/// The share of the box of three weights in which `Σ w·d > 0`, by inclusion and exclusion of its
/// corners: for positive slopes the part of a unit cube below a plane at height `c` is
/// `Σ_S (−1)^|S| · max(0, c − Σ_S slope)³ / (3! · Π slopes)`.
fn volume(differences: [f64; 3]) -> f64 {
    let mut height = 0.0;
    let mut slopes = Vec::new();
    for d in differences.into_iter().filter(|d| *d != 0.0) {
        // Σ d·(1 + u) > 0; where d < 0 turned round, u = 1 − v.
        height += if d > 0.0 { 2.0 * d } else { d };
        slopes.push(d.abs());
    }
    let (mut sum, mut factor) = (0.0, 1.0);
    for corner in 0_usize..1 << slopes.len() {
        let chosen = (0..slopes.len()).filter(|at| corner >> at & 1 == 1);
        let left: f64 = height - chosen.map(|at| slopes[at]).sum::<f64>();
        let power = (0..slopes.len()).fold(1.0, |power, _| power * left.max(0.0));
        sum += if corner.count_ones() % 2 == 0 { power } else { -power };
    }
    for (slope, n) in slopes.iter().zip([1.0, 2.0, 3.0]) {
        factor *= slope * n;
    }
    sum / factor
}

fn near(firsts: u32, readings: u32, share: f64, percent: f64) -> bool {
    (100.0 * f64::from(firsts) / f64::from(readings) - 100.0 * share).abs() <= percent
}

proptest! {
    #![proptest_config(cases(60))]

    /// Leaving out who can never be first changes nothing, and everything is counted once.
    #[test]
    fn shares_are_those_of_counting_everybody(instance in prop_oneof![instances(), open_instances()]) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        for (lattice, n, step) in LATTICES {
            let Some(shares) = Shares::of(&evaluation, lattice) else {
                prop_assert!(evaluation.asked.is_empty() || ranking.eligible.is_empty());
                continue;
            };
            let (firsts, ties) = counted(&table, &instance.answers, n, step);
            prop_assert_eq!(firsts_of(&shares, &table), firsts);
            prop_assert_eq!((shares.ties, shares.readings), (ties, n));
            let sum: u32 = shares.firsts.iter().map(|(_, n)| n).sum();
            prop_assert_eq!(sum + shares.ties, n);
            let places: Vec<_> = shares.firsts.iter().map(|(id, _)| {
                evaluation.eligible().position(|one| one == *id)
            }).collect();
            prop_assert!(places.is_sorted() && shares.firsts.iter().all(|(_, n)| *n > 0));
        }
    }

    /// A leader that is firm against everybody is first in all readings; and 100 % is said of no
    /// other, nor 0 % of who is ever first.
    #[test]
    fn the_firm_are_first_in_every_reading(instance in prop_oneof![instances(), open_instances()]) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        let Some(shares) = Shares::of(&evaluation, Lattice::Coarse) else { return Ok(()) };
        for id in evaluation.eligible() {
            let standing = Standing::of(&evaluation, id);
            let firm = standing.leads.iter().all(|lead| lead.mid.firmness() >= Firmness::Firm);
            let found = shares.firsts.iter().find(|(one, _)| *one == id).map_or(0, |(_, n)| *n);
            prop_assert!(!firm || found == shares.readings);
            let percent = shares.percent(id);
            prop_assert_eq!((percent == 0, percent == 100), (found == 0, found == shares.readings));
            let off = (200 * i64::from(found) - 2 * i64::from(percent * shares.readings)).abs();
            let clamped = percent == 1 || percent == 99;
            prop_assert!(off <= i64::from(shares.readings) || clamped && off < 2 * i64::from(shares.readings));
        }
        prop_assert_eq!(shares.ties_percent() == 0, shares.ties == 0);
    }

    #[test]
    fn shares_of_two_questions_are_the_areas((table, answers) in cases_of(2, 2..=5)) {
        let ranking = rank(&table, &answers);
        let evaluation = Evaluation::new(&table, &answers, &ranking);
        for (lattice, n, _) in LATTICES {
            let shares = Shares::of(&evaluation, lattice).expect("everything is answered");
            let percent = if lattice == Lattice::Fine { 1.0 } else { 2.5 };
            for (id, firsts) in table.alternatives().zip(firsts_of(&shares, &table)) {
                let twin = |other: AltId| {
                    let row = |id| [0, 1].map(|at| table.options(id, QuestionId(at))[0]);
                    other != id && row(other) == row(id)
                };
                if table.alternatives().any(twin) {
                    prop_assert_eq!(firsts, 0, "two that are the same are never first alone");
                } else {
                    let area = area(&table, &answers, id);
                    prop_assert!(near(firsts, n, area, percent), "{firsts} of {n}, {area}");
                }
            }
        }
    }

    #[test]
    fn shares_of_two_in_three_questions_are_the_volumes((table, answers) in cases_of(3, 2..=2)) {
        let ranking = rank(&table, &answers);
        let evaluation = Evaluation::new(&table, &answers, &ranking);
        let difference = |at| {
            let of = |id| f64::from(table.options(AltId(id), QuestionId(at))[0].lo);
            let weight = answers.get(QuestionId(at)).expect("answered").weight();
            f64::from(weight) * (of(0) - of(1))
        };
        let differences = [0, 1, 2].map(difference);
        prop_assume!(differences.iter().any(|d| *d != 0.0));
        for (lattice, n, _) in LATTICES {
            let shares = Shares::of(&evaluation, lattice).expect("everything is answered");
            let firsts = firsts_of(&shares, &table);
            let percent = if lattice == Lattice::Fine { 1.0 } else { 2.5 };
            let volume = volume(differences);
            prop_assert!(near(firsts[0], n, volume, percent), "{firsts:?} of {n}, {volume}");
            prop_assert!(near(firsts[1] + shares.ties, n, 1.0 - volume, percent));
        }
    }
}
