//! One file per entry: identity and drawbacks; `sources` and `facts` read the rest.

use super::criteria::Criteria;
use super::facts::facts;
use super::fields::{Fields, parse, report_duplicates, report_too_many};
use super::package::package;
use super::sources::{Sources, cited, source};
use super::{Files, Rule, Violations, limits};
use crate::domain::catalog::{Alternative, Date, Dossier, Drawback};

/// Reads all entries with their evidence, sorted by id.
pub(super) fn read(
    files: &Files,
    folder: &str,
    criteria: &Criteria,
    newest: Option<Date>,
    violations: &Violations,
) -> Vec<(Alternative, Dossier)> {
    let paths: Vec<_> = files.in_folder(folder).collect();
    if paths.is_empty() {
        let message = format!("there is no entry in {folder}/");
        violations.add(super::subject::FILE, "entries", folder, Rule::NothingThere, message);
    }
    let most = usize::from(u16::MAX);
    report_too_many(paths.len(), most, "entries", super::subject::FILE, "entries", violations);
    let mut entries: Vec<_> =
        paths.iter().filter_map(|path| entry(files, path, criteria, newest, violations)).collect();
    entries.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
    report_duplicates(entries.iter().map(|(entry, _)| entry.id.as_ref()), folder, "id", violations);
    entries
}

fn entry(
    files: &Files,
    path: &str,
    criteria: &Criteria,
    newest: Option<Date>,
    violations: &Violations,
) -> Option<(Alternative, Dossier)> {
    let table = parse(files, path, violations)?;
    let mut fields = Fields::new(path, String::new(), &table, violations);
    let id = fields.id("id");
    let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".toml");
    if let Some(id) = id.filter(|id| *id != stem) {
        let message = format!("should be the name of the file, '{stem}'");
        fields.wrong("id", id, Rule::MismatchedId, message);
    }
    let name = fields.short("name", limits::NAME);
    let aliases = fields.texts("aliases", false);
    let summary = fields.short("summary", limits::SUMMARY);
    let site = fields.address("site");
    let repository = fields.address("repository");
    let start = fields.optional_table("start").and_then(|table| source(table, newest));
    // Only tools need it, so it is checked here and left out.
    let _ = package(&mut fields);
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
        sources.report_unused(path, violations);
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
        start,
        drawbacks,
        sources: sources?.list,
        backings,
    };
    Some((alternative, dossier))
}

fn drawback(mut fields: Fields<'_>, sources: Option<&mut Sources>) -> Option<Drawback> {
    let text = fields.short("text", limits::NOTE);
    let cited = cited(&mut fields, sources);
    if !cited.named {
        let message = "a drawback needs a source".to_owned();
        fields.wrong("source", "", Rule::MissingSource, message);
    }
    fields.finish();
    Some(Drawback { text: text?.to_owned().into(), sources: cited.positions })
}
