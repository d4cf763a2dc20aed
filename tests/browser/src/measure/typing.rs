//! Typing into the search: what a key press takes until the letter is on the screen, and until what it
//! finds is; and for comparison what a letter takes in a field with nothing around it.
//!
//! # What this module does not do
//! It does not count the wait for the screen's next refresh before the letter: the time is that in which
//! the page works, from the key press to the end of its handling, and from the start of the frame to its
//! end. What is below the time of one frame is in the next one. The time until what is found is on the
//! screen is all that passes, waiting too.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{median, slow_down};
use crate::Page;
use crate::driver::Browser;
use crate::server::Server;
use crate::site::Site;

/// What is typed, and taken back: names, languages, slips, and what nothing is found for.
const WORDS: [&str; 4] = ["django", "pyhton", "rub", "zzzz"];

/// The field with nothing around it.
const ALONE: &str = "<div id=app data-ready><input id=search type=search></div>";

/// Takes the times of every key.
const WATCH: &str = "
    self.letters = [];
    self.lists = [];
    const after = (then) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => then(performance.now());
        channel.port2.postMessage(0);
    };
    let pressed = 0;
    let searched = null;
    addEventListener('keydown', () => { pressed = performance.now(); }, true);
    addEventListener('input', () => {
        const start = pressed;
        let handled = 0;
        searched = start;
        after((now) => { handled = now; });
        requestAnimationFrame(() => {
            const frame = performance.now();
            after((now) => letters.push(
                handled ? [handled - start, now - frame] : [frame - start, now - frame],
            ));
        });
    }, true);
    new MutationObserver(() => {
        if (searched === null) return;
        const start = searched;
        searched = null;
        requestAnimationFrame(() => after((now) => lists.push(now - start)));
    }).observe(document.getElementById('app'), {
        subtree: true, childList: true, attributes: true, characterData: true,
    });";

/// Types with the processor slowed down and as it is; gives median and most.
///
/// # Errors
/// Where the browser or the page does not do what it should.
pub async fn measure(browser: &Browser, dist: &Path) -> Result<Value> {
    let alone = Site::new(ALONE)?;
    let mut figures = Vec::new();
    for slowdown in [4, 1] {
        for (what, folder, finds) in
            [("page", dist, true), ("the field alone", alone.folder(), false)]
        {
            let server = Server::start(folder).await?;
            let page = Page::new(browser, server.origin());
            page.open("").await?;
            slow_down(browser, slowdown).await?;
            let (letters, lists) = typed(&page, finds).await?;
            slow_down(browser, 1).await?;
            let part = |at: usize| letters.iter().map(move |one| one[at]).collect::<Vec<_>>();
            let both: Vec<_> = letters.iter().map(|[handled, frame]| handled + frame).collect();
            figures.push(json!({
                "what": what,
                "slowdown": slowdown,
                "least_ms": both.iter().copied().fold(f64::MAX, f64::min),
                "median_ms": median(both.clone()),
                "most_ms": both.iter().copied().fold(0.0, f64::max),
                "handled_ms": median(part(0)),
                "frame_ms": median(part(1)),
                "found_ms": median(lists.clone()),
                "most_found_ms": lists.into_iter().max_by(f64::total_cmp),
                "n_keys": letters.len(),
            }));
        }
    }
    Ok(Value::Array(figures))
}

/// Types, and gives for each key what its handling and its frame took, and what passed until what it
/// finds was on the screen, where the page finds anything.
async fn typed(page: &Page<'_>, finds: bool) -> Result<(Vec<[f64; 2]>, Vec<f64>)> {
    page.run(WATCH).await?;
    page.click("#search").await?;
    let mut n_typed = 0;
    for word in WORDS {
        for key in word.chars().chain(word.chars().map(|_| '\u{e003}')) {
            page.type_text(&key.to_string()).await?;
            n_typed += 1;
            let n_lists = if finds { n_typed } else { 0 };
            let is_shown = format!("letters.length >= {n_typed} && lists.length >= {n_lists}");
            page.wait_until(&is_shown, "the key is shown").await?;
        }
    }
    let seen = page.run("return [letters, lists]").await?;
    let letters: Vec<[f64; 2]> = serde_json::from_value(seen[0].clone()).context("no letters")?;
    let lists: Vec<f64> = serde_json::from_value(seen[1].clone()).context("no lists")?;
    ensure!(letters.len() == n_typed, "{} of {n_typed} keys", letters.len());
    Ok((letters, lists))
}
