//! The built page in a browser, measured by the program `measure` among the browser tests.

use std::path::Path;

use anyhow::ensure;
use bench_report::page;
use serde_json::Value;

use super::in_browser;
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
    // Missing, it is said before anything is built.
    browsers::chromium()?;
    let built = dist::build()?;
    process::say("measuring the page in a browser; that takes a quarter of an hour");
    let mut builds = vec![("STACKFIT_DIST", built.folder())];
    // The program runs in another folder.
    let beside = beside.map(Path::canonicalize).transpose()?;
    builds.extend(beside.iter().map(|folder| ("STACKFIT_BESIDE", folder.as_path())));
    let mut found = in_browser(&PARTS, &builds)?;
    let report = page::report(&found);
    process::print(&format!("\n{}", report.text))?;
    found["held"] = serde_json::to_value(&report.held)?;
    Ok((found, report.complaints))
}
