//! `cargo xtask test`: everything that has to pass, in stages.
//!
//! # What this module does not do
//! It contains no check of its own; each stage is a few command lines.
//! A stage that fails is the last one, because what follows it would fail for the same reason.

mod stages;

use std::time::{Duration, Instant};

use anyhow::{Context, bail};
pub(crate) use stages::Stage;

use crate::browsers::Engines;
use crate::process;

/// Runs stages.
///
/// # Errors
/// Where what they need cannot be had, or a stage fails; the message names it.
pub(crate) fn run(stages: &[Stage], engines: &Engines) -> anyhow::Result<()> {
    let start = Instant::now();
    let tools = stages::Tools::ensure(stages, engines).context("the tests cannot run")?;
    let mut passed = Vec::new();
    for (at, stage) in stages.iter().enumerate() {
        process::print(&format!(
            "\n==> stage {}/{}: {} ({})\n",
            at + 1,
            stages.len(),
            stage.name(),
            stage.what()
        ))?;
        let start = Instant::now();
        let outcome = stage.run(&tools);
        let took = start.elapsed();
        let word = if outcome.is_ok() { "passed" } else { "FAILED" };
        process::print(&format!("==> {} {word} after {}\n", stage.name(), seconds(took)))?;
        if let Err(error) = outcome {
            process::print(&summary(&passed, Some(*stage), stages.len() - at - 1))?;
            bail!("stage '{}' failed: {error:#}", stage.name());
        }
        passed.push((*stage, took));
    }
    process::print(&summary(&passed, None, 0))?;
    let what = if stages.len() == 1 { "the stage" } else { "all stages" };
    process::print(&format!("{what} passed in {}\n", seconds(start.elapsed())))
}

/// Prints the stages.
///
/// # Errors
/// Where standard output cannot be written.
pub(crate) fn list() -> anyhow::Result<()> {
    let line = |stage: Stage| format!("{:<8} {}\n", stage.name(), stage.what());
    process::print(&Stage::ALL.map(line).concat())
}

fn summary(passed: &[(Stage, Duration)], failed: Option<Stage>, n_left: usize) -> String {
    let mut lines = vec![String::new(), "summary".to_owned()];
    for (stage, took) in passed {
        lines.push(format!("  {:<8} passed  {:>9}", stage.name(), seconds(*took)));
    }
    if let Some(failed) = failed {
        lines.push(format!("  {:<8} FAILED", failed.name()));
    }
    if n_left > 0 {
        lines.push(format!("  {n_left} more not run"));
    }
    lines.join("\n") + "\n"
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_says_what_passed_what_failed_and_what_was_not_run() {
        let passed = [(Stage::Fmt, Duration::from_millis(1234))];
        let text = summary(&passed, Some(Stage::Lint), 5);
        let lines: Vec<_> = text.lines().map(str::trim).collect();
        let expected =
            ["", "summary", "fmt      passed      1.2 s", "lint     FAILED", "5 more not run"];
        assert_eq!(lines, expected);
        assert!(!summary(&passed, None, 0).contains("FAILED"));
    }
}
