//! The page stands in a frame of somebody else's page: whatever that page does to the frame, it is as high as
//! its content, its text can be read, what the reader acts on is in sight, and what the host says is heard.

mod colours;
mod height;
mod place;
mod talk;

use anyhow::Result;
use browser_tests::driver::Browser;
use browser_tests::server::{Hosting, Server};
use browser_tests::site::Site;
use browser_tests::{Page, Setup, settings};
use fantoccini::Locator;

/// A page of another origin, whose body is made from the address of the widget's server. The server of the widget
/// and that of the page around answer as they are told.
struct Around {
    _widget: Server,
    host: Server,
    site: Site,
}

impl Around {
    async fn new(body: impl FnOnce(&str) -> String) -> Result<Self> {
        Self::with(Hosting::default(), Hosting::default(), body).await
    }

    async fn with(
        widget: Hosting,
        host: Hosting,
        body: impl FnOnce(&str) -> String,
    ) -> Result<Self> {
        let widget = Server::start_as(&settings::dist()?, widget).await?;
        let site = Site::new(&body(widget.origin()))?;
        let host = Server::start_as(site.folder(), host).await?;
        Ok(Self { _widget: widget, host, site })
    }

    /// Opens the page around in a browser, and lets somebody use it.
    async fn open(
        &self,
        setup: impl Into<Setup>,
        play: impl AsyncFnOnce(&Page<'_>) -> Result<()>,
    ) -> Result<()> {
        let browser = Browser::start(setup).await?;
        let page = Page::new(&browser, self.host.origin());
        page.visit("/").await?;
        play(&page).await?;
        page.assert_no_errors().await
    }
}

/// Goes into a frame that a selector matches, once the widget in it has drawn itself. Frames that are moved change
/// their number.
async fn enter(page: &Page<'_>, selector: &str) -> Result<()> {
    go_into(page, selector).await?;
    page.wait_until_ready().await
}

/// Goes into any frame that a selector matches.
async fn go_into(page: &Page<'_>, selector: &str) -> Result<()> {
    page.wait_until(&format!("document.querySelector('{selector}')"), selector).await?;
    page.run(&format!("document.querySelector('{selector}').scrollIntoView()")).await?;
    let element = page.browser().client().find(Locator::Css(selector)).await?;
    Ok(element.enter_frame().await?)
}

/// A frame with the widget.
fn frame(origin: &str, query: &str, attributes: &str) -> String {
    format!("<iframe title=Widget {attributes} src='{origin}/{query}'></iframe>")
}

/// The script for hosts.
fn script(origin: &str) -> String {
    format!("<script async src='{origin}/embed.js'></script>")
}
