//! The page inside another one.
//!
//! It makes no host page; a [`crate::site::Site`] does.

use anyhow::{Context, Result};

use super::Page;

impl Page<'_> {
    /// Opens any page of the site, which need not be the widget.
    ///
    /// # Errors
    /// Where it does not load.
    pub async fn visit(&self, path: &str) -> Result<()> {
        self.go(&format!("{}{path}", self.origin)).await
    }

    /// Goes on inside the first frame of the page, once the widget in it has drawn itself.
    ///
    /// # Errors
    /// Where there is no frame, or the widget does not draw itself.
    pub async fn enter_frame(&self) -> Result<()> {
        self.enter(0).await
    }

    /// Goes on inside a frame of the page, counted from zero, once the widget in it has drawn itself.
    ///
    /// # Errors
    /// Where there is no such frame, or the widget does not draw itself.
    pub async fn enter(&self, frame: u16) -> Result<()> {
        // Some drivers say that a page has loaded while its frames are still to come.
        let element = format!("document.querySelectorAll('iframe')[{frame}]");
        self.wait_until(&element, "the frame is in the page").await?;
        // Some drivers click beside what is in a frame out of sight.
        self.run(&format!("{element}.scrollIntoView()")).await?;
        self.browser.client().enter_frame(frame).await.context("there is no such frame")?;
        self.wait_until_ready().await
    }

    /// Goes on in the page around the frame.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn leave_frame(&self) -> Result<()> {
        self.browser.client().enter_parent_frame().await.context("there is no page around")
    }
}
