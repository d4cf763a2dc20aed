//! Reads the fields of a table one by one, and reports those that are missing, unknown or of the
//! wrong type.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::files::NotText;
use super::{Files, Rule, Violations};
use crate::domain::catalog::Date;

/// The placeholder in a template.
pub const PLACEHOLDER: &str = "TODO";

/// Parses a file; none if it is missing or unreadable, which is reported.
pub(super) fn parse(files: &Files, path: &str, violations: &Violations) -> Option<Table> {
    match files.get(path) {
        None => violations.add(path, "", "", Rule::MissingFile, "this file is missing".to_owned()),
        Some(Err(NotText)) => {
            violations.add(path, "", "", Rule::Unreadable, "is not UTF-8 text".to_owned());
        }
        Some(Ok(text)) => match text.parse::<Table>() {
            Ok(table) => return Some(table),
            Err(error) => {
                let message = format!("is not TOML: {}", error.to_string().trim_end());
                violations.add(path, "", "", Rule::Unreadable, message);
            }
        },
    }
    None
}

/// The fields of one table. Every field that is read becomes known; [`Fields::finish`] reports the
/// others.
pub(super) struct Fields<'a> {
    file: &'a str,
    path: String,
    table: &'a Table,
    asked: BTreeSet<String>,
    violations: &'a Violations,
}

impl<'a> Fields<'a> {
    /// The fields of a table of a file, at a dotted path.
    pub(super) fn new(
        file: &'a str,
        path: String,
        table: &'a Table,
        violations: &'a Violations,
    ) -> Self {
        Self { file, path, table, asked: BTreeSet::new(), violations }
    }

    /// The dotted path of a field.
    pub(super) fn at(&self, field: &str) -> String {
        if self.path.is_empty() { field.to_owned() } else { format!("{}.{field}", self.path) }
    }

    /// The file.
    pub(super) const fn file(&self) -> &'a str {
        self.file
    }

    /// Reports a field.
    pub(super) fn wrong(&self, field: &str, value: &str, rule: Rule, message: String) {
        self.violations.add(self.file, &self.at(field), value, rule, message);
    }

    fn get(&mut self, field: &str) -> Option<&'a Value> {
        self.asked.insert(field.to_owned());
        self.table.get(field)
    }

    fn required(&mut self, field: &str) -> Option<&'a Value> {
        let value = self.get(field);
        if value.is_none() {
            self.wrong(field, "", Rule::MissingField, "is required".to_owned());
        }
        value
    }

    fn mistyped(&self, field: &str, value: &Value, expected: &str) {
        self.wrong(field, &shown(value), Rule::WrongType, format!("should be {expected}"));
    }

    /// A text that is not empty.
    pub(super) fn text(&mut self, field: &str) -> Option<&'a str> {
        let value = self.required(field)?;
        self.as_text(field, value, "a text")
    }

    /// A text that may be absent, but not empty.
    pub(super) fn optional_text(&mut self, field: &str) -> Option<&'a str> {
        let value = self.get(field)?;
        self.as_text(field, value, "a text, or leave it out")
    }

    /// Reports a placeholder, and what has to replace it.
    pub(super) fn to_fill(&self, field: &str, what: &str) {
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
    pub(super) fn short(&mut self, field: &str, most: usize) -> Option<&'a str> {
        let value = self.required(field)?;
        let text = self.as_text(field, value, &format!("at most {most} characters"))?;
        self.measure(field, text, most);
        Some(text)
    }

    /// An optional text of at most `most` characters.
    pub(super) fn optional_short(&mut self, field: &str, most: usize) -> Option<&'a str> {
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
    pub(super) fn id(&mut self, field: &str) -> Option<&'a str> {
        let id = self.text(field)?;
        let good = id.starts_with(|letter: char| letter.is_ascii_lowercase())
            && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
            && !id.contains("--")
            && !id.ends_with('-');
        if !good {
            let message = "should be lower-case letters, digits and single hyphens".to_owned();
            self.wrong(field, id, Rule::BadId, message);
        }
        Some(id)
    }

    /// An address.
    pub(super) fn address(&mut self, field: &str) -> Option<&'a str> {
        let value = self.required(field)?;
        let address = self.as_text(field, value, "an address that starts with https://")?;
        if !is_address(address) {
            self.wrong(field, address, Rule::BadAddress, BAD_ADDRESS.to_owned());
        }
        Some(address)
    }

    /// A word from a list.
    pub(super) fn word<T: Copy>(&mut self, field: &str, words: &[(&str, T)]) -> Option<T> {
        let word = self.text(field)?;
        let found = words.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            self.wrong(field, word, Rule::BadWord, format!("is not one of {}", known.join(", ")));
        }
        found
    }

    /// A boolean; false if absent.
    pub(super) fn flag(&mut self, field: &str) -> bool {
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
    pub(super) fn utility(&mut self, field: &str) -> Option<u16> {
        let value = self.get(field)?;
        let utility = value.as_integer().and_then(|number| u16::try_from(number).ok());
        let utility = utility.filter(|number| *number <= crate::domain::catalog::FULL);
        if utility.is_none() {
            let message = "should be a whole number from 0 to 1000".to_owned();
            self.wrong(field, &shown(value), Rule::UtilityRange, message);
        }
        utility
    }

    /// A TOML date, to the day.
    pub(super) fn day(&mut self, field: &str) -> Option<Date> {
        let value = self.required(field)?;
        self.as_day(field, value)
    }

    /// A TOML date that may be absent.
    pub(super) fn optional_day(&mut self, field: &str) -> Option<Date> {
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
    pub(super) fn optional_date(&mut self, field: &str) -> Option<Date> {
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
    pub(super) fn texts(&mut self, field: &str, required: bool) -> Vec<&'a str> {
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
    pub(super) fn one_or_more(&mut self, field: &str, what: &str) -> Vec<&'a str> {
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
    pub(super) fn was(&mut self) -> Vec<&'a str> {
        self.texts("was", false)
    }

    /// Any value, to be interpreted by the caller.
    pub(super) fn any(&mut self, field: &str) -> Option<&'a Value> {
        self.required(field)
    }

    /// A table.
    pub(super) fn table(&mut self, field: &str) -> Option<Fields<'a>> {
        let value = self.required(field)?;
        self.as_table(field, value)
    }

    /// A table that may be absent.
    pub(super) fn optional_table(&mut self, field: &str) -> Option<Fields<'a>> {
        let value = self.get(field)?;
        self.as_table(field, value)
    }

    fn as_table(&self, field: &str, value: &'a Value) -> Option<Fields<'a>> {
        if let Value::Table(table) = value {
            return Some(Fields::new(self.file, self.at(field), table, self.violations));
        }
        self.mistyped(field, value, "a table");
        None
    }

    /// A list of tables; empty if it is absent and not `required`.
    pub(super) fn tables(&mut self, field: &str, required: bool) -> Vec<Fields<'a>> {
        let value = if required { self.required(field) } else { self.get(field) };
        let Some(Value::Array(values)) = value else {
            if let Some(other) = value {
                self.mistyped(field, other, "a list of tables");
            }
            return Vec::new();
        };
        let tables = values.iter().enumerate().filter_map(|(at, value)| {
            let name = value.get("id").and_then(Value::as_str);
            let name = name.map_or_else(|| at.to_string(), ToOwned::to_owned);
            let Some(table) = value.as_table() else {
                self.mistyped(field, value, "a list of tables");
                return None;
            };
            let path = self.at(&format!("{field}[{name}]"));
            Some(Fields::new(self.file, path, table, self.violations))
        });
        tables.collect()
    }

    /// The names of all fields of this table, which all become known.
    pub(super) fn names(&mut self) -> Vec<&'a str> {
        self.asked.extend(self.table.keys().cloned());
        self.table.keys().map(String::as_str).collect()
    }

    /// Reports an empty list where something to choose from is required.
    pub(super) fn report_empty_list(&self, field: &str, message: &str) {
        if self.is_empty_list(field) {
            self.wrong(field, "", Rule::NothingThere, message.to_owned());
        }
    }

    /// Whether a field is an empty list.
    pub(super) fn is_empty_list(&self, field: &str) -> bool {
        self.table.get(field).and_then(Value::as_array).is_some_and(Vec::is_empty)
    }

    /// Whether a field exists.
    pub(super) fn has(&self, field: &str) -> bool {
        self.table.contains_key(field)
    }

    /// Reports the fields that were not read.
    pub(super) fn finish(self) {
        for (field, value) in self.table {
            if !self.asked.contains(field) {
                let known: Vec<_> = self.asked.iter().map(String::as_str).collect();
                let message = format!("is unknown here; known are {}", known.join(", "));
                self.wrong(field, &shown(value), Rule::UnknownField, message);
            }
        }
    }
}

/// What a date that may be vague should be, for a message.
const BAD_DATE: &str = "is no date of the form \"2005\", \"2005-07\" or \"2005-07-21\", in quotes";

/// What an address should be, for a message.
pub(super) const BAD_ADDRESS: &str = "should be an address that starts with https://";

/// Whether a text is an address: it starts with https:// and has a host.
pub(super) fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").and_then(|rest| rest.split('/').next());
    host.is_some_and(|host| host.contains('.'))
        && !text.contains(|letter: char| letter.is_whitespace() || "\"<>".contains(letter))
}

/// A short form of a value, for a message.
pub(super) fn shown(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if text.chars().count() > 60 { text.chars().take(59).chain(['…']).collect() } else { text }
}

/// Reports that a list is too long.
pub(super) fn report_too_many(
    found: usize,
    most: usize,
    what: &str,
    file: &str,
    field: &str,
    violations: &Violations,
) {
    if found > most {
        let message = format!("at most {most} {what} are possible");
        violations.add(file, field, &found.to_string(), Rule::TooMany, message);
    }
}

/// Reports ids that occur more than once in a list.
pub(super) fn report_duplicates<'a>(
    ids: impl Iterator<Item = &'a str>,
    file: &str,
    field: &str,
    violations: &Violations,
) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            let message = "is used a second time".to_owned();
            violations.add(file, field, id, Rule::DuplicateId, message);
        }
    }
}
