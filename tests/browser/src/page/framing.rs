//! Framed pages.
//!
//! The host pages are created by [`crate::site::Site`].

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Page;

impl Page<'_> {
    /// Opens any page of the site, which need not be the widget.
    ///
    /// # Errors
    /// If it does not load.
    pub async fn visit(&self, path: &str) -> Result<()> {
        self.go(&format!("{}{path}", self.origin)).await
    }

    /// Switches to the first frame of the page, once the widget in it has drawn itself.
    ///
    /// # Errors
    /// If there is no frame, or the widget does not draw itself.
    pub async fn enter_frame(&self) -> Result<()> {
        self.enter(0).await
    }

    /// Switches to a frame of the page, counted from zero, once the widget in it has drawn itself.
    ///
    /// # Errors
    /// If there is no such frame, or the widget does not draw itself.
    pub async fn enter(&self, frame: u16) -> Result<()> {
        // Some drivers report that a page has loaded before its frames have.
        let element = format!("document.querySelectorAll('iframe')[{frame}]");
        self.wait_until(&element, "the frame is in the page").await?;
        // Some drivers miss elements of a frame that is out of view.
        self.run(&format!("{element}.scrollIntoView()")).await?;
        self.browser.client().enter_frame(frame).await.context("there is no such frame")?;
        self.wait_until_ready().await
    }

    /// Switches to the page around the frame.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn leave_frame(&self) -> Result<()> {
        self.browser.client().enter_parent_frame().await.context("there is no page around")
    }

    /// Scrolls the page around a frame until an element in the frame is in the middle of the window.
    ///
    /// # Errors
    /// If the element is not there in time, or this is no frame.
    pub async fn scroll_around_to(&self, at: &str) -> Result<()> {
        self.scroll_around(at, true).await
    }

    /// In a frame: scrolls the page around it as a reader would, if an element in the frame is out of the window.
    pub(super) async fn reveal(&self, at: &str) -> Result<()> {
        if self.run("return parent === self").await? == true {
            return Ok(());
        }
        self.scroll_around(at, false).await
    }

    async fn scroll_around(&self, at: &str, is_always: bool) -> Result<()> {
        // The number of this frame in the page around, and where the middle of the element is.
        let place = "const { top, height } = arguments[0].getBoundingClientRect();
            return [[...Array(parent.length).keys()].find((n) => parent[n] === self), top + height / 2]";
        let client = self.browser.client();
        let place = self
            .with(at, async |element| client.execute(place, vec![json!(element)]).await)
            .await?;
        let frame = place[0].as_u64().and_then(|n| u16::try_from(n).ok()).context("no frame")?;
        self.leave_frame().await?;
        let scroll = "const [[frame, middle], isAlways] = arguments;
            const it = [...document.querySelectorAll('iframe')].find((it) => it.contentWindow === frames[frame]);
            const y = (it?.getBoundingClientRect().top ?? 0) + middle;
            if (isAlways || y < 0 || y > innerHeight) scrollBy(0, y - innerHeight / 2)";
        client.execute(scroll, vec![place, Value::Bool(is_always)]).await?;
        client.enter_frame(frame).await.context("there is no such frame")
    }
}
