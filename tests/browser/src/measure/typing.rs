//! Typing into the search: what a key press takes until the frame that shows what it found is drawn.
//!
//! # What this module does not do
//! It does not count the wait for the screen's next refresh: the time is that in which the page works,
//! from the key press to the end of its handling, and from the start of the frame to its end. What is
//! below the time of one frame is in the next one.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{median, slow_down};
use crate::Page;
use crate::driver::Browser;
use crate::server::Server;

/// What is typed, and taken back: names, languages, slips, and what nothing is found for.
const WORDS: [&str; 4] = ["django", "pyhton", "rub", "zzzz"];

/// Takes the times of every key.
const WATCH: &str = "
    self.typed = [];
    const after = (then) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => then(performance.now());
        channel.port2.postMessage(0);
    };
    let pressed = 0;
    addEventListener('keydown', () => { pressed = performance.now(); }, true);
    addEventListener('input', () => {
        const start = pressed;
        let handled = 0;
        after((now) => { handled = now; });
        requestAnimationFrame(() => {
            const frame = performance.now();
            after((now) => typed.push(
                handled ? [handled - start, now - frame] : [frame - start, now - frame],
            ));
        });
    }, true);";

/// Types with the processor slowed down and as it is; gives median and most.
///
/// # Errors
/// Where the browser or the page does not do what it should.
pub async fn measure(browser: &Browser, dist: &Path) -> Result<Value> {
    let server = Server::start(dist).await?;
    let page = Page::new(browser, server.origin());
    let mut figures = Vec::new();
    for slowdown in [4, 1] {
        page.open("").await?;
        slow_down(browser, slowdown).await?;
        page.run(WATCH).await?;
        page.click("#search").await?;
        let mut n_typed = 0;
        for word in WORDS {
            for key in word.chars().chain(word.chars().map(|_| '\u{e003}')) {
                page.type_text(&key.to_string()).await?;
                n_typed += 1;
                page.wait_until(&format!("typed.length >= {n_typed}"), "the key is shown").await?;
            }
        }
        let typed = page.run("return typed").await?;
        let typed = typed.as_array().context("no times")?;
        let part = |at: usize| typed.iter().filter_map(move |one| one[at].as_f64());
        let (handled, frame): (Vec<_>, Vec<_>) = (part(0).collect(), part(1).collect());
        let both: Vec<_> = handled.iter().zip(&frame).map(|(one, other)| one + other).collect();
        ensure!(both.len() == n_typed, "{} of {n_typed} keys", both.len());
        figures.push(json!({
            "slowdown": slowdown,
            "least_ms": both.iter().copied().fold(f64::MAX, f64::min),
            "median_ms": median(both.clone()),
            "most_ms": both.iter().copied().fold(0.0, f64::max),
            "handled_ms": median(handled),
            "frame_ms": median(frame),
            "n_keys": n_typed,
        }));
        slow_down(browser, 1).await?;
    }
    Ok(Value::Array(figures))
}
