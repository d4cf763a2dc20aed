//! An older catalog, as far as it is compared: its date, its criteria and scales, and the values of its
//! facts. Whatever else its format has is passed over.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, anyhow};
use stackfit::domain::catalog::Date;
use toml_edit::{Item, Table, TableLike};

use super::table;

/// An older catalog.
#[derive(Debug)]
pub(super) struct Older {
    /// Its date.
    pub(super) date: Date,
    /// Its criteria, by id.
    pub(super) criteria: BTreeMap<String, Criterion>,
    /// Its scales by id, each with the ids and meanings of its values.
    scales: BTreeMap<String, Vec<(String, String)>>,
    /// The values of its facts, by entry and criterion.
    entries: BTreeMap<String, BTreeMap<String, Raw>>,
}

/// A criterion of then.
#[derive(Debug)]
pub(super) struct Criterion {
    /// `one`, `many`, `text` or `date`.
    pub(super) kind: String,
    /// The id of its scale.
    pub(super) scale: Option<String>,
    /// What it means.
    pub(super) means: String,
}

/// The value of a fact, as it stands in the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Raw {
    /// One tag, a text, a date, or that it is unknown.
    One(String),
    /// A list of tags.
    Many(Vec<String>),
}

impl Older {
    /// Reads the files of a folder.
    pub(super) fn read(folder: &Path) -> anyhow::Result<Self> {
        let subject = table(&folder.join("catalog.toml"))?;
        let date = subject.get("date").and_then(Item::as_datetime).map(ToString::to_string);
        let date = date.and_then(|date| date.parse().ok()).context("catalog.toml has no date")?;
        let words = table(&folder.join("criteria.toml"))?;
        let tables = |name: &str| words.get(name).and_then(Item::as_array_of_tables);
        let criteria = tables("criterion").into_iter().flatten().map(|table| {
            let criterion = Criterion {
                kind: text(table, "kind").unwrap_or_default(),
                scale: text(table, "scale"),
                means: text(table, "means").unwrap_or_default(),
            };
            (text(table, "id").unwrap_or_default(), criterion)
        });
        let scales = tables("scale").into_iter().flatten().map(|table| {
            let values = table.get("values").and_then(Item::as_array).into_iter().flatten();
            let values = values.filter_map(|value| {
                let value = value.as_inline_table()?;
                Some((text(value, "id")?, text(value, "means").unwrap_or_default()))
            });
            (text(table, "id").unwrap_or_default(), values.collect())
        });
        let named = text(subject.as_table(), "entries").context("catalog.toml names no entries")?;
        Ok(Self {
            date,
            criteria: criteria.collect(),
            scales: scales.collect(),
            entries: entries(&folder.join(named))?,
        })
    }

    /// The values of an entry's facts; none if it was not there.
    pub(super) fn entry(&self, id: &str) -> Option<&BTreeMap<String, Raw>> {
        self.entries.get(id)
    }

    /// The values of a criterion's scale with their meanings.
    pub(super) fn scale(&self, criterion: &Criterion) -> impl Iterator<Item = (&str, &str)> {
        let scale = criterion.scale.as_ref().and_then(|id| self.scales.get(id));
        scale.into_iter().flatten().map(|(value, means)| (value.as_str(), means.as_str()))
    }
}

fn entries(folder: &Path) -> anyhow::Result<BTreeMap<String, BTreeMap<String, Raw>>> {
    let mut entries = BTreeMap::new();
    let listed =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for file in listed {
        let path = file?.path();
        if path.extension().is_none_or(|ending| ending != "toml") {
            continue;
        }
        let entry = table(&path)?;
        let wrong = |what: &str| anyhow!("{} has no {what}", path.display());
        let id = text(entry.as_table(), "id").ok_or_else(|| wrong("id"))?;
        let facts = entry.get("facts").and_then(Item::as_table).ok_or_else(|| wrong("facts"))?;
        entries.insert(id, values(facts));
    }
    Ok(entries)
}

fn values(facts: &Table) -> BTreeMap<String, Raw> {
    let value = |fact: &Item| {
        let value = fact.as_table_like()?.get("value")?;
        if let Some(text) = value.as_str() {
            return Some(Raw::One(text.to_owned()));
        }
        let tags = value.as_array()?.iter();
        Some(Raw::Many(tags.filter_map(|tag| tag.as_str().map(str::to_owned)).collect()))
    };
    facts.iter().filter_map(|(id, fact)| Some((id.to_owned(), value(fact)?))).collect()
}

fn text(table: &dyn TableLike, name: &str) -> Option<String> {
    table.get(name)?.as_str().map(str::to_owned)
}
