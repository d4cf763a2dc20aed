//! Checks of the utilities themselves: options that hardly distinguish the alternatives, and
//! options of different questions that order them alike.
//!
//! Options of the same question are not compared with each other: they may well agree.

use core::cmp::Ordering;

use serde::Serialize;

use super::finding::{LEAST_SPREAD, MOST_ALIKE};
use crate::domain::catalog::{Catalog, QuestionId};
use crate::domain::decide::UtilityTable;

/// An option whose utilities lie close together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Narrow {
    /// The option, as `question.option`.
    pub option: String,
    /// The greatest utility minus the least; an unknown one counts as its midpoint.
    pub spread: u32,
}

/// Two options of different questions that order the alternatives alike.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Correlated {
    /// The first option, as `question.option`.
    pub option: String,
    /// The second option, of a later question.
    pub other: String,
    /// Spearman's rank correlation.
    pub rho: f64,
}

/// The options with too small a spread, in catalog order.
pub(super) fn narrow(catalog: &Catalog, table: &UtilityTable) -> Vec<Narrow> {
    let mut narrow = Vec::new();
    for column in columns(catalog, table) {
        let most = column.doubled.iter().max().copied().unwrap_or(0);
        let least = column.doubled.iter().min().copied().unwrap_or(0);
        if most - least < 2 * LEAST_SPREAD {
            let option = option_name(catalog, column.question, column.option);
            narrow.push(Narrow { option, spread: (most - least) / 2 });
        }
    }
    narrow
}

/// The pairs of options that are too similar, in catalog order.
pub(super) fn correlated(catalog: &Catalog, table: &UtilityTable) -> Vec<Correlated> {
    let columns = columns(catalog, table);
    let ranks: Vec<_> = columns.iter().map(|column| ranks(&column.doubled)).collect();
    let mut correlated = Vec::new();
    for (at, one) in columns.iter().enumerate() {
        for (other_at, other) in columns.iter().enumerate().skip(at + 1) {
            let rho = correlation(&ranks[at], &ranks[other_at]);
            if one.question != other.question && rho >= MOST_ALIKE {
                let option = option_name(catalog, one.question, one.option);
                let other = option_name(catalog, other.question, other.option);
                correlated.push(Correlated { option, other, rho });
            }
        }
    }
    correlated
}

/// The doubled utilities of all alternatives for one option.
struct Column {
    question: QuestionId,
    option: usize,
    doubled: Vec<u32>,
}

fn columns(catalog: &Catalog, table: &UtilityTable) -> Vec<Column> {
    let of_question = |question: QuestionId| {
        (0..table.shape(question).n_options).map(move |option| {
            let cell = |id| table.options(id, question)[option].doubled_mid();
            Column { question, option, doubled: table.alternatives().map(cell).collect() }
        })
    };
    catalog.question_ids().flat_map(of_question).collect()
}

/// Ranks from 0; equals share the mean of their ranks.
fn ranks(values: &[u32]) -> Vec<f64> {
    let rank = |value: &u32| {
        let n = |order| values.iter().filter(|other| other.cmp(&value) == order).count();
        ratio(2 * n(Ordering::Less) + n(Ordering::Equal) - 1, 2)
    };
    values.iter().map(rank).collect()
}

/// Pearson's correlation; 0 if one of them does not vary, because then it is undefined.
fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / ratio(values.len().max(1), 1);
    let (mean_one, mean_other) = (mean(one), mean(other));
    let (mut both, mut own, mut its) = (0.0, 0.0, 0.0);
    for (one, other) in one.iter().zip(other) {
        let (one, other) = (one - mean_one, other - mean_other);
        both += one * other;
        own += one * one;
        its += other * other;
    }
    if own > 0.0 && its > 0.0 { both / (own * its).sqrt() } else { 0.0 }
}

/// One count divided by another; 0 if that is 0.
#[expect(clippy::cast_precision_loss, reason = "counts of facts are far below 2^52")]
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The name of an option, `question.option`.
fn option_name(catalog: &Catalog, question: QuestionId, option: usize) -> String {
    let question = catalog.question(question);
    format!("{}.{}", question.id, question.options[option].id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rank_correlation_is_spearmans_with_shared_ranks() {
        let rho = |one: &[u32], other: &[u32]| correlation(&ranks(one), &ranks(other));
        let near = |found: f64, expected: f64| (found - expected).abs() < 1e-9;
        assert_eq!(ranks(&[30, 10, 20, 20]), [3.0, 0.0, 1.5, 1.5]);
        assert!(near(rho(&[1, 2, 3], &[10, 20, 900]), 1.0), "only the order counts");
        assert!(near(rho(&[1, 2, 3], &[9, 5, 1]), -1.0));
        // 1 - 6·2 / (4·15)
        assert!(near(rho(&[1, 2, 3, 4], &[1, 3, 2, 4]), 0.8));
        // Computed by hand: ranks 0.5 0.5 2 and 0 1 2.
        assert!(near(rho(&[1, 1, 2], &[1, 2, 3]), 1.5 / 3.0_f64.sqrt()));
        assert!(near(rho(&[1, 1, 1], &[1, 2, 3]), 0.0), "what does not vary says nothing");
    }
}
