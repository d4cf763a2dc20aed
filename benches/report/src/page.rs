//! The figures of the built page, which the program `measure` among the browser tests prints as JSON.

use serde_json::Value;

pub use crate::limits::Held;
use crate::{limits, tables};

/// The maximum growth of a program's memory over ten thousand actions, in bytes.
const GROWN: f64 = 1_048_576.0;

/// What people read, and what is over its limit.
#[derive(Clone, Debug)]
pub struct Report {
    /// Tables of all figures.
    pub text: String,
    /// The times with their limits.
    pub held: Vec<Held>,
    /// The limits that are exceeded, as sentences; also those of what was not measured.
    pub complaints: Vec<String>,
}

/// Reports what was found about the page.
#[must_use]
pub fn report(found: &Value) -> Report {
    let held = limits::held(found);
    let (soak, limits) = (soaked(&found["soak"]), limits::shown(&held));
    let text = format!("{}{soak}\n{limits}", tables::shown(found));
    let times = held.iter().filter_map(Held::complaint);
    let complaints = times.chain(shifts(&found["loading"])).chain(complaint(&found["soak"]));
    Report { text, complaints: complaints.collect(), held }
}

/// Whether the page shifts while it loads, in most loads.
fn shifts(loading: &Value) -> Option<String> {
    let loads = loading.as_array().map(Vec::as_slice).unwrap_or_default();
    let pages = loads.iter().filter(|one| one["what"] == "page");
    let most = pages.filter_map(|one| one["shift"].as_f64()).reduce(f64::max);
    match most {
        Some(0.0) => None,
        Some(shift) => Some(format!("the layout shifts by {shift:.4} while the page loads")),
        None => Some("it was not measured whether the layout shifts".to_owned()),
    }
}

/// The failure of the soak test, if any.
fn complaint(soak: &Value) -> Option<String> {
    let n_errors = soak["console_errors"].as_u64().unwrap_or(u64::MAX);
    let grown = grown(soak);
    let errors = (n_errors > 0).then(|| format!("the console has {n_errors} errors"));
    let memory = (grown >= GROWN).then(|| format!("wasm memory grew by {grown} bytes"));
    let all: Vec<_> = errors.into_iter().chain(memory).collect();
    (!all.is_empty()).then(|| format!("after the random actions {}", all.join(", and ")))
}

fn soaked(soak: &Value) -> String {
    let grown = grown(soak) / GROWN;
    let n_errors = &soak["console_errors"];
    format!("wasm memory grew by {grown:.2} × 1 MiB\nerrors in the console: {n_errors}\n")
}

/// The greater of the two programs' memory growth, in bytes.
fn grown(soak: &Value) -> f64 {
    let of = |program: &str| soak["grown"][program].as_f64().unwrap_or(f64::MAX);
    of("wasm").max(of("explain"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_the_soak_leaves_behind_is_held_to_its_budget() {
        let soak = |grown: u32, errors: u32| -> Value {
            json!({ "grown": { "wasm": 0, "explain": grown }, "console_errors": errors })
        };
        assert_eq!(complaint(&soak(1_048_575, 0)), None);
        assert!(complaint(&soak(1_048_576, 0)).is_some());
        assert!(complaint(&soak(0, 1)).is_some_and(|said| said.contains("1 errors")));
        assert!(complaint(&Value::Null).is_some(), "what was not measured is not kept");
        assert!(soaked(&soak(524_288, 0)).contains("grew by 0.50 × 1 MiB"));
    }

    #[test]
    fn a_page_that_shifts_is_found_out() {
        let loads = |shift: f64| {
            json!([
                { "what": "page without scripts", "slowdown": 4, "shift": 0.5 },
                { "what": "page", "slowdown": 4, "shift": shift },
                { "what": "page", "slowdown": 1, "shift": 0 },
            ])
        };
        assert_eq!(shifts(&loads(0.0)), None);
        assert!(shifts(&loads(0.25)).is_some_and(|said| said.contains("0.2500")));
        assert!(shifts(&Value::Null).is_some(), "what was not measured is not kept");
    }
}
