//! `cargo xtask test`: all tests, in stages. Each stage runs a few command lines. The first stage
//! that fails is the last one, because later ones would fail for the same reason.

mod stages;
mod suite;

use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum as _};
use stages::Stage;

use crate::browsers::Engines;
use crate::{process, repository};

/// Run everything that has to pass, or some stages of it
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The stages [default: all]
    #[arg(value_name = "STAGE")]
    stages: Vec<Stage>,
    /// The engines for the built page, with commas between: chromium, firefox, webkit, or all
    /// [default: those that are installed]
    #[arg(long, value_name = "NAMES", value_parser = Engines::named)]
    engines: Option<Engines>,
    /// List the stages
    #[arg(long)]
    list: bool,
}

/// Runs stages, or lists them.
pub(crate) fn run(arguments: Arguments) -> anyhow::Result<()> {
    if arguments.list {
        return list();
    }
    let engines = arguments.engines.unwrap_or(Engines::Installed);
    run_stages(&in_order(&arguments.stages), &engines)
}

fn run_stages(stages: &[Stage], engines: &Engines) -> anyhow::Result<()> {
    if stages == Stage::value_variants() && repository::is_first_build() {
        process::say(
            "the first run of all stages compiles for about fifteen minutes on two cores, once its tools \
             are there; later ones take five to ten, and then eight to thirteen for each browser",
        );
    }
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

fn list() -> anyhow::Result<()> {
    let line = |stage: &Stage| format!("{:<8} {}\n", stage.name(), stage.what());
    process::print(&Stage::value_variants().iter().map(line).collect::<String>())
}

/// Each stage once, in an order that finds cheap mistakes first; all of them if none is named.
fn in_order(named: &[Stage]) -> Vec<Stage> {
    let wanted = |stage: &&Stage| named.is_empty() || named.contains(stage);
    Stage::value_variants().iter().filter(wanted).copied().collect()
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
    fn stages_run_once_each_and_in_their_own_order() {
        assert_eq!(in_order(&[]), Stage::value_variants());
        assert_eq!(in_order(&[Stage::Unit, Stage::Fmt, Stage::Unit]), [Stage::Fmt, Stage::Unit]);
    }

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
