//! The domain's functions and the recommendation, natively. They run in a program of their own,
//! which is compiled for speed, whereas this one is compiled to build quickly.

use anyhow::Context;
use bench_report::show;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::process::{self, cargo};

/// How long a function took.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Timed {
    /// What was timed.
    pub(super) what: String,
    /// How many entries the catalog had.
    pub(super) n_entries: usize,
    /// The minimum, in milliseconds.
    pub(super) least_ms: f64,
    /// The median.
    pub(super) median_ms: f64,
    /// How many times it was measured.
    pub(super) n_runs: usize,
    /// How long it may take in a browser, if there is a budget.
    #[serde(default)]
    pub(super) budget_ms: Option<f64>,
}

/// At which place the search has what developers look for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Ranks {
    /// How many words find something of what was looked for; the others are in no figure.
    n_words: usize,
    /// The mean place of the first entry that was looked for; 1 is the best.
    mean_rank: f64,
    /// How many words have it at the first place.
    n_first: usize,
}

/// The native measurements.
#[derive(Debug, Deserialize)]
pub(super) struct Native {
    /// The domain's functions.
    pub(super) domain: Vec<Timed>,
    /// What the search of the shipped catalog finds.
    pub(super) search: Ranks,
    /// The recommendation, part by part.
    pub(super) engine: Vec<Timed>,
    /// The same scores as a task for another implementation.
    pub(super) matrices: Value,
}

/// Measures.
pub(super) fn measure() -> anyhow::Result<Native> {
    let program = ["--profile", "timing", "--package", "engine-bench", "--bin", "native"];
    process::say("building the timings with optimisation");
    process::run(cargo(["build"]).args(program))?;
    process::say("timing the domain natively");
    let printed = process::output(cargo(["run", "--quiet"]).args(program))
        .context("the timings did not succeed")?;
    serde_json::from_str(&printed).context("the timings printed something else than times")
}

/// What the search finds, as a line.
pub(super) fn ranks(Ranks { n_words, mean_rank, n_first }: Ranks) -> String {
    format!(
        "search: mean rank {mean_rank:.2} over the {n_words} words that find what they look for; \
         {n_first} of them have it first\n"
    )
}

/// A table of times.
pub(super) fn table(times: &[Timed]) -> String {
    let row = |one: &Timed| {
        vec![
            one.what.clone(),
            one.n_entries.to_string(),
            show::time(one.median_ms),
            one.budget_ms.map_or_else(String::new, show::time),
        ]
    };
    let rows: Vec<_> = times.iter().map(row).collect();
    show::table(&["native time (median)", "entries", "time", "budget in page"], &rows)
}
