//! One file per entry: identity, sources, facts.
//!
//! # What this module does not do
//! It does not judge: what a fact is worth is in `questions.toml`.

use std::collections::BTreeSet;

use toml::Value as Toml;

use super::criteria::{Criteria, PROVISION};
use super::fields::{Fields, parse, report_duplicates, report_too_many, shown};
use super::{Files, Report, Rule};
use crate::domain::catalog::{
    Alternative, Backing, Criterion, Date, Dossier, Drawback, Fact, Kind, Source, Value,
};

/// The longest summary, in characters: two lines of a card.
const SUMMARY: usize = 120;
/// The longest note.
const NOTE: usize = 160;
/// The longest name of what provides a capability.
const BY: usize = 40;

/// Reads all entries with their evidence, sorted by id.
pub(super) fn read(
    files: &Files,
    folder: &str,
    criteria: &Criteria,
    newest: Option<Date>,
    report: &Report,
) -> Vec<(Alternative, Dossier)> {
    let paths: Vec<_> = files.in_folder(folder).collect();
    if paths.is_empty() {
        let message = format!("there is no entry in {folder}/");
        report.add(super::subject::FILE, "entries", folder, Rule::NothingThere, message);
    }
    let most = usize::from(u16::MAX);
    report_too_many(paths.len(), most, "entries", super::subject::FILE, "entries", report);
    let mut entries: Vec<_> =
        paths.iter().filter_map(|path| entry(files, path, criteria, newest, report)).collect();
    entries.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
    report_duplicates(entries.iter().map(|(entry, _)| entry.id.as_ref()), folder, "id", report);
    entries
}

fn entry(
    files: &Files,
    path: &str,
    criteria: &Criteria,
    newest: Option<Date>,
    report: &Report,
) -> Option<(Alternative, Dossier)> {
    let table = parse(files, path, report)?;
    let mut fields = Fields::new(path, String::new(), &table, report);
    let id = fields.id("id");
    let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".toml");
    if let Some(id) = id.filter(|id| *id != stem) {
        let message = format!("should be the name of the file, '{stem}'");
        fields.wrong("id", id, Rule::MismatchedId, message);
    }
    let name = fields.short("name", 40);
    let aliases = fields.texts("aliases", false);
    let summary = fields.short("summary", SUMMARY);
    let site = fields.address("site");
    let repository = fields.address("repository");
    let mut sources = fields.table("sources").map(|table| Sources::read(table, newest));
    let drawbacks = fields.tables("drawbacks", false);
    let drawbacks: Vec<_> =
        drawbacks.into_iter().filter_map(|fields| drawback(fields, sources.as_mut())).collect();
    let facts = fields.table("facts").and_then(|mut table| {
        let facts = facts(&mut table, criteria, sources.as_mut(), newest);
        table.finish();
        facts
    });
    fields.finish();
    if let Some(sources) = &sources {
        sources.report_unused(path, report);
    }
    let text = |text: &str| text.to_owned().into();
    let (facts, backings) = facts?.into_iter().unzip();
    let alternative = Alternative {
        id: text(id?),
        name: text(name?),
        aliases: aliases.into_iter().map(text).collect(),
        summary: text(summary?),
        facts,
    };
    let dossier = Dossier {
        site: text(site?),
        repository: text(repository?),
        drawbacks,
        sources: sources?.list,
        backings,
    };
    Some((alternative, dossier))
}

fn drawback(mut fields: Fields<'_>, sources: Option<&mut Sources>) -> Option<Drawback> {
    let text = fields.short("text", NOTE);
    let cited = cited(&mut fields, sources);
    if !cited.named {
        let message = "a drawback needs a source".to_owned();
        fields.wrong("source", "", Rule::MissingSource, message);
    }
    fields.finish();
    Some(Drawback { text: text?.to_owned().into(), sources: cited.positions })
}

/// The sources of an entry, with the keys that facts use.
struct Sources {
    keys: Vec<String>,
    list: Vec<Source>,
    used: BTreeSet<usize>,
    /// The keys of sources that are not complete, which is reported once and not for each use.
    broken: Vec<String>,
}

impl Sources {
    fn read(mut fields: Fields<'_>, newest: Option<Date>) -> Self {
        let mut sources =
            Self { keys: Vec::new(), list: Vec::new(), used: BTreeSet::new(), broken: Vec::new() };
        for key in fields.names() {
            if let Some(mut source) = fields.optional_table(key) {
                let title = source.short("title", 80);
                let url = source.address("url");
                let checked = source.day("checked");
                if let Some(checked) = checked {
                    report_future(&source, "checked", checked, newest);
                }
                source.finish();
                if let (Some(title), Some(url), Some(checked)) = (title, url, checked) {
                    sources.keys.push(key.to_owned());
                    let (title, url) = (title.to_owned().into(), url.to_owned().into());
                    sources.list.push(Source { title, url, checked });
                } else {
                    sources.broken.push(key.to_owned());
                }
            }
        }
        if sources.list.len() > usize::from(u8::MAX) {
            let message = "at most 255 sources are possible".to_owned();
            fields.wrong("", &sources.list.len().to_string(), Rule::TooMany, message);
        }
        fields.finish();
        sources
    }

    fn find(&mut self, key: &str) -> Option<u8> {
        let at = self.keys.iter().position(|known| known == key)?;
        self.used.insert(at);
        u8::try_from(at).ok()
    }

    fn report_unused(&self, path: &str, report: &Report) {
        for (at, key) in self.keys.iter().enumerate() {
            if !self.used.contains(&at) {
                let field = format!("sources.{key}");
                let message = "no fact uses this source".to_owned();
                report.add(path, &field, "", Rule::UnusedSource, message);
            }
        }
    }
}

fn facts(
    table: &mut Fields<'_>,
    criteria: &Criteria,
    mut sources: Option<&mut Sources>,
    newest: Option<Date>,
) -> Option<Vec<(Fact, Backing)>> {
    let mut facts = Vec::new();
    for criterion in &criteria.criteria {
        if !table.has(&criterion.id) {
            let message = format!("there is no fact for the criterion '{}'", criterion.label);
            table.wrong(&criterion.id, "", Rule::MissingFact, message);
        }
        if let Some(fields) = table.optional_table(&criterion.id) {
            facts.push(fact(fields, criterion, criteria, sources.as_deref_mut(), newest));
        }
    }
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    (facts.len() == criteria.criteria.len()).then_some(facts)
}

fn fact(
    mut fields: Fields<'_>,
    criterion: &Criterion,
    criteria: &Criteria,
    sources: Option<&mut Sources>,
    newest: Option<Date>,
) -> Option<(Fact, Backing)> {
    let value =
        fields.any("value").and_then(|raw| value(&fields, raw, criterion, criteria, newest));
    let by = fields.optional_short("by", BY);
    let note = fields.optional_short("note", NOTE);
    let cited = cited(&mut fields, sources);
    let checked = fields.optional_day("checked");
    if let Some(checked) = checked {
        report_future(&fields, "checked", checked, newest);
    }
    let known = value.as_ref().is_some_and(Value::is_known);
    if known && !cited.named {
        let message = "a known fact needs a source".to_owned();
        fields.wrong("source", "", Rule::MissingSource, message);
    }
    if known && criterion.editorial && note.is_none() && !fields.has("note") {
        let message = "an editors' view needs its reason in 'note'".to_owned();
        fields.wrong("note", "", Rule::MissingReason, message);
    }
    if by.is_none() && !fields.has("by") && provides(value.as_ref(), criterion, criteria) {
        let message = "a capability says what provides it".to_owned();
        fields.wrong("by", "", Rule::MissingProvider, message);
    }
    let date = checked.or(cited.oldest);
    let unknown = value.as_ref().is_some_and(|value| !value.is_known());
    if unknown && date.is_none() && !cited.named && !fields.has("checked") {
        let message = "an unknown fact without a source says when it was looked for".to_owned();
        fields.wrong("checked", "", Rule::MissingField, message);
    }
    fields.finish();
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned().into();
    let fact = Fact { value: value?, by: text(by), checked: date? };
    Some((fact, Backing { note: text(note), sources: cited.positions }))
}

/// The sources that a fact or a drawback names.
struct Cited {
    positions: Vec<u8>,
    /// The day on which the oldest of them was read.
    oldest: Option<Date>,
    /// Whether any is named: one that is wrong is reported as that, and not as missing.
    named: bool,
}

fn cited(fields: &mut Fields<'_>, sources: Option<&mut Sources>) -> Cited {
    let keys = fields.one_or_more("source");
    let named = fields.has("source") && !fields.is_empty_list("source");
    let mut cited = Cited { positions: Vec::new(), oldest: None, named };
    if let Some(sources) = sources {
        for key in keys {
            if let Some(at) = sources.find(key) {
                let read = sources.list[usize::from(at)].checked;
                cited.oldest = Some(cited.oldest.map_or(read, |date| date.min(read)));
                cited.positions.push(at);
            } else if !sources.broken.iter().any(|broken| broken == key) {
                let message = "is not a key of [sources]".to_owned();
                fields.wrong("source", key, Rule::BrokenReference, message);
            }
        }
    }
    cited
}

/// Whether a fact says that something provides a capability.
fn provides(value: Option<&Value>, criterion: &Criterion, criteria: &Criteria) -> bool {
    let (Kind::One(at), Some(Value::One(level))) = (criterion.kind, value) else {
        return false;
    };
    criteria.scales.get(usize::from(at)).is_some_and(|scale| {
        scale.id == PROVISION
            && scale.values.get(usize::from(*level)).is_some_and(|level| level.id != "none")
    })
}

fn value(
    fields: &Fields<'_>,
    raw: &Toml,
    criterion: &Criterion,
    criteria: &Criteria,
    newest: Option<Date>,
) -> Option<Value> {
    let wrong = |expected: &str| {
        fields.wrong("value", &shown(raw), Rule::WrongType, format!("should be {expected}"));
    };
    if raw.as_str() == Some("unknown") {
        return Some(Value::Unknown);
    }
    match criterion.kind {
        Kind::Text => match raw.as_str() {
            Some(text) if text.trim().is_empty() => {
                fields.wrong("value", text, Rule::Empty, "is empty".to_owned());
            }
            Some(text) => return Some(Value::Text(text.to_owned().into())),
            None => wrong("a text"),
        },
        Kind::Date => match raw.as_str().map(str::parse::<Date>) {
            Some(Ok(date)) => {
                report_future(fields, "value", date, newest);
                return Some(Value::Date(date));
            }
            Some(Err(_)) => {
                let message = "is no date of the form 2005, 2005-07 or 2005-07-21".to_owned();
                fields.wrong("value", &shown(raw), Rule::BadDate, message);
            }
            None => wrong("a text such as '2005-07-21'"),
        },
        Kind::One(scale) => match raw.as_str() {
            Some(tag) => return position(fields, tag, scale, criteria).map(Value::One),
            None => wrong("one tag"),
        },
        Kind::Many(scale) => match raw.as_array() {
            Some(tags) => return many(fields, tags, scale, criteria).map(Value::Many),
            None => wrong("a list of tags"),
        },
    }
    None
}

fn many(fields: &Fields<'_>, tags: &[Toml], scale: u8, criteria: &Criteria) -> Option<u64> {
    let mut bits = 0_u64;
    for tag in tags {
        let Some(tag) = tag.as_str() else {
            let message = "should be a list of tags".to_owned();
            fields.wrong("value", &shown(tag), Rule::WrongType, message);
            return None;
        };
        let at = position(fields, tag, scale, criteria)?;
        if bits >> at & 1 == 1 {
            fields.wrong("value", tag, Rule::Repeated, "stands in the list twice".to_owned());
        }
        bits |= 1 << at;
    }
    Some(bits)
}

fn position(fields: &Fields<'_>, tag: &str, scale: u8, criteria: &Criteria) -> Option<u8> {
    let values = &criteria.scales.get(usize::from(scale))?.values;
    let at = values.iter().take(64).position(|value| value.id == tag);
    if at.is_none() {
        let known: Vec<_> = values.iter().map(|value| value.id.as_ref()).collect();
        let message = format!("is not one of {}", known.join(", "));
        fields.wrong("value", tag, Rule::UnknownTag, message);
    }
    at.and_then(|at| u8::try_from(at).ok())
}

fn report_future(fields: &Fields<'_>, field: &str, date: Date, newest: Option<Date>) {
    if let Some(newest) = newest.filter(|newest| date > *newest) {
        let message = format!("is after the catalog's own date, {newest}");
        fields.wrong(field, &date.to_string(), Rule::FutureDate, message);
    }
}
