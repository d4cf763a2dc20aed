//! The measurements of the page, as tables.

use core::fmt::Write as _;

use serde_json::Value;

use crate::show::{ratio, table, time};

/// All tables except that of the limits.
pub(crate) fn shown(found: &Value) -> String {
    let mut text = loading(list(&found["loading"]));
    let _ = write!(text, "\n{}", arriving(list(&found["arriving"])));
    let _ = write!(text, "\n{}", typing(list(&found["typing"])));
    let soak = &found["soak"];
    let _ = write!(text, "\n{}", memory("", list(&soak["steps"])));
    if soak["beside"].is_object() {
        let _ = write!(text, "{}", memory("beside: ", list(&soak["beside"]["steps"])));
    }
    text
}

fn loading(loads: &[Value]) -> String {
    let still = |one: &Value, name: &str| {
        let at = |other: &&Value| {
            other["slowdown"] == one["slowdown"] && other["what"] == "page without scripts"
        };
        loads.iter().find(at).map(|other| figure(other, name))
    };
    let beside = |one: &Value, name: &str| ratio(figure(one, name), still(one, name));
    let row = |one: &Value| {
        vec![
            name(one),
            slowed(one),
            time(figure(one, "paint_ms")),
            beside(one, "paint_ms"),
            time(figure(one, "least_paint_ms")),
            beside(one, "least_paint_ms"),
            format!("{:.4}", figure(one, "shift")),
            format!("{:.4}", figure(one, "most_shift")),
            time(figure(one, "blocked_ms")),
        ]
    };
    let head = [
        "loading",
        "slowed",
        "first paint",
        "of no scripts",
        "least",
        "of no scripts",
        "shift",
        "most",
        "blocked",
    ];
    table(&head, &loads.iter().map(row).collect::<Vec<_>>())
}

fn arriving(loads: &[Value]) -> String {
    let shown = |one: &Value, name: &str| one[name].as_f64().map(time).unwrap_or_default();
    let of_paint = |one: &Value| {
        let both = one["usable_ms"].as_f64().zip(one["used_paint_ms"].as_f64());
        both.map(|(usable, paint)| ratio(usable, Some(paint))).unwrap_or_default()
    };
    let row = |one: &Value| {
        let times = ["paint_ms", "blocked_ms", "facet_ms", "search_ms", "usable_ms"];
        let mut row = vec![name(one), slowed(one)];
        row.extend(times.map(|name| shown(one, name)));
        row.extend([of_paint(one), shown(one, "everything_ms")]);
        row
    };
    let head = [
        "loading at 1.6 Mbit/s",
        "slowed",
        "first paint",
        "blocked",
        "a facet filters",
        "the search answers",
        "usable",
        "of first paint",
        "everything there",
    ];
    table(&head, &loads.iter().map(row).collect::<Vec<_>>())
}

fn typing(fields: &[Value]) -> String {
    let until = |one: &Value, name: &str| one[name].as_f64().map(time).unwrap_or_default();
    let row = |one: &Value| {
        vec![
            name(one),
            slowed(one),
            time(figure(one, "handled_ms")),
            time(figure(one, "frame_ms")),
            time(figure(one, "least_ms")),
            time(figure(one, "median_ms")),
            time(figure(one, "most_ms")),
            until(one, "letter_ms"),
            until(one, "found_ms"),
            until(one, "most_found_ms"),
        ]
    };
    let head = [
        "letter in the search",
        "slowed",
        "handling",
        "frame",
        "both, least",
        "median",
        "most",
        "to next paint",
        "until found",
        "most",
    ];
    table(&head, &fields.iter().map(row).collect::<Vec<_>>())
}

fn memory(build: &str, steps: &[Value]) -> String {
    let row = |step: &Value| {
        let shown = |name: &str| format!("{}", figure(step, name));
        let mut row = vec![format!("{build}after {} random actions", step["n_actions"])];
        row.extend(["wasm", "explain", "heap", "nodes", "listeners"].map(shown));
        row
    };
    let head =
        ["memory", "page, bytes", "statements, bytes", "scripts, bytes", "nodes", "listeners"];
    table(&head, &steps.iter().map(row).collect::<Vec<_>>())
}

fn list(of: &Value) -> &[Value] {
    of.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn figure(of: &Value, name: &str) -> f64 {
    of[name].as_f64().unwrap_or(f64::NAN)
}

fn name(one: &Value) -> String {
    one["what"].as_str().unwrap_or_default().to_owned()
}

fn slowed(one: &Value) -> String {
    format!("{} ×", one["slowdown"])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn figures_are_shown_beside_what_they_are_compared_with() {
        let load = |what: &str, paint: f64| {
            json!({
                "what": what, "slowdown": 4, "paint_ms": paint, "least_paint_ms": paint, "shift": 0,
                "most_shift": 0.002, "blocked_ms": 7,
            })
        };
        let printed = shown(&json!({
            "loading": [load("page", 110.0), load("page without scripts", 100.0)],
            "arriving": [{ "what": "page", "slowdown": 4, "usable_ms": 900, "used_paint_ms": 300 }],
            "typing": [{ "what": "page", "slowdown": 4, "median_ms": 8, "letter_ms": 20.5 }],
            "soak": {
                "steps": [{ "n_actions": 0, "wasm": 1, "explain": 1, "heap": 2, "nodes": 3, "listeners": 4 }],
                "beside": { "steps": [{ "n_actions": 1_000, "wasm": 77_777 }] },
            },
        }));
        for sign in ["1.10 ×", "0.0020", "3.00 ×", "20.50 ms", "beside: after 1000", "77777"] {
            assert!(printed.contains(sign), "{sign} in {printed}");
        }
    }
}
