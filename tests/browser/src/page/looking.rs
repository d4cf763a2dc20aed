//! What somebody sees and is told.
//!
//! It judges nothing, apart from the console: an error there is an error of the page.

use std::fmt::Debug;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use tokio::time::{Instant, sleep};

use super::{Focus, INTERVAL, Page, locator};
use crate::settings;

impl Page<'_> {
    /// The text of an element, as it is shown.
    ///
    /// # Errors
    /// Where it is not there in time.
    pub async fn text(&self, at: &str) -> Result<String> {
        self.with(at, async |element| element.text().await).await
    }

    /// The texts of all such elements there are now, as they are shown; none where there are none.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn texts(&self, at: &str) -> Result<Vec<String>> {
        self.wait(at, async || {
            let mut texts = Vec::new();
            for element in self.browser.client().find_all(locator(at)).await? {
                texts.push(element.text().await?);
            }
            Ok(Some(texts))
        })
        .await
    }

    /// An attribute of an element; none where it has no such attribute.
    ///
    /// # Errors
    /// Where the element is not there in time.
    pub async fn attribute(&self, at: &str, name: &str) -> Result<Option<String>> {
        self.with(at, async |element| element.attr(name).await).await
    }

    /// How many such elements there are now.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn count(&self, at: &str) -> Result<usize> {
        Ok(self.browser.client().find_all(locator(at)).await?.len())
    }

    /// Whether a box to tick is ticked, or an option chosen.
    ///
    /// # Errors
    /// Where it is not there in time.
    pub async fn is_chosen(&self, at: &str) -> Result<bool> {
        self.with(at, async |element| element.is_selected().await).await
    }

    /// Waits until what is read is what is wanted.
    ///
    /// # Errors
    /// Where it is not in time; the message says `what` it is, and what was there instead.
    pub async fn expect<T: PartialEq<W> + Debug, W: Debug>(
        &self,
        what: &str,
        wanted: W,
        read: impl AsyncFn() -> Result<T>,
    ) -> Result<()> {
        let end = Instant::now() + self.patience;
        loop {
            let there = read().await.with_context(|| what.to_owned())?;
            if there == wanted {
                return Ok(());
            }
            if Instant::now() >= end {
                let situation = self.situation().await;
                bail!("{what} should be {wanted:?}, and is {there:?}\n{situation}");
            }
            sleep(INTERVAL).await;
        }
    }

    /// What has the focus.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn focused(&self) -> Result<Focus> {
        self.wait("the focus", async || {
            // By script, because some drivers know no focus inside a frame.
            let script = "const it = document.activeElement; return [it, it.localName, it.id]";
            let seen = self.browser.client().execute(script, Vec::new()).await?;
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let Some(element) = seen[0].as_object().and_then(|it| it.values().next()) else {
                return Ok(None);
            };
            let (role, name) = self.browser.role_and_name(&text(element)).await?;
            Ok(Some(Focus { role, name, tag: text(&seen[1]), id: text(&seen[2]) }))
        })
        .await
    }

    /// By how many pixels the page is wider than its window. It should never be.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn overflow(&self) -> Result<i64> {
        let script = "const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth - clientWidth";
        self.run(script).await?.as_i64().context("a width is a number")
    }

    /// The errors in the console since the page was opened first.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn errors(&self) -> Result<Vec<String>> {
        let errors = self.browser.errors().await?;
        self.errors.borrow_mut().extend(errors);
        Ok(self.errors.borrow().clone())
    }

    /// Keeps the errors of a page that is left, where they would be lost with it.
    pub(super) async fn keep_errors(&self) -> Result<()> {
        if self.browser.engine().needs_recorder() {
            self.errors().await?;
        }
        Ok(())
    }

    /// Makes sure that the console has no error, and so too that nothing was asked of anybody else.
    ///
    /// # Errors
    /// Where it has one.
    pub async fn assert_no_errors(&self) -> Result<()> {
        match self.errors().await?.as_slice() {
            [] => Ok(()),
            errors => bail!("the console has errors:\n{}", errors.join("\n")),
        }
    }

    /// Takes a picture of the whole page into the folder for screenshots, where one is wanted.
    ///
    /// # Errors
    /// Where it cannot be taken or written.
    pub async fn screenshot(&self, name: &str) -> Result<()> {
        match settings::shots() {
            None => Ok(()),
            Some(folder) => self.screenshot_to(&folder.join(format!("{name}.png"))).await,
        }
    }

    /// Takes a picture into a file: of the whole page, however long it is, where the engine can.
    ///
    /// # Errors
    /// Where it cannot be taken or written.
    pub async fn screenshot_to(&self, file: &Path) -> Result<()> {
        let bytes = self.browser.picture().await?;
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
    }

    /// Where the page is and what it shows, for the message of a failure.
    pub(super) async fn situation(&self) -> String {
        let script = "return location.href + '\\n' + document.body.innerText.slice(0, 600)";
        let shown = match self.run(script).await {
            Ok(text) => text.as_str().unwrap_or_default().to_owned(),
            Err(error) => format!("the page does not answer: {error:#}"),
        };
        let errors = self.errors().await.unwrap_or_default();
        format!("the page shows: {shown}\nthe console's errors: {errors:?}")
    }
}
