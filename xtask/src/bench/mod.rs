//! `cargo xtask bench`: the bytes of the built page against their budget, and how long the domain's
//! functions take.
//!
//! Bytes are the same everywhere, so too many of them are an error.
//! Times are not, so they are printed for information, beside what the page may take.
//!
//! # What this module does not do
//! It does not time the page in a browser, and it holds no time to a budget.

pub(crate) mod generate;
mod times;

use core::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

use crate::dist::sizes::{Bytes, Delivery};
use crate::{dist, process};

/// The most bytes, compressed with Brotli, of all that is needed to use the page.
const BUDGET: usize = 150_000;

/// Everything measured.
#[derive(Serialize)]
struct Measured<'a> {
    delivery: &'a Delivery,
    budget: Budget,
    times: &'a [Timed],
}

/// The bytes that are needed, held to their budget.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct Budget {
    needed_brotli: usize,
    most: usize,
    /// The first as a share of the second.
    ratio: f64,
    kept: bool,
}

/// How long something took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Timed {
    /// What.
    what: String,
    /// How many entries the catalog had.
    n_entries: usize,
    /// The median, in nanoseconds.
    median_ns: u64,
    /// How many times it was measured.
    n_runs: usize,
    /// What the page may take for it in a browser, in nanoseconds, where that is laid down.
    budget_ns: Option<u64>,
}

/// Builds, measures, prints; and writes a file where one is given.
///
/// # Errors
/// Where something cannot be built or written, or the page is over its budget.
pub(crate) fn run(file: Option<&Path>) -> anyhow::Result<()> {
    let delivery = Delivery::measure(dist::build()?.folder())?;
    let budget = Budget::of(delivery.needed);
    process::print(&format!("\n{delivery}{}\n", budget.sentence()))?;
    let times = times_when_optimised()?;
    process::print(&format!("\n{}", table(&times)))?;
    if let Some(file) = file {
        let measured = Measured { delivery: &delivery, budget, times: &times };
        let json = serde_json::to_string_pretty(&measured)? + "\n";
        fs::write(file, json).with_context(|| format!("cannot write {}", file.display()))?;
    }
    if !budget.kept {
        bail!("the page is over its budget: {}", budget.sentence());
    }
    Ok(())
}

/// Prints the times as JSON, for `run`.
///
/// # Errors
/// Where standard output cannot be written.
pub(crate) fn print_times() -> anyhow::Result<()> {
    if cfg!(debug_assertions) {
        process::say("this program is not optimised: see `cargo xtask help` for how it should be");
    }
    process::print(&format!("{}\n", serde_json::to_string_pretty(&times::measure())?))
}

/// Measures in a program that was compiled to be fast; this one was compiled to be there soon.
fn times_when_optimised() -> anyhow::Result<Vec<Timed>> {
    if !cfg!(debug_assertions) {
        return Ok(times::measure());
    }
    process::say("building the timings with optimisation");
    let again = ["--profile", "timing", "--package", "xtask"];
    process::run(process::cargo(["build"]).args(again))?;
    process::say("timing the domain");
    let mut run = process::cargo(["run", "--quiet"]);
    let printed = process::output(run.args(again).args(["--", "bench-times"]))
        .context("the timings did not succeed")?;
    serde_json::from_str(&printed).context("the timings printed something else than times")
}

impl Budget {
    #[expect(clippy::cast_precision_loss, reason = "the bytes of a page are far below 2^52")]
    fn of(needed: Bytes) -> Self {
        let ratio = needed.brotli as f64 / BUDGET as f64;
        Self { needed_brotli: needed.brotli, most: BUDGET, ratio, kept: needed.brotli <= BUDGET }
    }

    fn sentence(self) -> String {
        let Self { needed_brotli, most, ratio, .. } = self;
        format!("{needed_brotli} of {most} bytes in Brotli, {ratio:.2} of the budget")
    }
}

fn table(times: &[Timed]) -> String {
    let width = times.iter().map(|time| time.what.len()).max().unwrap_or(0);
    let mut text = format!(
        "{:<width$}  {:>7}  {:>11}  {:>16}\n",
        "native time (median)", "entries", "time", "budget in page"
    );
    for time in times {
        let budget = time.budget_ns.map(shown).unwrap_or_default();
        let _ = writeln!(
            text,
            "{:<width$}  {:>7}  {:>11}  {budget:>16}",
            time.what,
            time.n_entries,
            shown(time.median_ns)
        );
    }
    text
}

/// A time with four digits or so, and with a unit that suits it.
fn shown(nanoseconds: u64) -> String {
    format!("{:.1?}", Duration::from_nanos(nanoseconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_is_kept_up_to_its_last_byte() {
        let of = |brotli| Budget::of(Bytes { raw: 0, brotli });
        assert!(of(BUDGET).kept && !of(BUDGET + 1).kept);
        assert_eq!(of(75_000).sentence(), "75000 of 150000 bytes in Brotli, 0.50 of the budget");
    }

    #[test]
    fn the_file_names_sizes_budget_and_times() {
        let needed = Bytes { raw: 9, brotli: 7 };
        let delivery = Delivery { files: Vec::new(), needed };
        let times = [Timed {
            what: "filter".into(),
            n_entries: 10,
            median_ns: 1_500,
            n_runs: 31,
            budget_ns: Some(1_000_000),
        }];
        let measured = Measured { delivery: &delivery, budget: Budget::of(needed), times: &times };
        let json = serde_json::to_value(&measured).unwrap();
        assert_eq!(json["delivery"]["needed"]["brotli"], 7);
        assert_eq!(json["budget"]["most"], BUDGET);
        assert_eq!(json["times"][0]["median_ns"], 1_500);
        let printed = table(&times);
        assert!(printed.contains("1.5µs") && printed.contains("1.0ms"), "{printed}");
    }
}
