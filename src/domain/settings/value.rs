//! Parsers for the values of parameters, one for each kind.

use super::table::{LONGEST_DISCLOSURE, Values};
use crate::domain::query::{Ignored, Why};

/// Replaces a value by the parsed one; false if the given text is not empty and could not be
/// parsed.
pub(super) fn replace<T>(place: &mut Option<T>, given: &str, read: Option<T>) -> bool {
    let understood = given.is_empty() || read.is_some();
    if understood {
        *place = read;
    }
    understood
}

/// The known ids of a list, each once, as `find` spells them.
pub(super) fn ids<'a>(
    name: &str,
    value: &str,
    find: &dyn Fn(&str) -> Option<&'a str>,
    ignored: &mut Vec<Ignored>,
) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for id in value.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        match find(id) {
            None => ignored.push(Ignored::new(name, id, Why::UnknownValue)),
            Some(known) if found.iter().any(|other| other == known) => {
                ignored.push(Ignored::new(name, id, Why::Repeated));
            }
            Some(known) => found.push(known.to_owned()),
        }
    }
    found
}

pub(super) fn colour(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#').unwrap_or(text);
    let is_colour = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_colour.then(|| digits.to_ascii_lowercase())
}

pub(super) fn pixels(values: Values, text: &str) -> Option<u8> {
    let Values::Pixels(least, most) = values else {
        return None;
    };
    let is_number = text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse().ok().filter(|size| is_number && (least..=most).contains(size))
}

/// A text as one line, and the part beyond the limit: every run of spaces and control characters
/// becomes one space, and characters that change the text direction are removed.
pub(super) fn line(text: &str) -> (String, String) {
    let is_turning =
        |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let (mut kept, mut rest) = (String::new(), String::new());
    let (mut n_letters, mut is_gap) = (0, false);
    for letter in text.chars().filter(|letter| !is_turning(*letter)) {
        if letter.is_whitespace() || letter.is_control() {
            is_gap = n_letters > 0;
            continue;
        }
        n_letters += usize::from(is_gap) + 1;
        let place = if n_letters > LONGEST_DISCLOSURE { &mut rest } else { &mut kept };
        if is_gap {
            place.push(' ');
        }
        place.push(letter);
        is_gap = false;
    }
    (kept, rest)
}
