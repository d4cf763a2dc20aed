//! The recommendation on catalogs of 50 and of 10,000 entries, part by part: natively, in WebAssembly
//! optimised for speed, and in WebAssembly as the page is compiled.
//!
//! # What this module does not do
//! It checks no result of ours; the tests do.

mod pymcdm;

use std::fs;
use std::path::Path;

use anyhow::Context;
use engine_bench::{Part, Scene, Stage};
use serde_json::{Value, json};

use super::show::{ratio, table, time};
use super::{Timed, times};
use crate::tools::{self, WASM_TARGET};
use crate::{browsers, process, repository};

/// The numbers of entries, and what everything together may take in a page, in milliseconds.
const SIZES: [(usize, f64); 2] = [(50, 1.0), (10_000, 16.0)];
/// How WebAssembly is compiled: Cargo's profile, and what that stands for.
const PROFILES: [(&str, &str); 2] = [("timing", "wasm, fast"), ("release", "wasm, as the page")];

/// The page that times. It is opened in a browser, and sets `times`.
const PAGE: &str = r#"<!doctype html><html lang="en"><title>Timing</title><link rel="icon" href="data:,">
<script type="module">
import init, * as engine from "./engine.js";
import { measure } from "./measure.js";
init().then(() => measure(engine, SIZES))
  .then((times) => { self.times = times; }, (error) => { self.failed = String(error); });
</script>"#;

/// Times all parts natively.
pub(super) fn natively() -> Vec<Timed> {
    let mut all = Vec::new();
    for (n_entries, _) in SIZES {
        let scene = Scene::new(n_entries);
        let stage = Stage::new(&scene);
        for part in Part::ALL {
            let timing = times::timing(|| part.run(&stage));
            all.push(Timed { what: part.name().to_owned(), n_entries, ..timing });
        }
    }
    all
}

/// Times all parts in WebAssembly, and the scores by pymcdm; prints, and gives the figures.
///
/// # Errors
/// Where something cannot be built or run.
pub(super) fn measure(native: Vec<Timed>) -> anyhow::Result<Value> {
    let mut columns = vec![("native", native)];
    for (profile, name) in PROFILES {
        columns.push((name, in_wasm(profile)?));
    }
    process::print(&format!("\n{}", shown(&columns)))?;
    let pymcdm = pymcdm::measure(&columns[0].1)?;
    let figures: serde_json::Map<_, _> =
        columns.iter().map(|(name, times)| ((*name).to_owned(), json!(times))).collect();
    Ok(json!({ "times": figures, "pymcdm": pymcdm }))
}

fn in_wasm(profile: &str) -> anyhow::Result<Vec<Timed>> {
    tools::ensure_wasm_target()?;
    let browser = browsers::chromium()?;
    let folder = repository::root().join("target").join("bench").join(profile);
    build(profile, &folder)?;
    process::say(&format!("timing the recommendation in WebAssembly, profile {profile}"));
    let mut run =
        process::cargo(["run", "--quiet", "-p", "browser-tests", "--bin", "measure", "--"]);
    let wanted = format!("engine={}", folder.display());
    let printed = process::output(browser.tell(run.arg(&wanted)))
        .context("the timings in the browser did not succeed")?;
    let mut found: Value = serde_json::from_str(&printed)?;
    Ok(serde_json::from_value(found[&wanted].take())?)
}

/// Builds the page that times.
fn build(profile: &str, folder: &Path) -> anyhow::Result<()> {
    process::say(&format!("building the recommendation for WebAssembly, profile {profile}"));
    // Not as a library for Rust: those are not optimised as a whole.
    let mut cargo =
        process::cargo(["rustc", "-p", "engine-bench", "--lib", "--crate-type", "cdylib"]);
    process::run(cargo.args(["--target", WASM_TARGET, "--profile", profile]))?;
    let metadata =
        process::output(&mut process::cargo(["metadata", "--no-deps", "--format-version=1"]))
            .context("cargo metadata did not succeed")?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let target = metadata["target_directory"].as_str().context("there is no target directory")?;
    let wasm = Path::new(target).join(WASM_TARGET).join(profile).join("engine_bench.wasm");
    let tool = process::find("wasm-bindgen", Some(tools::WASM_BINDGEN.ensure()?.as_os_str()))
        .context("wasm-bindgen has just been there, and is not any more")?;
    let mut bindgen = std::process::Command::new(tool);
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir"]);
    process::run(bindgen.arg(folder).arg(wasm))?;
    let script = repository::root().join("benches/engine/measure.js");
    fs::copy(&script, folder.join("measure.js"))
        .with_context(|| format!("cannot copy {}", script.display()))?;
    let sizes = SIZES.map(|(n_entries, _)| n_entries);
    fs::write(folder.join("index.html"), PAGE.replace("SIZES", &format!("{sizes:?}")))?;
    Ok(())
}

fn shown(columns: &[(&str, Vec<Timed>)]) -> String {
    let mut text = String::new();
    for (n_entries, budget) in SIZES {
        let name = format!("{n_entries} × 20 questions, least time");
        let mut head = vec![name.as_str()];
        head.extend(columns.iter().map(|(name, _)| *name));
        head.push("of budget");
        let rows: Vec<Vec<String>> = Part::ALL
            .into_iter()
            .map(|part| {
                let of = |times: &[Timed]| {
                    let found = times
                        .iter()
                        .find(|time| time.n_entries == n_entries && time.what == part.name());
                    found.map(|time| time.least_ms)
                };
                let times: Vec<_> = columns.iter().map(|(_, times)| of(times)).collect();
                let mut row = vec![part.name().to_owned()];
                row.extend(times.iter().map(|least| least.map_or_else(String::new, time)));
                let limit = part.is_everything().then_some(budget);
                let last = times.last().copied().flatten();
                row.push(last.map_or_else(String::new, |least| ratio(least, limit)));
                row
            })
            .collect();
        text.push_str(&table(&head, &rows));
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_everything_together_is_beside_a_budget() {
        let took = |what: Part, least_ms: f64| Timed {
            what: what.name().to_owned(),
            n_entries: 50,
            least_ms,
            median_ms: least_ms,
            n_runs: 1,
            budget_ms: None,
        };
        let times = vec![took(Part::Rank, 0.01), took(Part::EverythingFine, 0.5)];
        let printed = shown(&[("native", times)]);
        let line = |part: Part| {
            printed.lines().find(|line| line.starts_with(part.name())).unwrap_or_default()
        };
        assert!(line(Part::EverythingFine).ends_with("0.50 ×"), "{printed}");
        assert!(line(Part::Rank).trim_end().ends_with("10.0 µs"), "{printed}");
    }
}
