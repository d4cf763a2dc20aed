//! Query strings, shared by permalinks and settings.
//!
//! The meaning of the parameters is in `permalink` and in `settings`; [`repair`] undoes what happens to
//! a link on its way.

mod repair;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::{Serialize, Serializer};

pub use repair::with_hash;
pub(super) use repair::{numbered, pairs, parameters};

/// A part of a link that was not followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ignored {
    /// The name of the parameter.
    pub name: String,
    /// The part of its value that was ignored.
    pub value: String,
    /// Why.
    pub why: Why,
}

impl Ignored {
    /// Creates a record of an ignored part of a query.
    #[must_use]
    pub fn new(name: &str, value: &str, why: Why) -> Self {
        Self { name: name.to_owned(), value: value.to_owned(), why }
    }
}

/// Why a part of a link was ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no such parameter.
    UnknownParameter,
    /// There is no such value, at least in this version of the catalog.
    UnknownValue,
    /// The parameter occurred before; the first one counts.
    Repeated,
    /// The value is too long, or there are too many; with the greatest number of characters, values,
    /// columns or people.
    TooMuch(usize),
    /// A must-have or an importance for a question that is not answered or does not allow it.
    WithoutAnswer,
    /// No entry would be left.
    NothingLeft,
}

impl Serialize for Why {
    /// As a word.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::UnknownParameter => "unknown-parameter",
            Self::UnknownValue => "unknown-value",
            Self::Repeated => "repeated",
            Self::TooMuch(_) => "too-much",
            Self::WithoutAnswer => "without-answer",
            Self::NothingLeft => "nothing-left",
        })
    }
}

/// Characters that stay readable: the unreserved characters of RFC 3986, and the comma.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b',');

/// Joins two query strings, such as those of the state and of the settings.
#[must_use]
pub fn merge_queries(one: &str, other: &str) -> String {
    match (one, other.strip_prefix('?')) {
        ("", _) => other.to_owned(),
        (_, None | Some("")) => one.to_owned(),
        (_, Some(more)) => [one, "&", more].concat(),
    }
}

/// A builder for query strings.
#[derive(Default)]
pub(super) struct Query(String);

impl Query {
    /// The query string, with a leading `?`; empty if nothing was added.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Whether nothing was added.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a parameter, if it has a value.
    pub(super) fn add(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.0.push(if self.0.is_empty() { '?' } else { '&' });
            self.0.extend(utf8_percent_encode(name, ESCAPED));
            self.0.push('=');
            self.0.extend(utf8_percent_encode(value, ESCAPED));
        }
    }
}

/// A text without percent escapes.
pub(super) fn unescape(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}
