//! Facts and points as words.
//!
//! Rounded figures are for reading only and are never compared.

use super::{Words, msg};
use crate::domain::catalog::{AltId, Catalog, CriterionId, Value};
use crate::domain::decide::{Score, Tenths};

/// The labels of a fact's values, in scale order; none if it is unknown or has no scale.
#[must_use]
pub fn labels(catalog: &Catalog, alternative: AltId, criterion: CriterionId) -> Vec<String> {
    labels_of(catalog, criterion, &catalog.alternative(alternative).fact(criterion).value)
}

/// The labels of a value that a fact of a criterion may have, in scale order.
#[must_use]
pub fn labels_of(catalog: &Catalog, criterion: CriterionId, value: &Value) -> Vec<String> {
    let Some(scale) = catalog.scale_of(criterion) else {
        return Vec::new();
    };
    let label = |at: u8| scale.values.get(usize::from(at)).map(|value| value.label.to_string());
    value.positions().filter_map(label).collect()
}

/// A fact in words: its labels separated by commas, its text or date, or that it is unknown.
#[must_use]
pub fn value(
    catalog: &Catalog,
    words: &Words,
    alternative: AltId,
    criterion: CriterionId,
) -> String {
    value_of(catalog, words, criterion, &catalog.alternative(alternative).fact(criterion).value)
}

/// A value that a fact of a criterion may have, in words.
#[must_use]
pub fn value_of(catalog: &Catalog, words: &Words, criterion: CriterionId, value: &Value) -> String {
    match value {
        Value::Unknown => words.get(msg::DETAIL_UNKNOWN),
        Value::Text(text) => text.to_string(),
        Value::Date(date) => date.to_string(),
        Value::One(_) | Value::Many(_) => {
            let labels = labels_of(catalog, criterion, value);
            if labels.is_empty() { words.get(msg::DETAIL_YES_NONE) } else { labels.join(", ") }
        }
    }
}

/// Points with one decimal, or with two if a neighbour's would look the same.
#[must_use]
pub fn points(score: Score, close: bool) -> String {
    if close {
        let hundredths = score.hundredths();
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    } else {
        score.tenths().to_string()
    }
}

/// Points as a whole number, for a place where they are not added up. Only all of them are 100, and
/// only none 0.
#[must_use]
pub fn whole_points(score: Score) -> String {
    match score.tenths().0 {
        0 => 0,
        1000.. => 100,
        tenths => ((tenths + 5) / 10).clamp(1, 99),
    }
    .to_string()
}

impl core::fmt::Display for Tenths {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(out, "{}.{}", self.0 / 10, self.0 % 10)
    }
}
