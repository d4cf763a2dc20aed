//! How every result comes about: the formula, and what there is to count.
//!
//! # What this module does not do
//! It explains no single result; the reasons do.

use super::{Report, Subject, Tone};
use crate::text::msg;

pub(super) fn say(subject: &Subject, report: &mut Report) {
    let catalog = subject.catalog;
    let n_options: usize = catalog.questions.iter().map(|question| question.options.len()).sum();
    for message in [msg::HOW_MUSTS, msg::HOW_FORMULA, msg::HOW_EXACT] {
        report.say(Tone::Plain, subject.t(message));
    }
    let counts = subject.tf(
        msg::HOW_COUNTS,
        &[
            ("questions", &catalog.questions.len().to_string()),
            ("options", &n_options.to_string()),
            ("criteria", &catalog.criteria.len().to_string()),
            ("n", &catalog.alternatives.len().to_string()),
            ("date", &catalog.subject.date.to_string()),
        ],
    );
    report.say(Tone::Plain, counts);
}
