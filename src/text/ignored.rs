//! Why a part of a link was not followed.

use super::{Words, msg, or_list};
use crate::domain::query::{Ignored, Why};
use crate::domain::settings::{self, Values};

/// Why a part of a link was not followed, in words: for the value of a setting, what it should be.
#[must_use]
pub fn ignored(words: &Words, part: &Ignored) -> String {
    let message = match part.why {
        Why::UnknownParameter => msg::LINK_UNKNOWN_PARAMETER,
        Why::UnknownValue => {
            let should_be = settings::find(&part.name).map(|known| possible(words, known.values));
            return match should_be.filter(|values| !values.is_empty()) {
                Some(values) => words.with(msg::LINK_SHOULD_BE, &[("values", &values)]),
                None => words.get(msg::LINK_UNKNOWN_VALUE),
            };
        }
        Why::Repeated => msg::LINK_REPEATED,
        Why::TooMuch(most) => {
            return words.with(msg::LINK_TOO_MUCH, &[("n", &most.to_string())]);
        }
        Why::WithoutAnswer => msg::LINK_WITHOUT_ANSWER,
        Why::NothingLeft => msg::LINK_NOTHING_LEFT,
    };
    words.get(message)
}

/// The values that a setting may have; empty if they cannot be listed.
fn possible(words: &Words, values: Values) -> String {
    match values {
        Values::Words(all) => or_list(&all.iter().map(ToString::to_string).collect::<Vec<_>>()),
        Values::Pixels(least, most) => format!("{least}–{most}"),
        Values::Colour => words.get(msg::LINK_COLOUR),
        Values::Line(_) | Values::Entries | Values::OfFacet => String::new(),
    }
}
