//! Reads the fields of a table one by one, and reports those that are missing, unknown or of the
//! wrong type.

mod values;

use std::collections::BTreeSet;

use toml::{Table, Value};

pub(super) use values::{BAD_ADDRESS, is_address};
pub use values::{PLACEHOLDER, is_id};

use super::{Files, Rule, Unreadable, Violations};

/// Parses a file; none if it is missing or unreadable, which is reported.
pub(super) fn parse(files: &Files, path: &str, violations: &Violations) -> Option<Table> {
    match files.get(path) {
        None => violations.add(path, "", "", Rule::MissingFile, "this file is missing".to_owned()),
        Some(Err(cause)) => {
            let (rule, message) = match cause {
                Unreadable::NotText(message) => (Rule::Unreadable, message.clone()),
                Unreadable::Refused(why) => (Rule::Unreadable, format!("cannot be read: {why}")),
                Unreadable::OtherKind(message) => (Rule::NotAnEntry, (*message).to_owned()),
            };
            violations.add(path, "", "", rule, message);
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

/// Parses a file that a catalog can do without.
pub(super) fn parse_optional(files: &Files, path: &str, violations: &Violations) -> Option<Table> {
    files.get(path).and_then(|_| parse(files, path, violations))
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
