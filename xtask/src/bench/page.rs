//! The built page in a browser, measured by the program `measure` among the browser tests.

use std::path::Path;

use anyhow::{Context, ensure};
use bench_report::page;
use serde_json::Value;

use crate::{browsers, dist, process};

/// The parts, in the order in which they are measured.
const PARTS: [&str; 5] = ["loading", "arriving", "interactions", "typing", "soak"];

/// Builds, measures and prints, together with another build if one is given; returns the figures,
/// and the exceeded limits.
pub(super) fn measure(beside: Option<&Path>) -> anyhow::Result<(Value, Vec<String>)> {
    if let Some(folder) = beside {
        let page = folder.join("index.html");
        ensure!(page.is_file(), "there is no built page in {}", folder.display());
    }
    let browser = browsers::chromium()?;
    let built = dist::build()?;
    process::say("measuring the page in a browser; that takes a quarter of an hour");
    let mut run =
        process::cargo(["run", "--quiet", "-p", "browser-tests", "--bin", "measure", "--"]);
    run.args(PARTS).env("STACKFIT_DIST", built.folder());
    match beside {
        // The program runs in another folder.
        Some(folder) => run.env("STACKFIT_BESIDE", folder.canonicalize()?),
        None => run.env_remove("STACKFIT_BESIDE"),
    };
    let printed = process::output(browser.tell(&mut run)).context("the page was not measured")?;
    let mut found: Value = serde_json::from_str(&printed)?;
    let report = page::report(&found);
    process::print(&format!("\n{}", report.text))?;
    found["held"] = serde_json::to_value(&report.held)?;
    Ok((found, report.complaints))
}
