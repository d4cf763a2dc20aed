//! `stackfit catalog check`: everything that is wrong with the catalog.

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::bail;
use clap::{Args, ValueHint};
use stackfit::authoring;
use stackfit::domain::catalog::{Date, Evidence};

use super::{files, listed, number};
use crate::output;

/// Report everything that is wrong with the catalog, at once
///
/// Each line on standard error names the file, the field, what stands there, what should, and the rule.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The folder of the catalog [default: the repository's own]
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    folder: Option<PathBuf>,
}

/// Prints the number of entries, facts and sources of a catalog without a violation.
///
/// # Errors
/// If the catalog cannot be read or has violations; the error lists all of them.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let (folder, files) = files(arguments.folder.as_deref())?;
    match authoring::check(&files) {
        Ok(checked) => {
            let date = checked.catalog.subject.date;
            if let Some(compared) = checked.compared.filter(|compared| *compared != date) {
                bail!("{}", missing_edition(compared, date));
            }
            output::print(&format!("{}\n", census(&checked.evidence)))
        }
        Err(violations) => {
            output::say(&listed(&violations));
            bail!("{} in {}", number(violations.len(), "violation"), folder.display())
        }
    }
}

/// That the catalog's date has moved and nothing was noted of the one before, and what to do.
fn missing_edition(compared: Date, date: Date) -> String {
    format!(
        "the catalog is of {date}, and history.toml does not have that of {compared}: links made with it could \
         not say what has changed. Check out the last commit with that date, such as by `git worktree add \
         ../published COMMIT`, and run `cargo stackfit catalog history ../published/catalog`"
    )
}

/// The counts. A page that several entries cite is one source.
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

#[cfg(test)]
mod tests {
    use stackfit::domain::catalog::{Backing, Dossier, Source};

    use super::*;

    #[test]
    fn a_date_that_moved_without_an_edition_is_a_mistake_with_a_way_out() {
        let folder = tempfile::tempdir().unwrap();
        let base = crate::repository::root().join("tests/fixtures/catalog/base");
        for part in ["", "entries"] {
            let (from, to) = (base.join(part), folder.path().join(part));
            std::fs::create_dir_all(&to).unwrap();
            for file in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
                if file.path().is_file() {
                    std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
                }
            }
        }
        let checked = |compared: &str| {
            let text = format!("compared = {compared}\n[[edition]]\ndate = 2025-10-01\n");
            std::fs::write(folder.path().join("history.toml"), text).unwrap();
            run(&Arguments { folder: Some(folder.path().to_owned()) })
        };
        assert!(checked("2026-01-31").is_ok(), "the date of that catalog");
        let refused = checked("2026-01-02").unwrap_err().to_string();
        assert!(refused.contains("does not have that of 2026-01-02"), "{refused}");
        assert!(refused.contains("cargo stackfit catalog history"), "{refused}");
    }

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
            start: None,
            drawbacks: Vec::new(),
            sources: vec![source(0), source(at)],
            backings: vec![Backing::default(); 7],
        };
        let evidence =
            Evidence { dossiers: vec![dossier(1), dossier(2), dossier(3)], ..Evidence::default() };
        assert_eq!(census(&evidence), "3 entries, 21 facts, 4 sources: clean");
    }
}
