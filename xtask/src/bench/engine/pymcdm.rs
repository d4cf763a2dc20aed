//! The same scores by pymcdm, a Python library for multi-criteria decisions: how long it takes, and
//! whether it ranks alike.
//!
//! # What this module does not do
//! Without Python, or where the library cannot be had, it measures nothing and says so.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};
use engine_bench::{Part, Scene};
use serde::Deserialize;
use serde_json::{Value, json};
use stackfit::domain::decide::Score;

use super::SIZES;
use crate::bench::Timed;
use crate::bench::show::{ratio, table, time};
use crate::{process, repository, tools};

/// The version that is compared with.
const VERSION: &str = "1.4.0";

/// What the script says of one size.
#[derive(Debug, Deserialize)]
struct Compared {
    n_entries: usize,
    scores_ms: f64,
    ranking_ms: f64,
    ranks_alike: bool,
    ties: usize,
    ties_kept: usize,
}

/// Times it beside our native times; prints, and gives the figures.
///
/// # Errors
/// Where it ranks otherwise than we do.
pub(super) fn measure(native: &[Timed]) -> anyhow::Result<Value> {
    let Some(python) = python() else {
        process::say(&format!("left out: pymcdm {VERSION} is not there and cannot be installed"));
        return Ok(Value::Null);
    };
    process::say("timing pymcdm on the same matrices");
    let printed = run(&python)?;
    let all: Vec<Compared> = serde_json::from_str(&printed)
        .with_context(|| format!("the script printed something else: {printed}"))?;
    let ours = |n_entries: usize| {
        let found =
            native.iter().find(|one| one.n_entries == n_entries && one.what == Part::Rank.name());
        found.map(|one| one.least_ms)
    };
    let rows: Vec<_> = all
        .iter()
        .map(|one| {
            let own = ours(one.n_entries);
            vec![
                format!("{} × 20", one.n_entries),
                own.map_or_else(String::new, time),
                time(one.scores_ms),
                ratio(one.scores_ms, own),
                time(one.ranking_ms),
                ratio(one.ranking_ms, own),
                format!("{} of {}", one.ties_kept, one.ties),
            ]
        })
        .collect();
    let head = [
        "scores and ranking",
        "ours, native",
        "pymcdm scores",
        "",
        "with ranks",
        "",
        "ties it keeps",
    ];
    process::print(&format!("{}\n", table(&head, &rows)))?;
    ensure!(all.iter().all(|one| one.ranks_alike), "pymcdm ranks otherwise");
    Ok(serde_json::from_str(&printed)?)
}

/// A Python that has the library: the system's, or one in the cache folder, which is made where it is
/// missing.
fn python() -> Option<PathBuf> {
    let has = |python: &PathBuf| {
        let ask = "from importlib.metadata import version; print(version('pymcdm'))";
        let found = process::output(Command::new(python).args(["-c", ask]));
        found.is_some_and(|found| found.trim() == VERSION)
    };
    let system = process::find("python3", std::env::var_os("PATH").as_deref())?;
    if has(&system) {
        return Some(system);
    }
    let folder = tools::in_cache(&format!("pymcdm-{VERSION}"))?;
    let own = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !own.is_file() {
        process::say(&format!("installing pymcdm {VERSION} into the cache folder (once)"));
        process::output(Command::new(&system).args(["-m", "venv"]).arg(&folder))?;
        let wanted = format!("pymcdm=={VERSION}");
        process::output(Command::new(&own).args(["-m", "pip", "install", "--quiet", &wanted]))?;
    }
    has(&own).then_some(own)
}

fn run(python: &PathBuf) -> anyhow::Result<String> {
    let script = repository::root().join("benches/engine/pymcdm_times.py");
    let mut child = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("Python does not start")?;
    let problems: Vec<_> = SIZES.iter().map(|(n_entries, _)| problem(*n_entries)).collect();
    let mut input = child.stdin.take().context("Python takes no input")?;
    input.write_all(serde_json::to_string(&problems)?.as_bytes())?;
    drop(input);
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "the script did not succeed");
    Ok(String::from_utf8(output.stdout)?)
}

/// A scene as a matrix: doubled middles of the questions that give points, and what we make of them.
fn problem(n_entries: usize) -> Value {
    let Scene { table, answers, .. } = Scene::new(n_entries);
    let given: Vec<_> = answers.iter().filter(|(_, answer)| answer.weight() > 0).collect();
    let row = |id| -> Vec<u32> {
        given.iter().map(|(at, answer)| table.earned(id, *at, *answer).doubled_mid()).collect()
    };
    let numerator = |id| Score::of(&table, &answers, id).map_or(0, Score::numerator);
    json!({
        "matrix": table.alternatives().map(row).collect::<Vec<_>>(),
        "weights": given.iter().map(|(_, answer)| answer.weight()).collect::<Vec<_>>(),
        "numerators": table.alternatives().map(numerator).collect::<Vec<_>>(),
    })
}
