//! `stackfit catalog history`: notes what the facts were in an older catalog, so that a link made with it
//! can say which of them have changed.
//!
//! The older catalog may be of an older format, so only what is compared is read from its files. A
//! criterion is compared if it has the same id, kind, scale and meaning, and its scale still has all
//! values of then with the same meanings; all others are listed as incomparable.
//!
//! An edition says what differs from the next one, or from today's catalog. So editions are noted anew from the
//! newest on where one comes between others.

mod older;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::{Args, ValueHint};
use older::{Older, Raw};
use stackfit::authoring::Checked;
use stackfit::domain::catalog::{Alternative, Catalog, CriterionId, Date, Kind, Value};

use super::{Folder, loaded};
use crate::output;

/// The file, inside the catalog's folder.
const FILE: &str = "history.toml";

/// The head of the file.
const HEAD: &str = "\
# What facts were in older catalogs, for links that were made with them: `cargo stackfit catalog history` writes
# this file. Each edition holds what differs from the next one, and the last what differs from today's catalog.
# compared: the date of the catalog that the last edition was compared with.
# incomparable: criteria that say nothing about that catalog. added: entries that it did not have.
";

/// Note what the facts were in an older catalog, for links that were made with it
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The folder of the older catalog, such as one of an older commit
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    older: PathBuf,
    #[command(flatten)]
    folder: Folder,
}

/// Adds the older catalog to the history, or writes its edition anew.
///
/// # Errors
/// If a catalog cannot be read, or the older one is not older.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let (folder, _, Checked { catalog, compared, .. }) = loaded(arguments.folder.path())?;
    let older = Older::read(&arguments.older)?;
    if older.date >= catalog.subject.date {
        bail!("the catalog of {} is not older than that of {}", older.date, catalog.subject.date);
    }
    let path = folder.join(FILE);
    let text = fs::read_to_string(&path).unwrap_or_else(|_| HEAD.to_owned());
    let text = with_edition(&text, &catalog, compared, &older);
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    output::print(&format!("wrote {}\n", path.display()))?;
    let mut dates = catalog.history.iter().map(|edition| edition.date);
    let before = dates.clone().rfind(|date| *date < older.date);
    if let Some(before) = before.filter(|_| !dates.any(|date| date == older.date)) {
        output::say(&format!(
            "if the edition of {before} was noted with a catalog newer than {}, note it again",
            older.date
        ));
    }
    Ok(())
}

/// The text of the history with the edition of an older catalog in its place.
fn with_edition(text: &str, catalog: &Catalog, compared: Option<Date>, older: &Older) -> String {
    let dates = catalog.history.iter().map(|edition| edition.date);
    let blocks = text.split("[[edition]]").skip(1).map(str::trim_end);
    let mut editions: Vec<_> = dates.zip(blocks.map(|text| format!("[[edition]]{text}"))).collect();
    editions.retain(|(date, _)| *date != older.date);
    let at = editions.iter().filter(|(date, _)| *date < older.date).count();
    // What it is compared with is today's catalog, with the values that it had in the next edition.
    let next = editions.get(at).and_then(|(date, _)| catalog.past(*date));
    let compared =
        compared.filter(|compared| older.date < *compared).unwrap_or(catalog.subject.date);
    let next = next.map_or_else(|| catalog.clone(), |past| past.catalog);
    editions.insert(at, (older.date, edition(&next, older).trim_end().to_owned()));
    let editions: Vec<_> = editions.into_iter().map(|(_, text)| text).collect();
    format!("{HEAD}compared = {compared}\n\n{}\n", editions.join("\n\n"))
}

/// The edition of an older catalog.
fn edition(catalog: &Catalog, older: &Older) -> String {
    let (same, incomparable): (Vec<_>, Vec<_>) =
        catalog.criterion_ids().partition(|id| is_same(catalog, *id, older));
    let mut text = format!("[[edition]]\ndate = {}\n", older.date);
    let id = |id: &CriterionId| quoted(&catalog.criterion(*id).id);
    let added = catalog.alternatives.iter().filter(|entry| older.entry(&entry.id).is_none());
    list(&mut text, "incomparable", incomparable.iter().map(id));
    list(&mut text, "added", added.map(|entry| quoted(&entry.id)));
    for entry in &catalog.alternatives {
        let Some(then) = older.entry(&entry.id) else { continue };
        let lines: Vec<_> = same
            .iter()
            .filter_map(|id| {
                let value = then.get(catalog.criterion(*id).id.as_ref())?;
                let line = || format!("{} = {}", catalog.criterion(*id).id, shown(value));
                (!is_value(catalog, entry, *id, value)).then(line)
            })
            .collect();
        if !lines.is_empty() {
            let _ = write!(text, "\n[edition.entries.{}]\n{}\n", entry.id, lines.join("\n"));
        }
    }
    text
}

/// Whether a criterion means the same in the older catalog.
fn is_same(catalog: &Catalog, id: CriterionId, older: &Older) -> bool {
    let now = catalog.criterion(id);
    let Some(then) = older.criteria.get(now.id.as_ref()) else {
        return false;
    };
    let scale = catalog.scale_of(id);
    let kind = match now.kind {
        Kind::One(_) => "one",
        Kind::Many(_) => "many",
        Kind::Text => "text",
        Kind::Date => "date",
    };
    let has = |value: &str, means: &str| {
        let values = scale.into_iter().flat_map(|scale| &scale.values);
        values.into_iter().any(|now| now.id == value && now.means == means)
    };
    then.kind == kind
        && now.means == then.means.as_str()
        && scale.map(|scale| scale.id.as_ref()) == then.scale.as_deref()
        && older.scale(then).all(|(value, means)| has(value, means))
}

/// Whether a fact has a value.
fn is_value(catalog: &Catalog, entry: &Alternative, id: CriterionId, value: &Raw) -> bool {
    let scale = catalog.scale_of(id);
    let tag = |at: u8| scale.map(|scale| scale.values[usize::from(at)].id.as_ref());
    match (&entry.fact(id).value, value) {
        (Value::Unknown, Raw::One(text)) => text == "unknown",
        (Value::One(at), Raw::One(text)) => tag(*at) == Some(text),
        (Value::Text(now), Raw::One(text)) => now == text.as_str(),
        (Value::Date(now), Raw::One(text)) => now.to_string() == *text,
        (now @ Value::Many(_), Raw::Many(tags)) => {
            let mut now: Vec<_> = now.positions().filter_map(tag).collect();
            let mut then: Vec<_> = tags.iter().map(String::as_str).collect();
            now.sort_unstable();
            then.sort_unstable();
            now == then
        }
        _ => false,
    }
}

fn list(text: &mut String, name: &str, items: impl Iterator<Item = String>) {
    let items: Vec<_> = items.collect();
    if !items.is_empty() {
        let _ = writeln!(text, "{name} = [{}]", items.join(", "));
    }
}

fn shown(value: &Raw) -> String {
    match value {
        Raw::One(text) => quoted(text),
        Raw::Many(tags) => {
            let tags: Vec<_> = tags.iter().map(|tag| quoted(tag)).collect();
            format!("[{}]", tags.join(", "))
        }
    }
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

/// The files of a catalog, read with its own date.
fn table(path: &Path) -> anyhow::Result<toml_edit::DocumentMut> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    text.parse().with_context(|| format!("{} is not TOML", path.display()))
}

#[cfg(test)]
mod tests;
