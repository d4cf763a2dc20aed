//! `cargo xtask bench`: bytes and times, each beside its budget.
//!
//! Bytes are the same everywhere, so too many of them are an error, and so are errors of the page.
//! Times are not, so they are printed for information.
//!
//! In reading order: `bytes` of the built page, `times` of the domain's functions, `engine` the
//! recommendation natively, in WebAssembly and beside another implementation, `page` the built page in
//! a browser, `show` how figures are shown.

mod bytes;
mod engine;
mod page;
mod show;
mod times;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::process;

/// Measure bytes and times, each beside its budget
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// What to measure [default: everything]
    #[arg(value_name = "PART")]
    parts: Vec<Measure>,
    /// A file to write the figures to as JSON, too
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// A part of what is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Measure {
    /// The bytes of the built page.
    Bytes,
    /// The domain's functions, natively.
    Domain,
    /// The recommendation, natively and in WebAssembly.
    Engine,
    /// The built page in a browser.
    Page,
}

/// How long something took.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Timed {
    /// What.
    what: String,
    /// How many entries the catalog had.
    n_entries: usize,
    /// The least time, in milliseconds.
    least_ms: f64,
    /// The median.
    median_ms: f64,
    /// How many times it was measured.
    n_runs: usize,
    /// What the page may take for it in a browser, where that is laid down.
    #[serde(default)]
    budget_ms: Option<f64>,
}

/// What is measured natively.
#[derive(Debug, Serialize, Deserialize)]
struct Native {
    domain: Vec<Timed>,
    engine: Vec<Timed>,
}

/// Measures, prints; and writes a file where one is given.
///
/// # Errors
/// Where something cannot be built, measured or written, or the page is over a budget of bytes.
pub(crate) fn run(options: &Arguments) -> anyhow::Result<()> {
    let wanted = |part: Measure| options.parts.is_empty() || options.parts.contains(&part);
    let mut figures = Map::new();
    let mut complaints = Vec::new();
    if wanted(Measure::Bytes) {
        let (found, complaint) = bytes::measure()?;
        figures.insert("bytes".into(), found);
        complaints.extend(complaint.map(|said| format!("the page is over its budget: {said}")));
    }
    if wanted(Measure::Domain) || wanted(Measure::Engine) {
        let native = native_when_optimised()?;
        if wanted(Measure::Domain) {
            process::print(&format!("\n{}", times::table(&native.domain)))?;
            figures.insert("domain".into(), serde_json::to_value(&native.domain)?);
        }
        if wanted(Measure::Engine) {
            figures.insert("engine".into(), engine::measure(native.engine)?);
        }
    }
    if wanted(Measure::Page) {
        let (found, complaint) = page::measure()?;
        figures.insert("page".into(), found);
        complaints.extend(complaint);
    }
    if let Some(file) = &options.json {
        let json = serde_json::to_string_pretty(&Value::Object(figures))? + "\n";
        fs::write(file, json).with_context(|| format!("cannot write {}", file.display()))?;
    }
    if complaints.is_empty() { Ok(()) } else { bail!(complaints.join("; ")) }
}

/// Prints the native times as JSON, for `run`.
///
/// # Errors
/// Where standard output cannot be written.
pub(crate) fn print_native() -> anyhow::Result<()> {
    if cfg!(debug_assertions) {
        process::say(
            "this program is not optimised: see `cargo xtask help bench-natively` for how it should be",
        );
    }
    process::print(&format!("{}\n", serde_json::to_string_pretty(&native())?))
}

fn native() -> Native {
    Native { domain: times::measure(), engine: engine::natively() }
}

/// Measures in a program that was compiled to be fast; this one was compiled to be there soon.
fn native_when_optimised() -> anyhow::Result<Native> {
    if !cfg!(debug_assertions) {
        return Ok(native());
    }
    process::say("building the timings with optimisation");
    let again = ["--profile", "timing", "--package", "xtask"];
    process::run(process::cargo(["build"]).args(again))?;
    process::say("timing the domain natively");
    let mut run = process::cargo(["run", "--quiet"]);
    let printed = process::output(run.args(again).args(["--", "bench-natively"]))
        .context("the timings did not succeed")?;
    serde_json::from_str(&printed).context("the timings printed something else than times")
}
