//! Query strings: what links and settings, which stand in the same one, both need of it.
//!
//! The meaning of the parameters is in `permalink` and in `settings`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::Serialize;

/// What a link says that could not be followed.
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
    /// A part of a query that was ignored.
    #[must_use]
    pub fn new(name: &str, value: &str, why: Why) -> Self {
        Self { name: name.to_owned(), value: value.to_owned(), why }
    }
}

/// Why a part of a link was ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// There is no such parameter.
    UnknownParameter,
    /// There is no such value, in this version of the catalog at least.
    UnknownValue,
    /// The parameter was given before; the first one counts.
    Repeated,
    /// There was more than there is room for.
    TooMuch,
    /// A must-have or an importance for what is not answered, or cannot have it.
    WithoutAnswer,
    /// It would leave no entry at all.
    NothingLeft,
}

/// Kept readable: the unreserved characters of RFC 3986, and the comma.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b',');

/// Two query strings as one, such as that of the state and that of the settings.
#[must_use]
pub fn merge_queries(one: &str, other: &str) -> String {
    match (one, other.strip_prefix('?')) {
        ("", _) => other.to_owned(),
        (_, None | Some("")) => one.to_owned(),
        (_, Some(more)) => [one, "&", more].concat(),
    }
}

/// The parameters of a query string, names and values.
pub(super) fn pairs(query: &str) -> Vec<(String, String)> {
    query
        .trim_start_matches('?')
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (unescape(name), unescape(value)))
        .collect()
}

/// A query string in the making.
#[derive(Default)]
pub(super) struct Query(String);

impl Query {
    /// The query string, with a leading `?`; empty where nothing was added.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Whether nothing was added.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a parameter, where there is a value for it.
    pub(super) fn add(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.0.push(if self.0.is_empty() { '?' } else { '&' });
            self.0.extend(utf8_percent_encode(name, ESCAPED));
            self.0.push('=');
            self.0.extend(utf8_percent_encode(value, ESCAPED));
        }
    }
}

fn unescape(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}
