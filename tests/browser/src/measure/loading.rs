//! Loading: the first contentful paint, layout shift and blocking time of the page, of the same page
//! without its scripts, and of both in a frame of another site.
//!
//! All of them, and another build if one is given, are loaded alternately, so that a temporary
//! slowdown of the machine affects them alike. Everything is served locally and uncompressed:
//! [`super::arriving`] measures the network.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tokio::time::sleep;

use super::{median, number, run_first, slow_down};
use crate::Page;
use crate::driver::Browser;
use crate::server::Server;
use crate::site::Site;

/// How often each page is loaded.
const N_LOADS: usize = 15;
/// The pause between two loads.
const REST: Duration = Duration::from_millis(300);
/// The slowdown at which blocking is measured.
const SLOWDOWN: u32 = 4;

/// Collects the browser's entries for paint, layout shift and long tasks.
pub(super) const OBSERVE: &str = "
    self.seen = { paint: null, shift: 0, long: [], last: 0 };
    const on = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take))
        .observe({ type, buffered: true });
    on('paint', (one) => { if (one.name === 'first-contentful-paint') seen.paint = one.startTime; });
    on('layout-shift', (one) => { if (!one.hadRecentInput) seen.shift += one.value; });
    on('longtask', (one) => {
        seen.long.push([one.startTime, one.duration]);
        seen.last = one.startTime + one.duration;
    });
    on('resource', (one) => { seen.last = Math.max(seen.last, one.responseEnd); });
    addEventListener('load', () => { seen.last = Math.max(seen.last, performance.now()); });
";
/// The page is painted, and nothing has happened for half a second.
pub(super) const QUIET: &str = "self.seen && seen.paint !== null && document.readyState === 'complete' \
    && performance.now() - Math.max(seen.last, seen.paint) > 500";
/// The collected figures. Blocking time is the part of long tasks beyond 50 ms, from the first
/// paint on.
pub(super) const READ: &str =
    "return { paint: seen.paint, shift: seen.shift, last: seen.last, blocked: seen.long
    .map(([start, time]) => Math.max(0, Math.min(time - 50, start + time - seen.paint - 50)))
    .reduce((sum, time) => sum + time, 0) }";

/// Loads all of them, at full speed and slowed down, and returns the medians.
///
/// # Errors
/// If the browser or the page does not behave as expected.
pub async fn measure(browser: &Browser, dist: &Path, beside: Option<&Path>) -> Result<Value> {
    let plain = without_scripts(dist)?;
    let (page, plain) = (Server::start(dist).await?, Server::start(plain.folder()).await?);
    let frame = |server: &Server| {
        Site::new(&format!("<iframe width=900 height=700 src='{}/'></iframe>", server.origin()))
    };
    let (framed, plain_framed) = (frame(&page)?, frame(&plain)?);
    let framed = Server::start(framed.folder()).await?;
    let plain_framed = Server::start(plain_framed.folder()).await?;
    let beside = match beside {
        Some(folder) => Some(Server::start(folder).await?),
        None => None,
    };
    run_first(browser, OBSERVE).await?;
    let mut all = vec![
        ("page", &page, false, true),
        ("page without scripts", &plain, false, false),
        ("page in a frame", &framed, true, true),
        ("page without scripts in a frame", &plain_framed, true, false),
    ];
    all.extend(beside.as_ref().map(|server| ("page beside", server, false, true)));
    let mut figures = Vec::new();
    for slowdown in [1, SLOWDOWN] {
        slow_down(browser, slowdown).await?;
        let mut seen = vec![Vec::new(); all.len()];
        // The first round warms up the browser.
        for round in 0..=N_LOADS {
            for turn in 0..all.len() {
                // The order alternates, so that no page always follows the same one.
                let at = if round % 2 == 0 { turn } else { all.len() - 1 - turn };
                let (_, server, in_frame, is_alive) = all[at];
                let one = load(browser, server, in_frame, is_alive).await?;
                if round > 0 {
                    seen[at].push(one);
                }
            }
        }
        for ((what, ..), seen) in all.iter().zip(seen) {
            let all = |name: &str| -> Result<Vec<f64>> {
                seen.iter().map(|one| number(one, name)).collect()
            };
            let middle = |name: &str| median(all(name)?).context("nothing was loaded");
            figures.push(json!({
                "what": what,
                "slowdown": slowdown,
                "paint_ms": middle("paint")?,
                "least_paint_ms": all("paint")?.into_iter().fold(f64::MAX, f64::min),
                "shift": middle("shift")?,
                "most_shift": all("shift")?.into_iter().fold(0.0, f64::max),
                "blocked_ms": middle("blocked")?,
                "n_loads": seen.len(),
            }));
        }
    }
    slow_down(browser, 1).await?;
    Ok(Value::Array(figures))
}

async fn load(browser: &Browser, server: &Server, in_frame: bool, is_alive: bool) -> Result<Value> {
    let page = Page::new(browser, server.origin());
    // The old document is gone.
    page.go("about:blank").await?;
    sleep(REST).await;
    page.go(&format!("{}/", server.origin())).await?;
    if in_frame {
        browser.client().enter_frame(0).await.context("there is no frame")?;
    }
    if is_alive {
        page.wait_until_ready().await?;
    }
    page.wait_until(QUIET, "the page is painted and quiet").await?;
    let seen = page.run(READ).await?;
    if in_frame {
        page.leave_frame().await?;
    }
    Ok(seen)
}

/// A site with only the page's markup and styles.
pub(super) fn without_scripts(dist: &Path) -> Result<Site> {
    let site = Site::new("")?;
    let page = fs::read_to_string(dist.join("index.html"))?;
    fs::write(site.folder().join("index.html"), still(&page))?;
    Ok(site)
}

/// The page without scripts, and without the resources that are fetched for them.
fn still(page: &str) -> String {
    let mut still = page.to_owned();
    for (start, end) in
        [("<script", "</script>"), ("<link rel=\"preload\"", ">"), ("<link rel=preload", ">")]
    {
        while let Some(from) = still.find(start) {
            let to = still[from..].find(end).map_or(still.len(), |to| from + to + end.len());
            still.replace_range(from..to, "");
        }
    }
    still
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_scripts_keeps_everything_else() {
        let page = "<link rel=preload as=fetch href=a.wasm><style>a{}</style><script defer src=a.js>\
            </script><p>text<script>1</script>";
        assert_eq!(still(page), "<style>a{}</style><p>text");
    }
}
