//! Published weighted sums on fixed scales.
//!
//! Their weights are not 1, 2 and 4, and some of their scales have more than 1000 steps. So every one
//! is computed by [`by_hand`] in plain integers; and those that the engine can express run through it
//! too, where a weight of 8 is a question asked twice as very important.
//!
//! It runs no method whose scale depends on who else is in the list; the engine has none.

use serde_json::Value;
use stackfit::domain::catalog::{AltId, FULL};
use stackfit::domain::decide::{Answers, Interval, Score, UtilityTable, rank};

use super::oracles::{fraction, list, one_option_each, run, text, whole};
use super::robustness_oracles::triantaphyllou_sanchez;

const LEFT_OUT: [(&str, &str); 4] = [
    ("kracka-2010-wsm", "normalises by the sum over those in the list, which the model rejects"),
    ("topsis-opricovic-tzeng-2004", "another method, for contrast"),
    ("topsis-tzeng-huang-2011", "another method, for contrast"),
    ("promethee2-zhao-2013", "another method, for contrast"),
];

#[test]
fn published_and_library() {
    run("published_and_library", &LEFT_OUT, |id, example| {
        let case = Case::new(example);
        let sums = by_hand(&case);
        assert_eq!(sums, numbers(&example["as_integers"]["expected_numerators"]), "{id}");
        assert_eq!(
            competition_ranks(&sums),
            numbers(&example["expected_rank_competition"]),
            "{id}"
        );
        if let Some(exact) = example["expected_scores_exact"].as_array() {
            let whole = whole(&example["as_integers"]["utility_scale"])
                * whole(&example["as_integers"]["weight_scale"]);
            for (sum, score) in sums.iter().zip(exact) {
                let (p, q) = fraction(score);
                assert_eq!(sum * q, p * whole, "{id}");
            }
        }
        match id {
            // Utilities up to 30, so that the engine's own integers are the published ones.
            "wsm-wikipedia-tie" | "skcriteria-wsm-unit" => as_it_is(&case, &sums),
            "spotis-dezert-2020-ex1" => rounded(&case, example),
            // Weights of four digits: 64 questions hold a sum of 256 000, and these go to 31 618 274.
            // So not as a ranking, but its single-weight tie weights.
            "triantaphyllou-sanchez-1997-ex1" => triantaphyllou_sanchez(example),
            _ => return false,
        }
        true
    });
}

/// A weighted sum in integers.
struct Case {
    weights: Vec<i64>,
    utilities: Vec<Vec<i64>>,
}

impl Case {
    fn new(example: &Value) -> Self {
        let integers = &example["as_integers"];
        let utilities = list(&integers["utilities"]).iter().map(numbers).collect();
        Self { weights: numbers(&integers["weights"]), utilities }
    }

    /// The case in the engine's terms, each weight as questions that are asked several times.
    fn in_the_engine(&self, convert: impl Fn(i64) -> u16) -> (UtilityTable, Answers) {
        let mut points = Vec::new();
        let mut columns = Vec::new();
        for (column, weight) in self.weights.iter().enumerate() {
            let mut left = *weight;
            while left > 0 {
                let level =
                    [4, 2, 1].into_iter().find(|level| *level <= left).expect("one is least");
                points.push(level);
                columns.push(column);
                left -= level;
            }
        }
        assert!(points.len() <= 64, "no more questions than a catalog can have");
        let row = |utilities: &Vec<i64>| -> Vec<Interval> {
            columns.iter().map(|column| Interval::exactly(convert(utilities[*column]))).collect()
        };
        let rows: Vec<_> = self.utilities.iter().map(row).collect();
        one_option_each(&rows, &points)
    }
}

fn numbers(value: &Value) -> Vec<i64> {
    list(value).iter().map(whole).collect()
}

fn by_hand(case: &Case) -> Vec<i64> {
    let sum = |row: &Vec<i64>| row.iter().zip(&case.weights).map(|(u, w)| u * w).sum();
    case.utilities.iter().map(sum).collect()
}

fn competition_ranks(sums: &[i64]) -> Vec<i64> {
    let rank =
        |own: &i64| 1 + i64::try_from(sums.iter().filter(|other| *other > own).count()).unwrap();
    sums.iter().map(rank).collect()
}

/// The same integers and the same ranks.
fn as_it_is(case: &Case, sums: &[i64]) {
    let (table, answers) = case.in_the_engine(|u| u16::try_from(u).expect("a small utility"));
    let engine: Vec<_> = table
        .alternatives()
        .map(|id| i64::from(Score::of(&table, &answers, id).expect("answered").low))
        .collect();
    assert_eq!(engine, sums);
    assert_eq!(engine_ranks(&table, &answers), competition_ranks(sums));
}

/// Its scale has 35 360 steps: in thousandths the same order, and scores off by half a step at most.
fn rounded(case: &Case, example: &Value) {
    let scale = whole(&example["as_integers"]["utility_scale"]);
    let thousandths = |u: i64| (2 * i64::from(FULL) * u + scale) / (2 * scale);
    let (table, answers) =
        case.in_the_engine(|u| u16::try_from(thousandths(u)).expect("at most 1000"));
    assert_eq!(engine_ranks(&table, &answers), numbers(&example["expected_rank_competition"]));
    for (id, exact) in table.alternatives().zip(list(&example["expected_score_exact"])) {
        let score = Score::of(&table, &answers, id).expect("answered");
        let (p, q) = fraction(exact);
        // Percent: N / (20·W) against p/q, at most 0.05 apart.
        let (n, whole) = (i64::from(score.numerator()), 20 * i64::from(score.weight));
        assert!(20 * (n * q - p * whole).abs() <= whole * q, "{} {exact}", text(&example["id"]));
    }
}

fn engine_ranks(table: &UtilityTable, answers: &Answers) -> Vec<i64> {
    let ranking = rank(table, answers);
    let of = |id: AltId| i64::from(ranking.place(id).expect("nobody is excluded").rank);
    table.alternatives().map(of).collect()
}
