//! The built page in a browser; `measure` among the browser tests measures it.

use core::fmt::Write as _;

use anyhow::Context;
use serde_json::Value;

use super::show::{ratio, table, time};
use crate::{browsers, dist, process};

/// The greatest first paint, as a multiple of that of the page without scripts.
const PAINT: f64 = 1.05;
/// The most milliseconds of blocking, at a quarter of the speed.
const BLOCKED: f64 = 50.0;
/// The most milliseconds from a key press to the frame, at a quarter of the speed.
const KEY: f64 = 16.0;
/// The most bytes that a program's memory may grow by over ten thousand actions.
const GROWN: f64 = 1_048_576.0;

/// Builds, measures and prints; gives the figures, and a complaint where the soak has left behind what it
/// must not.
///
/// # Errors
/// Where the page cannot be built, or does not do what it should.
pub(super) fn measure() -> anyhow::Result<(Value, Option<String>)> {
    let browser = browsers::chromium()?;
    let built = dist::build()?;
    process::say("measuring the page in a browser");
    let mut run =
        process::cargo(["run", "--quiet", "-p", "browser-tests", "--bin", "measure", "--"]);
    run.args(["loading", "typing", "soak"]).env("STACKFIT_DIST", built.folder());
    let printed = process::output(browser.tell(&mut run)).context("the page was not measured")?;
    let found: Value = serde_json::from_str(&printed)?;
    process::print(&format!("\n{}", shown(&found)))?;
    let complaint = complaint(&found["soak"]);
    Ok((found, complaint))
}

/// What is wrong after the random actions: unlike times, this is the same on every machine.
fn complaint(soak: &Value) -> Option<String> {
    let n_errors = soak["console_errors"].as_u64().unwrap_or(u64::MAX);
    let grown = grown(soak);
    let errors = (n_errors > 0).then(|| format!("the console has {n_errors} errors"));
    let memory = (grown >= GROWN).then(|| format!("wasm memory grew by {grown} bytes"));
    let all: Vec<_> = errors.into_iter().chain(memory).collect();
    (!all.is_empty()).then(|| format!("after the random actions {}", all.join(", and ")))
}

/// By how many bytes the memory of that program grew that grew more.
fn grown(soak: &Value) -> f64 {
    let of = |program: &str| soak["grown"][program].as_f64().unwrap_or(f64::MAX);
    of("wasm").max(of("analysis"))
}

fn shown(found: &Value) -> String {
    let none = Vec::new();
    let list = |of: &Value| of.as_array().unwrap_or(&none).clone();
    let figure = |of: &Value, name: &str| of[name].as_f64().unwrap_or(f64::NAN);
    let loading = list(&found["loading"]);
    let still = |one: &Value, name: &str| {
        let at = |other: &&Value| {
            other["slowdown"] == one["slowdown"] && other["what"] == "page without scripts"
        };
        loading.iter().find(at).map(|other| figure(other, name))
    };
    let beside = |one: &Value, name: &str| ratio(figure(one, name), still(one, name));
    let rows: Vec<_> = loading
        .iter()
        .map(|one| {
            vec![
                one["what"].as_str().unwrap_or_default().to_owned(),
                format!("{} ×", one["slowdown"]),
                time(figure(one, "paint_ms")),
                beside(one, "paint_ms"),
                time(figure(one, "least_paint_ms")),
                beside(one, "least_paint_ms"),
                format!("{:.4}", figure(one, "shift")),
                time(figure(one, "blocked_ms")),
            ]
        })
        .collect();
    let paint = format!("of no scripts ({PAINT} ×)");
    let blocked = format!("blocked (< {BLOCKED} ms at 4 ×)");
    let head = [
        "loading",
        "slowed",
        "first paint",
        &paint,
        "least",
        "of no scripts",
        "shift (0)",
        &blocked,
    ];
    let mut text = table(&head, &rows);
    let until = |one: &Value, name: &str| one[name].as_f64().map(time).unwrap_or_default();
    let rows: Vec<_> = list(&found["typing"])
        .iter()
        .map(|one| {
            vec![
                one["what"].as_str().unwrap_or_default().to_owned(),
                format!("{} ×", one["slowdown"]),
                time(figure(one, "handled_ms")),
                time(figure(one, "frame_ms")),
                time(figure(one, "least_ms")),
                time(figure(one, "median_ms")),
                ratio(figure(one, "median_ms"), Some(KEY)),
                time(figure(one, "most_ms")),
                ratio(figure(one, "most_ms"), Some(KEY)),
                until(one, "found_ms"),
                until(one, "most_found_ms"),
            ]
        })
        .collect();
    let budget = format!("of {KEY} ms");
    let head = [
        "letter in the search",
        "slowed",
        "handling",
        "frame",
        "least",
        "median",
        &budget,
        "most",
        &budget,
        "until found",
        "most",
    ];
    let _ = write!(text, "\n{}", table(&head, &rows));
    let soak = &found["soak"];
    let rows: Vec<_> = list(&soak["steps"])
        .iter()
        .map(|step| {
            let shown = |name: &str| format!("{}", figure(step, name));
            let mut row = vec![format!("after {} random actions", step["n_actions"])];
            row.extend(["wasm", "analysis", "heap", "nodes", "listeners"].map(shown));
            row
        })
        .collect();
    let head =
        ["memory", "page, bytes", "statements, bytes", "scripts, bytes", "nodes", "listeners"];
    let _ = write!(text, "\n{}", table(&head, &rows));
    let grown = grown(soak);
    let _ = writeln!(text, "wasm memory grew by {} 1 MiB", ratio(grown, Some(GROWN)));
    let _ = writeln!(text, "errors in the console: {}", soak["console_errors"]);
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_the_soak_leaves_behind_is_held_to_its_budget() {
        let soak = |grown: u32, errors: u32| -> Value {
            json!({ "grown": { "wasm": 0, "analysis": grown }, "console_errors": errors })
        };
        assert_eq!(complaint(&soak(1_048_575, 0)), None);
        assert!(complaint(&soak(1_048_576, 0)).is_some());
        assert!(complaint(&soak(0, 1)).is_some_and(|said| said.contains("1 errors")));
        assert!(complaint(&Value::Null).is_some(), "what was not measured is not kept");
    }

    #[test]
    fn figures_are_shown_beside_what_they_are_held_to() {
        let load = |what: &str, paint: f64| {
            json!({
                "what": what, "slowdown": 4, "paint_ms": paint, "least_paint_ms": paint, "shift": 0,
                "blocked_ms": 7,
            })
        };
        let printed = shown(&json!({
            "loading": [load("page", 110.0), load("page without scripts", 100.0)],
            "typing": [{ "what": "page", "slowdown": 4, "median_ms": 8, "most_ms": 20, "n_keys": 3 }],
            "soak": {
                "steps": [{ "n_actions": 0, "wasm": 1, "analysis": 1, "heap": 2, "nodes": 3, "listeners": 4 }],
                "grown": { "wasm": 524_288, "analysis": 1 },
            },
        }));
        for sign in ["1.10 ×", "0.50 ×", "1.25 ×", "grew by 0.50 × 1 MiB"] {
            assert!(printed.contains(sign), "{sign} in {printed}");
        }
    }
}
