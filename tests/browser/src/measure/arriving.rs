//! Loading over a slow network: 1.6 Mbit/s and a 4× CPU slowdown, with compression as on a host. The
//! page, the same page without its scripts, and another build if one is given, are loaded
//! alternately.
//!
//! Some loads get no input; they measure the first contentful paint, the blocking time, and when the
//! last file and the last long task were over. In others a checkbox is ticked as soon as it is
//! visible: `facet` is the time until the cards change in response, `usable` is the time until the
//! program's own count is painted. In the last ones a word is typed as soon as the field is visible:
//! `search` is the time until what it finds is painted. All times are from the start of the
//! navigation.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tokio::time::sleep;

use super::loading::{OBSERVE, QUIET, READ, without_scripts};
use super::{median, run_first, slow_down};
use crate::driver::Browser;
use crate::engine::chromium::devtools;
use crate::server::Server;
use crate::site::Site;
use crate::{Look, Page};

/// How many loads of each build get no input, and how many are used.
const N_LOADS: usize = 9;
/// The pause between two loads.
const REST: Duration = Duration::from_millis(300);
const SLOWDOWN: u32 = 4;
/// 1.6 Mbit/s, in bytes.
const THROUGHPUT: u32 = 200_000;
/// Milliseconds until a response starts, as in Lighthouse's slow 4G.
const LATENCY: u32 = 150;

const TICK: &str = include_str!("tick.js");
const SEEK: &str = include_str!("seek.js");

/// A build, compressed.
struct Packed {
    what: &'static str,
    server: Server,
    _site: Site,
}

/// Loads the builds alternately and returns the medians.
///
/// # Errors
/// If the browser or a page does not behave as expected.
pub async fn measure(dist: &Path, beside: Option<&Path>) -> Result<Value> {
    let mut builds = vec![Packed::start("page", dist).await?];
    let still = without_scripts(dist)?;
    let still = [Packed::start("page without scripts", still.folder()).await?];
    if let Some(beside) = beside {
        builds.push(Packed::start("page beside", beside).await?);
    }
    // A page without scripts has nothing to search with.
    let with_scripts: Vec<_> = builds.iter().collect();
    let all: Vec<_> = builds.iter().chain(&still).collect();
    let promised = async |page: &Page<'_>, promise: &str| {
        let script = format!("const done = arguments[arguments.length - 1]; {promise}.then(done)");
        Ok(page.browser().client().execute_async(&script, Vec::new()).await?)
    };
    let alone = loads(&all, OBSERVE, async |page| {
        let has_program = "document.querySelector('#app[data-ready]') || !document.scripts.length";
        page.wait_until(has_program, "the page has what it needs").await?;
        page.wait_until(QUIET, "the page is painted and quiet").await?;
        page.run(READ).await
    })
    .await?;
    let used = loads(&all, TICK, async |page| promised(page, "tick").await).await?;
    let sought = loads(&with_scripts, SEEK, async |page| promised(page, "seek").await).await?;
    let all = all.into_iter().enumerate().map(|(at, build)| {
        // None where nothing was measured.
        let middle = |loads: Option<&Vec<Value>>, name: &str| {
            let all: Option<Vec<f64>> = loads?.iter().map(|one| one[name].as_f64()).collect();
            median(all?)
        };
        let (alone, used, sought) = (alone.get(at), used.get(at), sought.get(at));
        Ok(json!({
            "what": build.what,
            "slowdown": SLOWDOWN,
            "bytes_per_second": THROUGHPUT,
            "latency_ms": LATENCY,
            "paint_ms": middle(alone, "paint").context("nothing was painted")?,
            "blocked_ms": middle(alone, "blocked"),
            "everything_ms": middle(alone, "last"),
            "used_paint_ms": middle(used, "paint"),
            "facet_ms": middle(used, "facet"),
            "usable_ms": middle(used, "usable"),
            "search_ms": middle(sought, "search"),
            "n_loads": N_LOADS,
        }))
    });
    all.collect()
}

/// Loads each build several times, alternately, in a browser that runs a script first, and returns
/// the observations.
async fn loads(
    builds: &[&Packed],
    script: &str,
    see: impl AsyncFn(&Page<'_>) -> Result<Value>,
) -> Result<Vec<Vec<Value>>> {
    let browser = Browser::start(Look::WIDE).await?;
    run_first(&browser, script).await?;
    devtools(&browser, "Network.enable", json!({})).await?;
    let network = json!({
        "offline": false,
        "latency": LATENCY,
        "downloadThroughput": THROUGHPUT,
        "uploadThroughput": THROUGHPUT,
    });
    devtools(&browser, "Network.emulateNetworkConditions", network).await?;
    slow_down(&browser, SLOWDOWN).await?;
    let mut seen = vec![Vec::new(); builds.len()];
    // The first round warms up the browser.
    for round in 0..=N_LOADS {
        for turn in 0..builds.len() {
            let at = if round % 2 == 0 { turn } else { builds.len() - 1 - turn };
            let page = Page::new(&browser, builds[at].server.origin());
            page.go("about:blank").await?;
            sleep(REST).await;
            page.go(&format!("{}/", page.origin())).await?;
            let one = see(&page).await?;
            if round > 0 {
                seen[at].push(one);
            }
        }
    }
    Ok(seen)
}

impl Packed {
    /// Compresses the files of a folder into copies next to them, and serves these.
    async fn start(what: &'static str, folder: &Path) -> Result<Self> {
        let site = Site::new("")?;
        for file in fs::read_dir(folder)? {
            let file = file?.path();
            let Some(name) = file.file_name().filter(|_| file.is_file()) else { continue };
            let content = fs::read(&file)?;
            fs::write(site.folder().join(name), &content)?;
            let mut packed = site.folder().join(name).into_os_string();
            packed.push(".br");
            fs::write(packed, brotli(&content)?)?;
        }
        let server = Server::start(site.folder()).await?;
        Ok(Self { what, server, _site: site })
    }
}

/// Compressed as by a host that compresses ahead of time.
fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    brotli::CompressorReader::new(content, 4096, 11, 22).read_to_end(&mut packed)?;
    Ok(packed)
}
