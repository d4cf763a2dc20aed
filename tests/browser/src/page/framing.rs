//! The page inside another one.
//!
//! # What this module does not do
//! It makes no host page; a [`crate::site::Site`] does.

use anyhow::{Context, Result};

use super::Page;

impl Page<'_> {
    /// Opens any page of the site, which need not be the widget.
    ///
    /// # Errors
    /// Where it does not load.
    pub async fn visit(&self, path: &str) -> Result<()> {
        let address = format!("{}{path}", self.origin);
        self.browser.client().goto(&address).await.context("the page does not load")
    }

    /// Goes on inside the first frame of the page, once the widget in it has drawn itself.
    ///
    /// # Errors
    /// Where there is no frame, or the widget does not draw itself.
    pub async fn enter_frame(&self) -> Result<()> {
        self.browser.client().enter_frame(0).await.context("there is no frame")?;
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
