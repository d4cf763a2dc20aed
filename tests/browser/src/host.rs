//! A page of another origin around the widget: the host of its frame.

use anyhow::{Context as _, Result};
use fantoccini::Locator;

use crate::driver::Browser;
use crate::engine::Setup;
use crate::page::Page;
use crate::server::{Hosting, Server};
use crate::settings;
use crate::site::Site;

/// A page that stands on a server of its own, and the server of the widget.
#[derive(Debug)]
pub struct Host {
    /// It answers as long as the host is there.
    _widget: Server,
    server: Server,
    site: Site,
}

impl Host {
    /// A page whose body is made from the address of the widget's server, which has no slash at its end.
    ///
    /// # Errors
    /// If the page cannot be written or a server does not start.
    pub async fn new(body: impl FnOnce(&str) -> String) -> Result<Self> {
        Self::with(Hosting::default(), Hosting::default(), body).await
    }

    /// The same, with what the server of the widget and that of the page do.
    ///
    /// # Errors
    /// If the page cannot be written or a server does not start.
    pub async fn with(
        widget: Hosting,
        host: Hosting,
        body: impl FnOnce(&str) -> String,
    ) -> Result<Self> {
        let widget = Server::start_as(&settings::dist()?, widget).await?;
        let site = Site::new(&body(widget.origin()))?;
        let server = Server::start_as(site.folder(), host).await?;
        Ok(Self { _widget: widget, server, site })
    }

    /// The folder of the page.
    #[must_use]
    pub const fn site(&self) -> &Site {
        &self.site
    }

    /// Opens the page in a browser, and performs the actions.
    ///
    /// # Errors
    /// If the page cannot be opened or an action fails.
    pub async fn visit(
        &self,
        setup: impl Into<Setup>,
        play: impl AsyncFnOnce(&Page<'_>) -> Result<()>,
    ) -> Result<()> {
        let browser = Browser::start(setup).await?;
        let page = Page::new(&browser, self.server.origin());
        page.visit("/").await?;
        play(&page).await
    }

    /// The same, and checks that the console has no errors at the end.
    ///
    /// # Errors
    /// If the page cannot be opened, an action fails, or the console has errors.
    pub async fn open(
        &self,
        setup: impl Into<Setup>,
        play: impl AsyncFnOnce(&Page<'_>) -> Result<()>,
    ) -> Result<()> {
        self.visit(setup, async |page| {
            play(page).await?;
            page.assert_no_errors().await
        })
        .await
    }

    /// The same in the first frame of the page, once the widget in it has drawn itself.
    ///
    /// # Errors
    /// If the page cannot be opened, an action fails, or the console has errors.
    pub async fn open_frame(
        &self,
        setup: impl Into<Setup>,
        play: impl AsyncFnOnce(&Page<'_>) -> Result<()>,
    ) -> Result<()> {
        self.open(setup, async |page| {
            page.enter_frame().await?;
            play(page).await?;
            page.leave_frame().await
        })
        .await
    }
}

/// A frame with the widget.
#[must_use]
pub fn frame(origin: &str, query: &str, attributes: &str) -> String {
    format!("<iframe title=Widget {attributes} src='{origin}/{query}'></iframe>")
}

/// The script for hosts.
#[must_use]
pub fn script(origin: &str) -> String {
    format!("<script async src='{origin}/embed.js'></script>")
}

/// Goes into a frame that a selector matches, once the widget in it has drawn itself. Frames that are moved change
/// their number.
///
/// # Errors
/// If there is no such frame, or the widget does not draw itself.
pub async fn enter(page: &Page<'_>, selector: &str) -> Result<()> {
    go_into(page, selector).await?;
    page.wait_until_ready().await
}

/// Goes into any frame that a selector matches, and scrolls it into view first: some drivers miss elements of a
/// frame that is out of view.
///
/// # Errors
/// If there is no such frame.
pub async fn go_into(page: &Page<'_>, selector: &str) -> Result<()> {
    page.wait_until(&format!("document.querySelector('{selector}')"), selector).await?;
    page.run(&format!("document.querySelector('{selector}').scrollIntoView()")).await?;
    return_into(page, selector).await
}

/// Goes into a frame that a selector matches, and scrolls nothing.
///
/// # Errors
/// If there is no such frame.
pub async fn return_into(page: &Page<'_>, selector: &str) -> Result<()> {
    let element = page.browser().client().find(Locator::Css(selector)).await?;
    Ok(element.enter_frame().await?)
}

/// Inside of a frame: waits until the frame shows all of its content and nothing below it, to the pixel that may be
/// rounded away, and returns its height in pixels.
///
/// # Errors
/// After the timeout.
pub async fn expect_fit(page: &Page<'_>) -> Result<i64> {
    // Both are asked for at once: content that is drawn in parts grows between two questions.
    let misfits = "const { height } = document.getElementById('app').getBoundingClientRect()
        const scrolls = document.documentElement.scrollHeight - innerHeight
        return [Math.abs(Math.ceil(height) - innerHeight), scrolls].map(it => it > 1 ? it : 0)";
    let what = "by how many pixels the frame is not as high as its content, and scrolls";
    page.expect(what, serde_json::json!([0, 0]), async || page.run(misfits).await).await?;
    page.run("return innerHeight").await?.as_i64().context("a height is a number")
}
