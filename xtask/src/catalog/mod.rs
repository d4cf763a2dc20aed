//! `cargo xtask catalog`: checks the catalog, audits what it recommends, exports it, and helps to write
//! and keep it.
//!
//! # What this module does not do
//! It has no rule of its own; the library's `authoring` has.

mod document;
pub(crate) mod fresh;
pub(crate) mod report;
pub(crate) mod schema;
pub(crate) mod start;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use stackfit::authoring::{self, Checked, Files, Violation};
use stackfit::domain::catalog::Evidence;

use crate::cli::Export;
use crate::{process, repository};

/// Prints everything that is wrong, or how much there is.
///
/// # Errors
/// Where the catalog cannot be read, or something is wrong.
pub(crate) fn check(folder: Option<PathBuf>) -> anyhow::Result<()> {
    let folder = folder.unwrap_or_else(repository::catalog);
    match read(&folder)? {
        Ok(checked) => process::print(&format!("{}\n", census(&checked.evidence))),
        Err(violations) => {
            process::print(&listed(&violations))?;
            bail!("{} in {}", number(violations.len(), "violation"), folder.display())
        }
    }
}

/// Writes the catalog as one JSON document.
///
/// # Errors
/// Where the catalog cannot be read or is not clean, or the file cannot be written.
pub(crate) fn export(options: &Export) -> anyhow::Result<()> {
    let Checked { catalog, evidence } = load(options.catalog.as_deref())?;
    let document = document::Document::of(&catalog, &evidence);
    let mut json = serde_json::to_string_pretty(&document)?;
    json.push('\n');
    match &options.file {
        None => process::print(&json),
        Some(file) => {
            fs::write(file, &json).with_context(|| format!("cannot write {}", file.display()))?;
            process::say(&format!("wrote {} bytes to {}", json.len(), file.display()));
            Ok(())
        }
    }
}

/// Reads a catalog, the repository's own unless a folder is given.
///
/// # Errors
/// Where it cannot be read, or something is wrong; then everything that is.
pub(crate) fn load(folder: Option<&Path>) -> anyhow::Result<Checked> {
    let folder = folder.map_or_else(repository::catalog, Path::to_owned);
    read(&folder)?.map_err(|violations| {
        let n = number(violations.len(), "violation");
        anyhow::anyhow!("{n} in {}\n{}", folder.display(), listed(&violations).trim_end())
    })
}

fn read(folder: &Path) -> anyhow::Result<Result<Checked, Vec<Violation>>> {
    let files = Files::load(folder)
        .with_context(|| format!("cannot read the catalog in {}", folder.display()))?;
    Ok(authoring::check(&files))
}

fn listed(violations: &[Violation]) -> String {
    let lines: Vec<_> = violations.iter().map(ToString::to_string).collect();
    lines.join("\n") + "\n"
}

/// How much there is. A page that several entries rest on is one source.
fn census(evidence: &Evidence) -> String {
    let dossiers = &evidence.dossiers;
    let facts = dossiers.iter().flat_map(|dossier| &dossier.backings);
    let sources = dossiers.iter().flat_map(|dossier| &dossier.sources);
    let sources: BTreeSet<_> = sources.map(|source| source.url.as_ref()).collect();
    let n_entries = dossiers.len();
    let entries = if n_entries == 1 { "entry" } else { "entries" };
    let facts = number(facts.count(), "fact");
    format!("{n_entries} {entries}, {facts}, {}: clean", number(sources.len(), "source"))
}

fn number(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

#[cfg(test)]
mod tests {
    use stackfit::domain::catalog::{Backing, Date, Dossier, Source};

    use super::*;

    #[test]
    fn the_census_counts_entries_facts_and_each_page_once() {
        let source = |at: u8| Source {
            title: "Its page".into(),
            url: format!("https://example.org/{at}").into(),
            checked: Date { year: 2026, month: 1, day: 1 },
        };
        let dossier = |at: u8| Dossier {
            site: "https://example.org".into(),
            repository: "https://example.org".into(),
            drawbacks: Vec::new(),
            sources: vec![source(0), source(at)],
            backings: vec![Backing::default(); 7],
        };
        let evidence = Evidence { dossiers: vec![dossier(1), dossier(2), dossier(3)] };
        assert_eq!(census(&evidence), "3 entries, 21 facts, 4 sources: clean");
    }

    #[test]
    fn an_empty_folder_is_reported_in_full() {
        let violations = authoring::check(&Files::default()).unwrap_err();
        let listed = listed(&violations);
        assert_eq!(listed.lines().count(), violations.len());
        assert!(listed.contains("catalog.toml: this file is missing [missing-file]"), "{listed}");
    }
}
