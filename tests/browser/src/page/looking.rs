//! What a reader sees, or hears from a screen reader.
//!
//! Errors in the console count as errors of the page.

use std::cell::RefCell;
use std::fmt::Debug;
use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use tokio::time::{Instant, sleep};

use super::{Focus, INTERVAL, Page, locator};
use crate::settings;

/// How long a page stays as it is until it is taken to be complete.
const QUIET: Duration = Duration::from_millis(400);

impl Page<'_> {
    /// The text of an element, as shown.
    ///
    /// # Errors
    /// After the timeout.
    pub async fn text(&self, at: &str) -> Result<String> {
        self.with(at, async |element| element.text().await).await
    }

    /// The current texts of all such elements, as shown; may be empty.
    ///
    /// # Errors
    /// If the browser does not answer.
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

    /// An attribute of an element; none if it has no such attribute.
    ///
    /// # Errors
    /// If the element is not there in time.
    pub async fn attribute(&self, at: &str, name: &str) -> Result<Option<String>> {
        self.with(at, async |element| element.attr(name).await).await
    }

    /// How many such elements there are now.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn count(&self, at: &str) -> Result<usize> {
        Ok(self.browser.client().find_all(locator(at)).await?.len())
    }

    /// Whether a checkbox or an option is selected.
    ///
    /// # Errors
    /// After the timeout.
    pub async fn is_chosen(&self, at: &str) -> Result<bool> {
        self.with(at, async |element| element.is_selected().await).await
    }

    /// Waits until a value is the wanted one.
    ///
    /// # Errors
    /// After the timeout; the message says `what` the value is, and what it was instead.
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

    /// The focused element.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn focused(&self) -> Result<Focus> {
        self.wait("the focus", async || {
            // With a script, because some drivers report no focus inside a frame.
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
    /// If the browser does not answer.
    pub async fn overflow(&self) -> Result<i64> {
        let script = "const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth - clientWidth";
        self.run(script).await?.as_i64().context("a width is a number")
    }

    /// The errors in the console since the page was first opened.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn errors(&self) -> Result<Vec<String>> {
        let errors = self.browser.errors().await?;
        self.errors.borrow_mut().extend(errors);
        Ok(self.errors.borrow().clone())
    }

    /// Stores the errors of a page before it is left, if they would be lost with it.
    pub(super) async fn keep_errors(&self) -> Result<()> {
        if self.browser.engine().needs_recorder() {
            self.errors().await?;
        }
        Ok(())
    }

    /// Checks that the console has no errors; this includes requests to other hosts.
    ///
    /// # Errors
    /// If it has one.
    pub async fn assert_no_errors(&self) -> Result<()> {
        match self.errors().await?.as_slice() {
            [] => Ok(()),
            errors => bail!("the console has errors:\n{}", errors.join("\n")),
        }
    }

    /// Takes a screenshot of the whole page into the folder for screenshots, if one is set.
    ///
    /// # Errors
    /// If it cannot be taken or written.
    pub async fn screenshot(&self, name: &str) -> Result<()> {
        match settings::shots() {
            None => Ok(()),
            Some(folder) => self.screenshot_to(&folder.join(format!("{name}.png"))).await,
        }
    }

    /// Takes a screenshot into a file: of the whole page, if the engine supports that.
    ///
    /// # Errors
    /// If it cannot be taken or written.
    pub async fn screenshot_to(&self, file: &Path) -> Result<()> {
        // What is out of sight is not laid out (`content-visibility`), but is in the picture.
        self.run(
            "const all = new CSSStyleSheet();
            all.replaceSync('* { content-visibility: visible !important }');
            document.adoptedStyleSheets.push(all)",
        )
        .await?;
        self.settle().await?;
        let bytes = self.browser.picture().await?;
        self.run("document.adoptedStyleSheets.pop()").await?;
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
    }

    /// Takes a screenshot of the window into a file.
    ///
    /// # Errors
    /// If it cannot be taken or written.
    pub async fn window_to(&self, file: &Path) -> Result<()> {
        let bytes = self.browser.client().screenshot().await?;
        fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
    }

    /// Waits until what is shown has not changed for a moment: parts that are fetched later have arrived.
    ///
    /// # Errors
    /// If it changes until the timeout.
    pub async fn settle(&self) -> Result<()> {
        let script = "return [document.body.innerHTML.length, document.body.innerText, \
            scrollY, document.documentElement.scrollHeight].join()";
        let shown = RefCell::new(self.run(script).await?);
        self.wait("the page no longer changes", async || {
            sleep(QUIET).await;
            let now = self.browser.client().execute(script, Vec::new()).await?;
            let before = shown.replace(now.clone());
            Ok((before == now).then_some(()))
        })
        .await
    }

    /// The address and content of the page, for the message of a failure.
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
