//! Changes the files of entries, and keeps their comments and the order of their fields.

use anyhow::{Context as _, anyhow};
use stackfit::domain::catalog::Date;
use toml_edit::{Datetime, DocumentMut, InlineTable, Item, Value};

/// New values for a fact.
pub(super) struct Change<'a> {
    /// The criterion.
    pub(super) criterion: &'a str,
    /// The new value; none if it stays.
    pub(super) value: Option<String>,
    /// The new note; none if it stays.
    pub(super) note: Option<String>,
}

/// The text of an entry's file with some facts changed, each checked on a day.
///
/// # Errors
/// If the text is not TOML, or a fact is not there.
pub(super) fn changed(text: &str, changes: &[Change<'_>], today: Date) -> anyhow::Result<String> {
    let mut document: DocumentMut = text.parse().context("is not TOML")?;
    for change in changes {
        let fact = document
            .get_mut("facts")
            .and_then(|facts| facts.get_mut(change.criterion))
            .with_context(|| format!("has no fact '{}'", change.criterion))?;
        if let Some(value) = &change.value {
            set(fact, "value", value.as_str().into())?;
            // The day of the former figure.
            if let Some(fact) = fact.as_table_like_mut() {
                fact.remove("of");
            }
        }
        if let Some(note) = &change.note {
            set(fact, "note", note.as_str().into())?;
        }
        set(fact, "checked", day(today)?)?;
    }
    Ok(document.to_string())
}

/// The text of `catalog.toml` with another date.
///
/// # Errors
/// If the text is not TOML, or has no date.
pub(super) fn dated(text: &str, today: Date) -> anyhow::Result<String> {
    let mut document: DocumentMut = text.parse().context("is not TOML")?;
    replace(document.get_mut("date").context("has no date")?, day(today)?);
    Ok(document.to_string())
}

fn day(date: Date) -> anyhow::Result<Value> {
    let day: Datetime = date.to_string().parse().context("is no day")?;
    Ok(day.into())
}

/// Sets a field of a fact: in its place if it is there, and otherwise before the note.
fn set(fact: &mut Item, field: &str, value: Value) -> anyhow::Result<()> {
    // An inline table hands out an empty item for a field that it does not have.
    if let Some(old) = fact.get_mut(field).filter(|old| old.is_value()) {
        replace(old, value);
        return Ok(());
    }
    match fact {
        Item::Value(Value::InlineTable(table)) => insert(table, field, value),
        Item::Table(table) => {
            table.insert(field, Item::Value(value));
        }
        _ => return Err(anyhow!("has a fact that is no table")),
    }
    Ok(())
}

/// Replaces a value, and keeps the spaces and comments around it.
fn replace(item: &mut Item, value: Value) {
    if let Some(old) = item.as_value() {
        let decor = old.decor().clone();
        let mut value = value;
        *value.decor_mut() = decor;
        *item = Item::Value(value);
    }
}

/// Inserts a field before the note. The note is last, because it is the longest.
fn insert(table: &mut InlineTable, field: &str, value: Value) {
    let note = table.remove("note");
    table.insert(field, value);
    if let Some(note) = note {
        table.insert("note", note);
    }
    table.fmt();
}
