//! One test: a server, a browser, the page, and a reader's actions.
//!
//! Nothing is shared between scenarios, so that they run in any order and at the same time.

use std::thread;

use anyhow::{Context, Result};

use crate::driver::Browser;
use crate::look::Look;
use crate::page::Page;
use crate::server::Server;
use crate::settings;

/// Opens the widget with a query, performs the actions, and checks that the console has no errors
/// at the end. After a failure it takes a screenshot.
///
/// # Errors
/// If the page cannot be opened, an action fails, or the console has errors.
pub async fn scenario(
    query: &str,
    look: Look,
    play: impl AsyncFnOnce(&mut Page<'_>) -> Result<()>,
) -> Result<()> {
    let server = Server::start(&settings::dist()?).await?;
    let browser = Browser::start(look).await?;
    let mut page = Page::new(&browser, server.origin());
    let outcome = async {
        page.open(query).await?;
        play(&mut page).await?;
        page.assert_no_errors().await
    }
    .await;
    if outcome.is_err() {
        let name = thread::current().name().unwrap_or("scenario").replace("::", "-");
        page.screenshot(&format!("failed-{name}")).await.context("no picture of the failure")?;
    }
    outcome
}
