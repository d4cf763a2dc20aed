//! Typing into the search: the time from a key press until the letter is painted, and until the
//! search results are. For comparison, the same keys go to another build and to an input alone on a
//! page; all take turns after each key.
//!
//! `handled` and `frame` are the time in which the page works for the letter: from the key press to
//! the end of its handling, and from the start of the next frame to its end. The wait for the
//! screen's next refresh lies between the two and is left out. `letter` and `found` are the whole
//! elapsed time, including that wait.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::median;
use super::probe::{Act, Build, Times};
use crate::site::Site;

/// What is typed and deleted: names, languages, typos, and a word without results.
const WORDS: [&str; 4] = ["django", "pyhton", "rub", "zzzz"];
/// How many times all of it is typed. The very first key is not counted.
const N_TIMES: usize = 1;
/// The key that deletes a letter.
const BACKSPACE: char = '\u{e003}';

/// The page with an input alone.
const ALONE: &str = "<div id=app data-ready><input id=search type=search></div>";
/// The search field.
pub(super) const FIELD: &str = "//input[@type='search']";

/// Types with the processor slowed down and at full speed; returns median and maximum.
///
/// # Errors
/// If the browser or the page does not behave as expected.
pub async fn measure(dist: &Path, beside: Option<&Path>) -> Result<Value> {
    let alone = Site::new(ALONE)?;
    let page = [("page", dist)].into_iter();
    let beside = beside.map(|folder| ("page beside", folder));
    let subjects: Vec<_> =
        page.chain(beside).chain([("the field alone", alone.folder())]).collect();
    let mut builds = Vec::new();
    for (_, folder) in &subjects {
        builds.push(Build::start(folder).await?);
    }
    let mut all = Vec::new();
    for slowdown in [4, 1] {
        for build in &builds {
            build.open("", slowdown).await?;
            build.click(FIELD).await?;
        }
        let keys = typed(&builds).await?;
        for ((what, _), keys) in subjects.iter().zip(keys) {
            all.push(figures(what, slowdown, &keys)?);
        }
    }
    Ok(Value::Array(all))
}

/// Types, and returns the times of each key in each build.
pub(super) async fn typed(builds: &[Build]) -> Result<Vec<Vec<Times>>> {
    let mut keys = vec![Vec::new(); builds.len()];
    let mut n_typed = 0;
    for word in [WORDS; N_TIMES].concat() {
        let mut text = String::new();
        for key in word.chars().chain(word.chars().map(|_| BACKSPACE)) {
            if key == BACKSPACE {
                text.pop();
            } else {
                text.push(key);
            }
            let is_typed = format!("document.activeElement.value === {}", json!(text));
            for turn in 0..builds.len() {
                let at = if n_typed % 2 == 0 { turn } else { builds.len() - 1 - turn };
                let times = builds[at].time(Act::Press(key), &is_typed).await?;
                if n_typed > 0 {
                    keys[at].push(times);
                }
            }
            n_typed += 1;
        }
    }
    Ok(keys)
}

fn figures(what: &str, slowdown: u32, keys: &[Times]) -> Result<Value> {
    let each = |part: fn(&Times) -> Option<f64>| -> Result<Vec<f64>> {
        keys.iter().map(|key| part(key).context("a key was not handled")).collect()
    };
    let both = each(|key| Some(key.handled? + key.frame?))?;
    let letters = each(|key| key.letter)?;
    // A key that does not change the list changes only the letter.
    let found: Vec<_> = keys.iter().filter_map(|key| key.painted).collect();
    Ok(json!({
        "what": what,
        "slowdown": slowdown,
        "least_ms": both.iter().copied().fold(f64::MAX, f64::min),
        "median_ms": median(both.clone()),
        "most_ms": both.iter().copied().fold(0.0, f64::max),
        "handled_ms": median(each(|key| key.handled)?),
        "frame_ms": median(each(|key| key.frame)?),
        "letter_ms": median(letters),
        "found_ms": median(found.clone()),
        "most_found_ms": found.into_iter().max_by(f64::total_cmp),
        "n_keys": keys.len(),
    }))
}
