//! `stackfit catalog`: checks the catalog, audits what it recommends, exports it, and helps to write
//! and keep it. Each command is a file or a folder of its own.

mod check;
mod export;
mod fresh;
mod new;
mod report;
mod schema;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use clap::{Args, Subcommand, ValueHint};
use stackfit::authoring::{self, Checked, Files, Violation, Vocabulary};

use crate::repository;

/// Check the catalog, audit what it recommends, and help to write and keep it
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(check::Arguments),
    New(new::Arguments),
    Fresh(fresh::Arguments),
    Report(report::Arguments),
    Export(export::Arguments),
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
        Command::Report(arguments) => report::run(arguments),
        Command::Export(arguments) => export::run(arguments),
        Command::Schema(arguments) => schema::run(arguments),
    }
}

/// Which catalog, as an option.
#[derive(Debug, Args)]
pub(crate) struct Folder {
    /// The folder of the catalog [default: the repository's own]
    #[arg(long = "catalog", value_name = "DIR", value_hint = ValueHint::DirPath)]
    path: Option<PathBuf>,
}

impl Folder {
    /// The folder, where it is not the repository's own.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

/// Reads a catalog, the repository's own unless a folder is given.
///
/// # Errors
/// Where it cannot be read, or something is wrong; then everything that is.
pub(crate) fn load(folder: Option<&Path>) -> anyhow::Result<Checked> {
    let (folder, files) = files(folder)?;
    authoring::check(&files).map_err(|violations| {
        let n = number(violations.len(), "violation");
        anyhow!("{n} in {}\n{}", folder.display(), listed(&violations))
    })
}

/// The frozen catalog of the tests: no new entry and no changed fact changes what it recommends.
#[cfg(test)]
pub(crate) fn frozen() -> stackfit::domain::catalog::Catalog {
    load(Some(&repository::root().join("tests/fixtures/frameworks"))).unwrap().catalog
}

/// Reads what entries are written with, even while entries are not sound.
///
/// # Errors
/// Where the files cannot be read, or `catalog.toml` or `criteria.toml` are not sound.
fn vocabulary(folder: Option<&Path>) -> anyhow::Result<Vocabulary> {
    Vocabulary::read(&files(folder)?.1).map_err(|violations| {
        anyhow!("first mend what entries are written with:\n{}", listed(&violations))
    })
}

/// The files of a catalog, the repository's own unless a folder is given; and the folder.
fn files(folder: Option<&Path>) -> anyhow::Result<(PathBuf, Files)> {
    let folder = folder.map_or_else(repository::catalog, Path::to_owned);
    let files = Files::load(&folder)
        .with_context(|| format!("cannot read the catalog in {}", folder.display()))?;
    Ok((folder, files))
}

/// Violations, one a line.
fn listed(violations: &[Violation]) -> String {
    let lines: Vec<_> = violations.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

fn number(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}
