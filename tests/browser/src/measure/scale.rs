//! The page of a catalog with many entries, at full speed: a letter in the search, and a facet.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::interactions::FACET;
use super::probe::{Build, Times};
use super::{median, typing};

/// How many times the facet is set and cleared. The first time is not counted.
const N_ROUNDS: usize = 5;

/// Sets and clears a facet, then types; returns medians and maxima.
///
/// # Errors
/// If the browser or the page does not behave as expected.
pub async fn measure(dist: &Path) -> Result<Value> {
    let build = Build::start(dist).await?;
    build.open("", 1).await?;
    let mut facet = vec![Vec::new(); FACET.len()];
    for round in 0..=N_ROUNDS {
        for (step, times) in FACET.iter().zip(&mut facet) {
            let painted = build.time(step.act, step.shown).await?.painted;
            if round > 0 {
                times.push(painted.context("nothing changed that can be seen")?);
            }
        }
    }
    let builds = [build];
    builds[0].click(typing::FIELD).await?;
    let keys = typing::typed(&builds).await?.concat();
    let mut all: Vec<_> = FACET
        .iter()
        .zip(facet)
        .map(|(step, times)| figures(step.what.unwrap_or_default(), times))
        .collect();
    let key = |part: fn(&Times) -> Option<f64>| keys.iter().filter_map(part).collect();
    all.push(figures("a letter, until it is painted", key(|key| key.letter)));
    all.push(figures("a letter, until what it finds is painted", key(|key| key.painted)));
    Ok(Value::Array(all))
}

fn figures(what: &str, times: Vec<f64>) -> Value {
    let most = times.iter().copied().reduce(f64::max);
    json!({ "what": what, "n": times.len(), "median_ms": median(times), "most_ms": most })
}
