//! The values of single fields: texts, ids, addresses, words, numbers, dates, and lists of texts.

use toml::Value;

use super::{Fields, shown};
use crate::authoring::Rule;
use crate::domain::catalog::{Date, FULL};

/// The placeholder in a template.
pub const PLACEHOLDER: &str = "TODO";

/// Whether a text is a valid id: lower-case letters, digits and single hyphens, starting with a letter
/// and not ending with a hyphen.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_lowercase())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && !text.contains("--")
        && !text.ends_with('-')
}

impl<'a> Fields<'a> {
    /// A text that is not empty.
    pub(in crate::authoring) fn text(&mut self, field: &str) -> Option<&'a str> {
        let value = self.required(field)?;
        self.as_text(field, value, "a text")
    }

    /// A text that may be absent, but not empty.
    pub(in crate::authoring) fn optional_text(&mut self, field: &str) -> Option<&'a str> {
        let value = self.get(field)?;
        self.as_text(field, value, "a text, or leave it out")
    }

    /// Reports a placeholder, and what has to replace it.
    pub(in crate::authoring) fn to_fill(&self, field: &str, what: &str) {
        let message = format!("is still to be filled in: {what}");
        self.wrong(field, PLACEHOLDER, Rule::Placeholder, message);
    }

    fn as_text(&self, field: &str, value: &'a Value, what: &str) -> Option<&'a str> {
        let Some(text) = value.as_str() else {
            self.mistyped(field, value, "a text");
            return None;
        };
        if text.trim().is_empty() {
            self.wrong(field, text, Rule::Empty, "is empty".to_owned());
            return None;
        }
        if text == PLACEHOLDER {
            self.to_fill(field, what);
            return None;
        }
        Some(text)
    }

    /// A text of at most `most` characters; a longer one is reported and returned.
    pub(in crate::authoring) fn short(&mut self, field: &str, most: usize) -> Option<&'a str> {
        let value = self.required(field)?;
        let text = self.as_text(field, value, &format!("at most {most} characters"))?;
        self.measure(field, text, most);
        Some(text)
    }

    /// An optional text of at most `most` characters.
    pub(in crate::authoring) fn optional_short(
        &mut self,
        field: &str,
        most: usize,
    ) -> Option<&'a str> {
        let value = self.get(field)?;
        let what = format!("at most {most} characters, or leave it out");
        let text = self.as_text(field, value, &what)?;
        self.measure(field, text, most);
        Some(text)
    }

    fn measure(&self, field: &str, text: &str, most: usize) {
        let length = text.chars().count();
        if length > most {
            let message = format!("has {length} characters, {most} are allowed");
            self.wrong(field, text, Rule::TooLong, message);
        }
    }

    /// An id: lower-case letters, digits and single hyphens, starting with a letter.
    pub(in crate::authoring) fn id(&mut self, field: &str) -> Option<&'a str> {
        let id = self.text(field)?;
        if !is_id(id) {
            let message = "should be lower-case letters, digits and single hyphens".to_owned();
            self.wrong(field, id, Rule::BadId, message);
        }
        Some(id)
    }

    /// An address.
    pub(in crate::authoring) fn address(&mut self, field: &str) -> Option<&'a str> {
        let value = self.required(field)?;
        let address = self.as_text(field, value, "an address that starts with https://")?;
        if !is_address(address) {
            self.wrong(field, address, Rule::BadAddress, BAD_ADDRESS.to_owned());
        }
        Some(address)
    }

    /// A word from a list.
    pub(in crate::authoring) fn word<T: Copy>(
        &mut self,
        field: &str,
        words: &[(&str, T)],
    ) -> Option<T> {
        let word = self.text(field)?;
        let found = words.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            self.wrong(field, word, Rule::BadWord, format!("is not one of {}", known.join(", ")));
        }
        found
    }

    /// A boolean; false if absent.
    pub(in crate::authoring) fn flag(&mut self, field: &str) -> bool {
        match self.get(field) {
            Some(Value::Boolean(flag)) => *flag,
            Some(other) => {
                self.mistyped(field, other, "true or false");
                false
            }
            None => false,
        }
    }

    /// A utility.
    pub(in crate::authoring) fn utility(&mut self, field: &str) -> Option<u16> {
        let value = self.get(field)?;
        let utility = value.as_integer().and_then(|number| u16::try_from(number).ok());
        let utility = utility.filter(|number| *number <= FULL);
        if utility.is_none() {
            let message = "should be a whole number from 0 to 1000".to_owned();
            self.wrong(field, &shown(value), Rule::UtilityRange, message);
        }
        utility
    }

    /// A TOML date, to the day.
    pub(in crate::authoring) fn day(&mut self, field: &str) -> Option<Date> {
        let value = self.required(field)?;
        self.as_day(field, value)
    }

    /// A TOML date that may be absent.
    pub(in crate::authoring) fn optional_day(&mut self, field: &str) -> Option<Date> {
        let value = self.get(field)?;
        self.as_day(field, value)
    }

    fn as_day(&self, field: &str, value: &Value) -> Option<Date> {
        let date = value.as_datetime().map(ToString::to_string).and_then(|text| text.parse().ok());
        if date.is_none() {
            let message = "should be a day such as 2026-11-23, without quotes".to_owned();
            self.wrong(field, &shown(value), Rule::BadDate, message);
        }
        date
    }

    /// A date to the day, month or year, in quotes, that may be absent.
    pub(in crate::authoring) fn optional_date(&mut self, field: &str) -> Option<Date> {
        let value = self.get(field)?;
        if value.as_str() == Some(PLACEHOLDER) {
            self.to_fill(field, "a date such as 2005-07-21, 2005-07 or 2005");
            return None;
        }
        let date = value.as_str().and_then(|text| text.parse().ok());
        if date.is_none() {
            self.wrong(field, &shown(value), Rule::BadDate, BAD_DATE.to_owned());
        }
        date
    }

    /// A list of texts, none empty and each once; empty if it is absent and not `required`.
    pub(in crate::authoring) fn texts(&mut self, field: &str, required: bool) -> Vec<&'a str> {
        let value = if required { self.required(field) } else { self.get(field) };
        match value {
            Some(Value::Array(values)) => {
                let mut texts = Vec::new();
                for value in values {
                    match value.as_str() {
                        None => self.mistyped(field, value, "a list of texts"),
                        Some(text) if texts.contains(&text) => {
                            let message = "stands in the list twice".to_owned();
                            self.wrong(field, text, Rule::Repeated, message);
                        }
                        Some(_) => {
                            texts.extend(self.as_text(field, value, "texts, or an empty list"));
                        }
                    }
                }
                texts
            }
            Some(other) => {
                self.mistyped(field, other, "a list of texts");
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// One text, or a list of texts; `what` describes them for the author.
    pub(in crate::authoring) fn one_or_more(&mut self, field: &str, what: &str) -> Vec<&'a str> {
        match self.get(field) {
            Some(value @ Value::String(_)) => {
                self.as_text(field, value, what).into_iter().collect()
            }
            Some(Value::Array(_)) => self.texts(field, true),
            Some(other) => {
                self.mistyped(field, other, "a text or a list of texts");
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// The ids that something had before, from its field `was`.
    pub(in crate::authoring) fn was(&mut self) -> Vec<&'a str> {
        self.texts("was", false)
    }
}

/// What a date that may be vague should be, for a message.
const BAD_DATE: &str = "is no date of the form \"2005\", \"2005-07\" or \"2005-07-21\", in quotes";

/// What an address should be, for a message.
pub(in crate::authoring) const BAD_ADDRESS: &str = "should be an address that starts with https://";

/// Whether a text is an address: it starts with https:// and has a host.
pub(in crate::authoring) fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").and_then(|rest| rest.split('/').next());
    host.is_some_and(|host| host.contains('.'))
        && !text.contains(|letter: char| letter.is_whitespace() || "\"<>".contains(letter))
}
