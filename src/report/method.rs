//! How every result is computed: the formula, and the size of the catalog.

use super::{Explanation, Tone};
use crate::domain::catalog::Catalog;
use crate::text::{Words, msg};

/// How every result is computed. It is the same for all results, so it takes none.
#[must_use]
pub fn method(catalog: &Catalog, words: &Words) -> Explanation {
    let mut explanation = Explanation::default();
    for message in [msg::HOW_MUSTS, msg::HOW_FORMULA, msg::HOW_EXACT] {
        explanation.say(Tone::Plain, words.get(message));
    }
    let n_options: usize = catalog.questions.iter().map(|question| question.options.len()).sum();
    let counts = [
        ("questions", &*catalog.questions.len().to_string()),
        ("options", &*n_options.to_string()),
        ("criteria", &*catalog.criteria.len().to_string()),
        ("n", &*catalog.alternatives.len().to_string()),
        ("date", &*catalog.subject.date.to_string()),
    ];
    explanation.say(Tone::Plain, words.with(msg::HOW_COUNTS, &counts));
    explanation
}
