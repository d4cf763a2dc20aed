//! `stackfit catalog report`: what the catalog recommends under many profiles, and in the cases
//! whose outcome is public. The library's `authoring::audit` counts and applies the exceptions; this
//! command prints.

mod advice;
mod profiles;

use core::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use clap::{Args, ValueHint};
use serde::Serialize;
use stackfit::authoring::audit::{self, Advice, Judged, Review};
use stackfit::authoring::{self, Case, Checked};

use super::{listed, loaded, number};
use crate::output;

/// Count entries that never or nearly always win, questions that never matter, and how often the
/// advice equals the choice
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The folder of the catalog [default: the repository's own]
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    folder: Option<PathBuf>,
    /// A file to write the report to as JSON, too
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    json: Option<PathBuf>,
    /// How many profiles to play out, of each kind
    #[arg(long, value_name = "N", default_value_t = audit::N_PROFILES)]
    profiles: u32,
    /// List each case: where its choice stands, and who is first
    #[arg(long)]
    cases: bool,
    /// List needs that no question can express
    #[arg(long)]
    unsaid: bool,
    /// Print only the cases that were set aside; for a final check
    #[arg(long)]
    aside: bool,
}

/// The whole report, as JSON.
#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    review: &'a Review,
    findings: &'a Judged,
}

/// Prints the report, and writes it to a file if one is given.
///
/// # Errors
/// If the catalog cannot be read or has violations, the file cannot be written, or there is a
/// finding without an exception.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let folder = arguments.folder.as_deref();
    let (_, files, Checked { catalog, .. }) = loaded(folder)?;
    let sound = |violations: Vec<_>| anyhow!(listed(&violations));
    let cases = authoring::cases(&files, &catalog).map_err(sound)?;
    if arguments.aside {
        let advice = Advice::of(&catalog, cases.iter().filter(|case| case.is_aside));
        write_json(arguments.json.as_deref(), &advice)?;
        return output::print(&about_cases(arguments, &advice, &cases));
    }
    let settings = audit::settings(&files, &catalog).map_err(sound)?;
    let review = Review::of(&catalog, &cases, arguments.profiles);
    let judged = review.judged(&settings);
    let mut text = profiles::text(&review.audit);
    if let Some(realistic) = &review.realistic {
        text += &profiles::realistic(realistic);
    }
    if let Some(advice) = &review.advice {
        text.push('\n');
        text += &about_cases(arguments, advice, &cases);
    }
    text += &about_findings(&judged);
    output::print(&text)?;
    write_json(arguments.json.as_deref(), &Whole { review: &review, findings: &judged })?;
    if !judged.is_clean() {
        let open = number(judged.open.len(), "finding");
        let unused = number(judged.unused.len(), "exception");
        bail!("{open} without a reason, and {unused} not needed");
    }
    Ok(())
}

fn write_json(file: Option<&Path>, report: &impl Serialize) -> anyhow::Result<()> {
    let Some(file) = file else {
        return Ok(());
    };
    let json = serde_json::to_string_pretty(report)? + "\n";
    fs::write(file, json).with_context(|| format!("cannot write {}", file.display()))
}

/// The cases, as far as they are asked for.
fn about_cases(arguments: &Arguments, advice: &Advice, cases: &[Case]) -> String {
    let mut text = if arguments.aside {
        advice::summary("cases that are kept aside", advice, &advice.measured_aside())
    } else {
        let n_aside = cases.iter().filter(|case| case.is_aside).count();
        let title = format!("cases with a public outcome, and {n_aside} kept aside");
        advice::summary(&title, advice, &advice.measured())
    };
    if arguments.cases {
        text += &advice::each(advice);
    }
    if arguments.unsaid {
        text += &advice::unsaid(advice);
    }
    text
}

fn about_findings(judged: &Judged) -> String {
    let mut text = String::new();
    section(&mut text, "found", judged.open.iter().map(ToString::to_string));
    let excused = judged.excused.iter().map(|(one, reason)| format!("{one}: {reason}"));
    section(&mut text, "known", excused);
    let unused = judged.unused.iter().map(|one| format!("{} [{}]", one.subject, one.check.id()));
    section(&mut text, "exceptions for what was not found", unused);
    text
}

/// A part of the report under a title; nothing without lines.
fn section(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<_> = lines.collect();
    if !lines.is_empty() {
        let _ = writeln!(text, "\n{title}\n  {}", lines.join("\n  "));
    }
}

#[cfg(test)]
mod tests {
    use engine_bench::generate;
    use stackfit::authoring::audit::{Audit, Check, Exception};

    use super::*;

    #[test]
    fn the_report_names_every_finding_and_every_exception_for_nothing() {
        let audit = Audit::of(&generate::catalog(5), 50);
        let exception = Exception {
            check: Check::NeverMatters,
            subject: "nothing".to_owned(),
            reason: "because".to_owned(),
        };
        let judged = Judged::of(audit.findings(), &[exception]);
        let text = about_findings(&judged);
        assert!(!judged.open.is_empty());
        for finding in &judged.open {
            assert!(text.contains(&format!("  {}: {} [", finding.subject, finding.text)), "{text}");
        }
        assert!(text.contains("\n  nothing [never-matters]"), "{text}");
    }
}
