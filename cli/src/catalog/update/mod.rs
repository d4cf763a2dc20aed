//! `stackfit catalog update`: the newest stable version of each entry and its day, asked of the
//! ordinary client of each kind of package, and held against the catalog.
//!
//! | file | what |
//! |---|---|
//! | `newest` | what each client is asked, and how its answer is read |
//! | `client` | runs a program, with a limit of time |
//! | `version` | the order of versions, by kind |
//! | `plan` | what an answer means for an entry |
//! | `write` | changes the files |

mod client;
mod newest;
mod plan;
mod version;
mod write;

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, anyhow};
use clap::Args;
use stackfit::authoring::{Checked, Files, Package, Packages, check};
use stackfit::domain::catalog::{Alternative, Catalog, CriterionId};

use self::newest::newest;
use self::plan::Plan;
use super::{Folder, chosen, listed, loaded, number};
use crate::{clock, output, parallel};

/// How many clients run at once. They wait for a registry most of the time.
const AT_ONCE: usize = 4;

/// The file with the catalog's own date.
const CATALOG: &str = "catalog.toml";

/// Ask for the newest stable version of each entry and its day, and show what would change
///
/// Each entry names its package. The ordinary client of that kind is asked, such as npm, pip or cargo, so that its mirrors
/// and credentials hold. A client that fails is reported and stops no other.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The ids of the entries [default: all]
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Change the files, and date what was confirmed today
    #[arg(long)]
    write: bool,
    /// How long a client may take, in seconds
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..))]
    seconds: u64,
    #[command(flatten)]
    folder: Folder,
}

/// An entry that is asked about.
struct Asked<'a> {
    entry: &'a Alternative,
    path: &'a str,
    package: Option<&'a Package>,
}

/// Prints what each client says, and changes the files if that is wanted.
///
/// # Errors
/// If the catalog cannot be read or has violations, an entry does not exist, or a file cannot be
/// written. A client that does not answer is no error.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let (folder, files, Checked { catalog, .. }) = loaded(arguments.folder.path())?;
    let packages = Packages::read(&files).map_err(|violations| anyhow!(listed(&violations)))?;
    let facts = Facts::of(&catalog, &packages)?;
    let asked = asked(&catalog, &packages, &arguments.ids)?;
    let limit = Duration::from_secs(arguments.seconds);
    let packages: Vec<_> = asked.iter().map(|asked| asked.package).collect();
    let answers =
        parallel::map(&packages, AT_ONCE, |package| package.map(|package| newest(package, limit)));
    let plans: Vec<_> = asked
        .iter()
        .zip(answers)
        .map(|(asked, answer)| (asked, Plan::of(asked.entry, facts, asked.package, answer)))
        .collect();
    let mut text = String::new();
    for (asked, plan) in &plans {
        text.push_str(&line(asked, plan));
    }
    text.push_str(&summary(plans.iter().map(|(_, plan)| plan)));
    output::print(&text)?;
    if arguments.write {
        write(&folder, &files, facts, &catalog, &plans)?;
    }
    Ok(())
}

/// The criteria that are kept up to date.
#[derive(Clone, Copy)]
struct Facts<'a> {
    version: (CriterionId, &'a str),
    day: Option<(CriterionId, &'a str)>,
}

impl<'a> Facts<'a> {
    fn of(catalog: &Catalog, packages: &'a Packages) -> anyhow::Result<Self> {
        let find = |id: &'a String| Some((catalog.find_criterion(id)?, id.as_str()));
        let version = packages.version.as_ref().and_then(find).context(
            "this catalog names no criterion for the newest version: [newest] in catalog.toml",
        )?;
        Ok(Self { version, day: packages.day.as_ref().and_then(find) })
    }
}

/// The entries with the given ids, or all of them.
fn asked<'a>(
    catalog: &'a Catalog,
    packages: &'a Packages,
    ids: &[String],
) -> anyhow::Result<Vec<Asked<'a>>> {
    let wanted = chosen(catalog, ids)?;
    let named = packages.entries.iter().filter_map(|(path, package)| {
        let id = path.rsplit('/').next()?.strip_suffix(".toml")?;
        let entry = catalog.alternative(catalog.find_alternative(id)?);
        wanted.contains(id).then_some(Asked { entry, path, package: package.as_ref() })
    });
    Ok(named.collect())
}

/// What is known about an entry, on one line.
fn line(asked: &Asked<'_>, plan: &Plan) -> String {
    let id = &asked.entry.id;
    match asked.package {
        Some(package) => format!("{id} ({} {}): {plan}\n", package.kind.word(), package.name),
        None => format!("{id}: {plan}\n"),
    }
}

fn summary<'a>(plans: impl Iterator<Item = &'a Plan>) -> String {
    let (mut same, mut newer, mut open) = (0, 0, 0);
    for plan in plans {
        match plan {
            Plan::Same { .. } => same += 1,
            Plan::Newer { .. } => newer += 1,
            _ => open += 1,
        }
    }
    let entries = if same + newer + open == 1 { "entry" } else { "entries" };
    let all = same + newer + open;
    format!("{all} {entries}: {same} the same, {newer} newer, {open} without an answer to go by\n")
}

/// Writes what has changed, and what was confirmed.
fn write(
    folder: &Path,
    files: &Files,
    facts: Facts<'_>,
    catalog: &Catalog,
    plans: &[(&Asked<'_>, Plan)],
) -> anyhow::Result<()> {
    let today = clock::today();
    let text = |path: &str| match files.get(path) {
        Some(Ok(text)) => Ok(text),
        _ => Err(anyhow!("{path} cannot be read")),
    };
    let mut after = files.clone();
    let mut paths = Vec::new();
    for (asked, plan) in plans {
        let changes = plan.changes(facts);
        if !changes.is_empty() {
            let new = write::changed(text(asked.path)?, &changes, today)
                .with_context(|| asked.path.to_owned())?;
            after.insert(asked.path, &new);
            paths.push(asked.path);
        }
    }
    // No fact may be newer than the catalog.
    if !paths.is_empty() && catalog.subject.date < today {
        after.insert(CATALOG, &write::dated(text(CATALOG)?, today).context(CATALOG)?);
        paths.push(CATALOG);
    }
    // A catalog with a violation is never written.
    check(&after).map_err(|violations| {
        anyhow!("nothing was written, because it would break rules:\n{}", listed(&violations))
    })?;
    for path in &paths {
        let Some(Ok(text)) = after.get(path) else { continue };
        let path = folder.join(path);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    output::print(&format!("wrote {}\n", number(paths.len(), "file")))
}
