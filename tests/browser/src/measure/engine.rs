//! The recommendation in WebAssembly, timed by a page made for it. The folder already contains the
//! built page.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::Page;
use crate::driver::Browser;
use crate::server::Server;

/// Opens the page in a folder, waits until it has set `times`, and returns them.
///
/// # Errors
/// If the page never sets them.
pub async fn measure(browser: &Browser, folder: &Path) -> Result<Value> {
    let server = Server::start(folder).await?;
    let mut page = Page::new(browser, server.origin());
    page.set_patience(Duration::from_mins(10));
    page.go(&format!("{}/", server.origin())).await?;
    page.wait_until("self.times || self.failed", "all is timed").await?;
    let failed = page.run("return self.failed ?? null").await?;
    if let Some(why) = failed.as_str() {
        anyhow::bail!("the page that times the recommendation failed: {why}");
    }
    page.run("return times").await.context("no times")
}
