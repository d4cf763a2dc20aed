//! `stackfit catalog`: checks the catalog, audits what it recommends, exports it, and helps to
//! write and maintain it. Each command is a file or a folder of its own.

mod check;
mod export;
mod fresh;
mod history;
mod links;
mod new;
mod report;
mod schema;
mod update;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use clap::{Args, Subcommand, ValueHint};
use stackfit::authoring::{self, Checked, Files, Violation, Vocabulary};
use stackfit::domain::catalog::Catalog;

use crate::repository;

/// Check the catalog, audit what it recommends, and help to write and keep it
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(check::Arguments),
    New(new::Arguments),
    Fresh(fresh::Arguments),
    Update(update::Arguments),
    Links(links::Arguments),
    Report(report::Arguments),
    Export(export::Arguments),
    History(history::Arguments),
    Schema(schema::Arguments),
}

/// Runs a command.
///
/// # Errors
/// Those of the command.
pub(crate) fn run(command: &Command) -> anyhow::Result<()> {
    match command {
        Command::Check(arguments) => check::run(arguments),
        Command::New(arguments) => new::run(arguments),
        Command::Fresh(arguments) => fresh::run(arguments),
        Command::Update(arguments) => update::run(arguments),
        Command::Links(arguments) => links::run(arguments),
        Command::Report(arguments) => report::run(arguments),
        Command::Export(arguments) => export::run(arguments),
        Command::History(arguments) => history::run(arguments),
        Command::Schema(arguments) => schema::run(arguments),
    }
}

/// The catalog to use, as an option.
#[derive(Debug, Args)]
pub(crate) struct Folder {
    /// The folder of the catalog [default: the repository's own]
    #[arg(long = "catalog", value_name = "DIR", value_hint = ValueHint::DirPath)]
    path: Option<PathBuf>,
}

impl Folder {
    /// The folder, if it is not the repository's own.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

/// Reads a catalog: the given folder, or else the repository's own.
///
/// # Errors
/// If the catalog cannot be read or has violations; the error lists all of them.
pub(crate) fn load(folder: Option<&Path>) -> anyhow::Result<Checked> {
    loaded(folder).map(|(_, _, checked)| checked)
}

/// A catalog as [`load`] reads it, with its folder and its files.
fn loaded(folder: Option<&Path>) -> anyhow::Result<(PathBuf, Files, Checked)> {
    let (folder, files) = files(folder)?;
    let checked = authoring::check(&files).map_err(|violations| {
        let n = number(violations.len(), "violation");
        anyhow!("{n} in {}\n{}", folder.display(), listed(&violations))
    })?;
    Ok((folder, files, checked))
}

/// The frozen catalog of the tests: new entries and changed facts do not affect its
/// recommendations.
#[cfg(test)]
pub(crate) fn frozen() -> Catalog {
    load(Some(&repository::root().join("tests/fixtures/frameworks"))).unwrap().catalog
}

/// Reads the vocabulary for entries, even while entries have violations.
///
/// # Errors
/// If the files cannot be read, or `catalog.toml` or `criteria.toml` have violations.
fn vocabulary(folder: Option<&Path>) -> anyhow::Result<Vocabulary> {
    Vocabulary::read(&files(folder)?.1).map_err(|violations| {
        anyhow!("fix these first; entries depend on them:\n{}", listed(&violations))
    })
}

/// The files of a catalog, and its folder: the given one, or else the repository's own.
fn files(folder: Option<&Path>) -> anyhow::Result<(PathBuf, Files)> {
    let folder = folder.map_or_else(repository::catalog, Path::to_owned);
    let files = Files::load(&folder)
        .with_context(|| format!("cannot read the catalog in {}", folder.display()))?;
    Ok((folder, files))
}

/// The given ids of entries, or those of all entries.
fn chosen<'a>(catalog: &'a Catalog, ids: &'a [String]) -> anyhow::Result<BTreeSet<&'a str>> {
    let given: BTreeSet<_> = ids.iter().map(String::as_str).collect();
    let is_unknown = |id: &&str| catalog.find_alternative(id).is_none();
    let unknown: Vec<_> = given.iter().copied().filter(is_unknown).collect();
    if !unknown.is_empty() {
        bail!("there is no entry {}", unknown.join(", "));
    }
    if given.is_empty() {
        return Ok(catalog.alternatives.iter().map(|entry| entry.id.as_ref()).collect());
    }
    Ok(given)
}

/// Violations, one per line.
fn listed(violations: &[Violation]) -> String {
    let lines: Vec<_> = violations.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

fn number(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}
