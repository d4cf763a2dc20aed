//! The same scores by pymcdm, a Python library for multi-criteria decisions: its time, and whether
//! its ranking agrees. Without Python or the library, nothing is measured, and a message says so.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};
use bench_report::show::{ratio, table, time};
use serde::Deserialize;
use serde_json::Value;

use crate::{process, repository, tools};

/// The version used for comparison.
const VERSION: &str = "1.4.0";

/// The result of the script for one size.
#[derive(Debug, Deserialize)]
struct Compared {
    n_entries: usize,
    own_ms: f64,
    scores_ms: f64,
    ranking_ms: f64,
    ranks_alike: bool,
    ties: usize,
    ties_kept: usize,
}

/// Times it on the same matrices, next to our native times; prints and returns the figures. A
/// different ranking is an error.
pub(super) fn measure(matrices: &Value) -> anyhow::Result<Value> {
    let Some(python) = python() else {
        process::say(&format!("left out: pymcdm {VERSION} is not there and cannot be installed"));
        return Ok(Value::Null);
    };
    process::say("timing pymcdm on the same matrices");
    let printed = run(&python, matrices)?;
    let all: Vec<Compared> = serde_json::from_str(&printed)
        .with_context(|| format!("the script printed something else: {printed}"))?;
    let rows: Vec<_> = all
        .iter()
        .map(|one| {
            let own = Some(one.own_ms);
            vec![
                format!("{} × 20", one.n_entries),
                time(one.own_ms),
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

/// A Python with the library: the system's, or one in the cache folder, which is created if
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

fn run(python: &PathBuf, matrices: &Value) -> anyhow::Result<String> {
    let script = repository::root().join("benches/engine/pymcdm_times.py");
    let mut child = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("Python does not start")?;
    let mut input = child.stdin.take().context("Python takes no input")?;
    input.write_all(matrices.to_string().as_bytes())?;
    drop(input);
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "the script did not succeed");
    Ok(String::from_utf8(output.stdout)?)
}
