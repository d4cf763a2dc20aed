//! `cargo xtask bench`: measures bytes and times, and compares them with their budgets.
//!
//! Exceeded byte budgets and errors of the page are errors. Times depend on the machine: those of
//! the page have limits as ratios within one run, all others are printed for information.
//!
//! In reading order: `bytes` of the built page; `native` times of the domain's functions, and
//! the places of what the search finds; `engine`, the recommendation natively, in WebAssembly and
//! compared with another implementation; `page`, the built page in a browser; and `scale`, that of
//! ten thousand entries. The crate `bench-report` formats figures.

mod bytes;
mod engine;
mod native;
mod page;
mod scale;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

use crate::{browsers, process};

/// Measure bytes and times, each beside its budget
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// What to measure [default: everything]
    #[arg(value_name = "PART")]
    parts: Vec<Measure>,
    /// The folder of another build of the page, to be measured beside this one in the same run
    #[arg(long, value_name = "DIR")]
    beside: Option<PathBuf>,
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
    /// The page of ten thousand entries in a browser.
    Scale,
}

/// Runs the program `measure` among the browser tests with some parts, of the builds that the variables
/// of its environment name; returns what it prints.
fn in_browser(parts: &[&str], builds: &[(&str, &Path)]) -> anyhow::Result<Value> {
    let browser = browsers::chromium()?;
    let mut run =
        process::cargo(["run", "--quiet", "-p", "browser-tests", "--bin", "measure", "--"]);
    run.args(parts).env_remove("STACKFIT_BESIDE").envs(builds.iter().copied());
    let printed = process::output(browser.tell(&mut run))
        .with_context(|| format!("not measured in a browser: {}", parts.join(", ")))?;
    Ok(serde_json::from_str(&printed)?)
}

/// Measures and prints; writes a file if one is given.
pub(crate) fn run(options: &Arguments) -> anyhow::Result<()> {
    let wanted = |part: Measure| options.parts.is_empty() || options.parts.contains(&part);
    let mut figures = Map::new();
    let mut complaints = Vec::new();
    if wanted(Measure::Bytes) {
        let (found, over) = bytes::measure()?;
        figures.insert("bytes".into(), found);
        complaints.extend(over.into_iter().map(|said| format!("over its budget: {said}")));
    }
    if wanted(Measure::Domain) || wanted(Measure::Engine) {
        let native = native::measure()?;
        if wanted(Measure::Domain) {
            process::print(&format!("\n{}", native::table(&native.domain)))?;
            figures.insert("domain".into(), serde_json::to_value(&native.domain)?);
            process::print(&format!("\n{}", native::ranks(native.search)))?;
            figures.insert("search".into(), serde_json::to_value(native.search)?);
        }
        if wanted(Measure::Engine) {
            figures.insert("engine".into(), engine::measure(native)?);
        }
    }
    if wanted(Measure::Page) {
        let (found, missed) = page::measure(options.beside.as_deref())?;
        figures.insert("page".into(), found);
        complaints.extend(missed);
    }
    if wanted(Measure::Scale) {
        figures.insert("scale".into(), scale::measure()?);
    }
    if let Some(file) = &options.json {
        let json = serde_json::to_string_pretty(&Value::Object(figures))? + "\n";
        fs::write(file, json).with_context(|| format!("cannot write {}", file.display()))?;
    }
    if complaints.is_empty() { Ok(()) } else { bail!(complaints.join("; ")) }
}
