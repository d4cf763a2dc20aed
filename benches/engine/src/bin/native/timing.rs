//! How long a function takes. The median of many runs is robust against other load on the machine.

use std::hint::black_box;
use std::time::{Duration, Instant};

use serde::Serialize;

/// How often each function is measured.
const N_RUNS: usize = 15;
/// The shortest measurement. A function that takes less is repeated within one measurement.
const LEAST: Duration = Duration::from_micros(500);

/// How long something took.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Timed {
    /// What was timed.
    pub(crate) what: &'static str,
    /// How many entries the catalog had.
    pub(crate) n_entries: usize,
    /// The minimum, in milliseconds.
    pub(crate) least_ms: f64,
    /// The median.
    pub(crate) median_ms: f64,
    /// How many times it was measured.
    pub(crate) n_runs: usize,
    /// How long it may take in a browser, if there is a budget.
    pub(crate) budget_ms: Option<f64>,
}

/// The times of a function.
pub(crate) fn timing<T>(mut function: impl FnMut() -> T) -> Timed {
    let mut measure = |n_times: u32| {
        let start = Instant::now();
        for _ in 0..n_times {
            // Dropping the result is part of the cost in the page too.
            drop(black_box(function()));
        }
        start.elapsed()
    };
    let once = measure(1).max(Duration::from_nanos(1));
    let n_times = u32::try_from(LEAST.as_nanos() / once.as_nanos()).unwrap_or(u32::MAX).max(1);
    let mut all: Vec<_> = (0..N_RUNS).map(|_| measure(n_times) / n_times).collect();
    all.sort_unstable();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    Timed {
        least_ms: milliseconds(all[0]),
        median_ms: milliseconds(all[N_RUNS / 2]),
        n_runs: N_RUNS,
        ..Timed::default()
    }
}
