//! Framed pages.
//!
//! The host pages are created by [`crate::site::Site`].

use anyhow::{Context, Result};

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
}
