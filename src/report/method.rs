//! How every result comes about: the formula, and what there is to count.
//!
//! # What this module does not do
//! It explains no single result; the reasons do.

use super::{Explanation, ReportInput, Tone};
use crate::text::msg;

pub(super) fn say(input: &ReportInput, explanation: &mut Explanation) {
    let catalog = input.catalog;
    let n_options: usize = catalog.questions.iter().map(|question| question.options.len()).sum();
    for message in [msg::HOW_MUSTS, msg::HOW_FORMULA, msg::HOW_EXACT] {
        explanation.say(Tone::Plain, input.t(message));
    }
    let counts = input.tf(
        msg::HOW_COUNTS,
        &[
            ("questions", &catalog.questions.len().to_string()),
            ("options", &n_options.to_string()),
            ("criteria", &catalog.criteria.len().to_string()),
            ("n", &catalog.alternatives.len().to_string()),
            ("date", &catalog.subject.date.to_string()),
        ],
    );
    explanation.say(Tone::Plain, counts);
}
