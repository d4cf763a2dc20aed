//! `stackfit catalog report`: what the catalog recommends under many random profiles. The library's
//! `authoring::audit` counts and applies the exceptions; this command prints.

use core::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, anyhow, bail};
use clap::{Args, ValueHint};
use serde::Serialize;
use stackfit::authoring::audit::{self, Audit, Judged, Reach};

use super::{files, listed, load, number};
use crate::output;

/// Count who can be first, who nearly always is, and what never matters
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The folder of the catalog [default: the repository's own]
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    folder: Option<PathBuf>,
    /// A file to write the report to as JSON, too
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    json: Option<PathBuf>,
    /// How many profiles to play out
    #[arg(long, value_name = "N", default_value_t = audit::N_PROFILES)]
    profiles: u32,
}

/// The whole report, as JSON.
#[derive(Serialize)]
struct Whole<'a> {
    audit: &'a Audit,
    findings: &'a Judged,
}

/// Prints the report, and writes it to a file if one is given.
///
/// # Errors
/// If the catalog cannot be read or has violations, the file cannot be written, or there is a
/// finding without an exception.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let folder = arguments.folder.as_deref();
    let catalog = load(folder)?.catalog;
    let (_, files) = files(folder)?;
    let exceptions =
        audit::exceptions(&files).map_err(|violations| anyhow!(listed(&violations)))?;
    let audit = Audit::of(&catalog, arguments.profiles);
    let judged = audit.judged(&exceptions);
    output::print(&text(&audit, &judged))?;
    if let Some(file) = &arguments.json {
        let whole = Whole { audit: &audit, findings: &judged };
        let json = serde_json::to_string_pretty(&whole)? + "\n";
        fs::write(file, json).with_context(|| format!("cannot write {}", file.display()))?;
    }
    if !judged.is_clean() {
        let open = number(judged.open.len(), "finding");
        let unused = number(judged.unused.len(), "exception");
        bail!("{open} without a reason, and {unused} for nothing");
    }
    Ok(())
}

fn text(audit: &Audit, judged: &Judged) -> String {
    let Audit { n_profiles, n_recommending, .. } = audit;
    let mut text = format!("{n_profiles} profiles, {n_recommending} of them recommend somebody\n");
    let mut alternatives: Vec<_> = audit.alternatives.iter().collect();
    alternatives.sort_by(|one, other| other.share.total_cmp(&one.share));
    let _ = writeln!(
        text,
        "\n{:<20} {:>7} {:>8} {:>8} {:>6} {:>8}",
        "first", "share", "times", "alone", "mean", "unknown"
    );
    for one in alternatives {
        let _ = writeln!(
            text,
            "{:<20} {:>6.2}% {:>8} {:>8} {:>6.1} {:>7.1}%{}",
            one.id,
            100.0 * one.share,
            one.n_first,
            one.n_alone,
            one.mean_score,
            100.0 * one.unknown,
            match &one.reach {
                Reach::Profiles => String::new(),
                Reach::Directed(link) => format!("  first with {link}"),
                Reach::Never => "  never first".to_owned(),
            }
        );
    }
    let _ = writeln!(text, "\n{:<20} {:>9} {:>9}", "question", "answered", "decisive");
    for one in &audit.questions {
        let decisive = 100.0 * f64::from(one.n_decisive) / f64::from(one.n_asked.max(1));
        let _ = writeln!(text, "{:<20} {:>9} {decisive:>8.1}%", one.id, one.n_asked);
    }
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = writeln!(text, "\n{title}\n  {}", lines.join("\n  "));
        }
    };
    let open = judged.open.iter();
    let open = open.map(|one| format!("{}: {} [{}]", one.subject, one.text, one.check.id()));
    section("found", open.collect());
    let excused = judged.excused.iter().map(|(one, reason)| {
        format!("{}: {} [{}]: {reason}", one.subject, one.text, one.check.id())
    });
    section("known", excused.collect());
    let unused = judged.unused.iter().map(|one| format!("{} [{}]", one.subject, one.check.id()));
    section("exceptions for what was not found", unused.collect());
    text
}

#[cfg(test)]
mod tests {
    use stackfit::authoring::audit::{Check, Exception};

    use super::*;
    use engine_bench::generate;

    #[test]
    fn the_report_names_everybody_every_question_and_every_finding() {
        let catalog = generate::catalog(5);
        let audit = Audit::of(&catalog, 50);
        let exception = |subject: &str| Exception {
            check: Check::NeverMatters,
            subject: subject.to_owned(),
            reason: "because".to_owned(),
        };
        let judged = audit.judged(&[exception("nothing")]);
        let text = text(&audit, &judged);
        for entry in &catalog.alternatives {
            assert!(text.contains(&format!("\n{} ", entry.id)), "{text}");
        }
        for question in &catalog.questions {
            assert!(text.contains(&format!("\n{} ", question.id)), "{text}");
        }
        for finding in &judged.open {
            assert!(text.contains(&format!("  {}: {} [", finding.subject, finding.text)), "{text}");
        }
        assert!(text.contains("\n  nothing [never-matters]"), "{text}");
    }
}
