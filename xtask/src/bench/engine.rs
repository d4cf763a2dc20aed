//! The recommendation on generated catalogs, part by part: natively, in WebAssembly optimised for
//! speed, and in WebAssembly compiled like the page.

mod pymcdm;

use std::fs;
use std::path::Path;

use anyhow::Context;
use bench_report::show::{ratio, table, time};
use serde_json::{Value, json};

use super::in_browser;
use super::native::{Native, Timed};
use crate::tools::{self, WASM_TARGET};
use crate::{browsers, process, repository};

/// How WebAssembly is compiled: Cargo's profile, and its name in the table.
const PROFILES: [(&str, &str); 2] = [("timing", "wasm, fast"), ("release", "wasm, as the page")];

/// The page that runs the measurement in a browser, and sets `times`.
const PAGE: &str = r#"<!doctype html><html lang="en"><title>Timing</title><link rel="icon" href="data:,">
<script type="module">
import init, * as engine from "./engine.js";
import { measure } from "./measure.js";
init().then(() => measure(engine, SIZES))
  .then((times) => { self.times = times; }, (error) => { self.failed = String(error); });
</script>"#;

/// Times all parts in WebAssembly, and the scores by pymcdm; prints and returns the figures.
pub(super) fn measure(native: Native) -> anyhow::Result<Value> {
    let sizes = sizes(&native.engine);
    let mut columns = vec![("native", native.engine)];
    for (profile, name) in PROFILES {
        columns.push((name, in_wasm(profile, &sizes)?));
    }
    process::print(&format!("\n{}", shown(&columns)))?;
    let pymcdm = pymcdm::measure(&native.matrices)?;
    let figures: serde_json::Map<_, _> =
        columns.iter().map(|(name, times)| ((*name).to_owned(), json!(times))).collect();
    Ok(json!({ "times": figures, "pymcdm": pymcdm }))
}

/// The numbers of entries, in the order of measurement.
fn sizes(times: &[Timed]) -> Vec<usize> {
    let mut sizes: Vec<_> = times.iter().map(|time| time.n_entries).collect();
    sizes.dedup();
    sizes
}

fn in_wasm(profile: &str, sizes: &[usize]) -> anyhow::Result<Vec<Timed>> {
    tools::ensure_wasm_target()?;
    // Missing, it is said before anything is built.
    browsers::chromium()?;
    let folder = repository::root().join("target").join("bench").join(profile);
    build(profile, &folder, sizes)?;
    process::say(&format!("timing the recommendation in WebAssembly, profile {profile}"));
    let wanted = format!("engine={}", folder.display());
    Ok(serde_json::from_value(in_browser(&[&wanted], &[])?[&wanted].take())?)
}

/// Builds the page that runs the measurement.
fn build(profile: &str, folder: &Path, sizes: &[usize]) -> anyhow::Result<()> {
    process::say(&format!("building the recommendation for WebAssembly, profile {profile}"));
    // Not as a Rust library: those get no link-time optimisation.
    let mut cargo =
        process::cargo(["rustc", "-p", "engine-bench", "--lib", "--crate-type", "cdylib"]);
    process::run(cargo.args(["--target", WASM_TARGET, "--profile", profile]))?;
    let wasm = repository::target()?.join(WASM_TARGET).join(profile).join("engine_bench.wasm");
    let mut bindgen = tools::wasm_bindgen()?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir"]);
    process::run(bindgen.arg(folder).arg(wasm))?;
    let script = repository::root().join("benches/engine/measure.js");
    fs::copy(&script, folder.join("measure.js"))
        .with_context(|| format!("cannot copy {}", script.display()))?;
    fs::write(folder.join("index.html"), PAGE.replace("SIZES", &format!("{sizes:?}")))?;
    Ok(())
}

/// A table for each number of entries: a row for each part, a column for each environment.
fn shown(columns: &[(&str, Vec<Timed>)]) -> String {
    let Some((_, native)) = columns.first() else { return String::new() };
    let mut text = String::new();
    for n_entries in sizes(native) {
        let name = format!("{n_entries} × 20 questions, least time");
        let mut head = vec![name.as_str()];
        head.extend(columns.iter().map(|(name, _)| *name));
        head.push("of budget");
        let parts = native.iter().filter(|part| part.n_entries == n_entries);
        let rows: Vec<Vec<String>> = parts
            .map(|part| {
                let is_part = |time: &&Timed| time.n_entries == n_entries && time.what == part.what;
                let of = |times: &[Timed]| times.iter().find(is_part).map(|time| time.least_ms);
                let times: Vec<_> = columns.iter().map(|(_, times)| of(times)).collect();
                let mut row = vec![part.what.clone()];
                row.extend(times.iter().map(|least| least.map_or_else(String::new, time)));
                let last = times.last().copied().flatten();
                row.push(last.map_or_else(String::new, |least| ratio(least, part.budget_ms)));
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
    fn only_what_has_a_budget_is_beside_it() {
        let took = |what: &str, n_entries, least_ms, budget_ms| Timed {
            what: what.to_owned(),
            n_entries,
            least_ms,
            median_ms: least_ms,
            n_runs: 1,
            budget_ms,
        };
        let times = vec![
            took("rank", 50, 0.01, None),
            took("all", 50, 0.5, Some(1.0)),
            took("all", 900, 4.0, Some(16.0)),
        ];
        let printed = shown(&[("native", times)]);
        let lines = |what: &str| -> Vec<_> {
            printed.lines().filter(|line| line.starts_with(what)).map(str::trim_end).collect()
        };
        assert!(lines("rank")[0].ends_with("10.0 µs"), "{printed}");
        assert!(lines("all")[0].ends_with("0.50 ×"), "{printed}");
        assert!(lines("all")[1].ends_with("0.25 ×"), "{printed}");
    }
}
