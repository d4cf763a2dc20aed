//! The page as a reader uses it: by pointer and keys, by text, roles and names.
//!
//! The parameter `at` is a CSS selector, or an XPath if it starts with `//`, which can find texts:
//! `//button[normalize-space()='Next']`. Every function waits for the element, up to
//! [`Page::patience`].
//!
//! Of the widget itself it only uses the signal that it is ready.

mod framing;
mod looking;
mod using;

use std::cell::RefCell;
use std::fmt;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::Value;
use tokio::time::{Instant, sleep};

use crate::driver::Browser;

/// The widget has drawn itself.
const READY: &str = "document.querySelector('#app[data-ready]') !== null";
/// It has shown the notice of failure.
const FAILED: &str = "document.querySelector('#failure:not([hidden])') !== null";

/// The interval of polling.
const INTERVAL: Duration = Duration::from_millis(20);

/// A page in a browser.
#[derive(Debug)]
pub struct Page<'a> {
    browser: &'a Browser,
    origin: &'a str,
    patience: Duration,
    /// The console's errors so far; the browser forgets them once they are read.
    errors: RefCell<Vec<String>>,
}

/// The focused element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// Its role, as exposed to assistive technology.
    pub role: String,
    /// Its name, likewise.
    pub name: String,
    /// Its tag, in lower case; `body` if nothing has the focus.
    pub tag: String,
    /// Its id; empty if it has none.
    pub id: String,
}

impl fmt::Display for Focus {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} '{}' <{}", self.role, self.name, self.tag)?;
        if !self.id.is_empty() {
            write!(out, " id={}", self.id)?;
        }
        write!(out, ">")
    }
}

impl<'a> Page<'a> {
    /// A page of a site, not opened yet.
    #[must_use]
    pub const fn new(browser: &'a Browser, origin: &'a str) -> Self {
        let patience = Duration::from_secs(20);
        Self { browser, origin, patience, errors: RefCell::new(Vec::new()) }
    }

    /// The browser.
    #[must_use]
    pub const fn browser(&self) -> &'a Browser {
        self.browser
    }

    /// The address of its site, without a slash at the end.
    #[must_use]
    pub const fn origin(&self) -> &'a str {
        self.origin
    }

    /// How long it waits for a condition: twenty seconds by default, for machines that do other work.
    #[must_use]
    pub const fn patience(&self) -> Duration {
        self.patience
    }

    /// Sets how long it waits for a condition.
    pub const fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }

    /// Opens the widget by a link relative to its folder, usually a query, and waits until it has
    /// drawn itself.
    ///
    /// # Errors
    /// If it does not.
    pub async fn open(&self, link: &str) -> Result<()> {
        self.go(&format!("{}/{link}", self.origin)).await?;
        self.wait_until_ready().await
    }

    /// Opens any address, and waits only for the page.
    ///
    /// # Errors
    /// If it does not load.
    pub async fn go(&self, address: &str) -> Result<()> {
        self.keep_errors().await?;
        let opened = self.browser.client().goto(address).await;
        opened.with_context(|| format!("{address} does not load"))
    }

    /// Loads the same address again.
    ///
    /// # Errors
    /// If the widget does not draw itself.
    pub async fn reload(&self) -> Result<()> {
        self.keep_errors().await?;
        self.browser.client().refresh().await?;
        self.wait_until_ready().await
    }

    /// Presses the browser's back button.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn back(&self) -> Result<()> {
        Ok(self.browser.client().back().await?)
    }

    /// Presses the browser's forward button.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn forward(&self) -> Result<()> {
        Ok(self.browser.client().forward().await?)
    }

    /// The query of the address, with its `?`; empty if there is none.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn query(&self) -> Result<String> {
        Ok(self.run("return location.search").await?.as_str().unwrap_or("").to_owned())
    }

    /// Runs a script, and returns its result.
    ///
    /// # Errors
    /// If it throws.
    pub async fn run(&self, script: &str) -> Result<Value> {
        let result = self.browser.client().execute(script, Vec::new()).await;
        result.with_context(|| format!("this script failed: {script}"))
    }

    /// Waits until an element exists and is visible.
    ///
    /// # Errors
    /// After the timeout; the message says `what` was waited for.
    pub async fn wait_for(&self, at: &str, what: &str) -> Result<()> {
        self.wait(what, async || {
            let Some(element) = self.find(at).await? else { return Ok(None) };
            Ok(element.is_displayed().await?.then_some(()))
        })
        .await
    }

    /// Waits until no such element is visible.
    ///
    /// # Errors
    /// After the timeout; the message says `what` was waited for.
    pub async fn wait_until_gone(&self, at: &str, what: &str) -> Result<()> {
        self.wait(what, async || {
            let Some(element) = self.find(at).await? else { return Ok(Some(())) };
            Ok((!element.is_displayed().await?).then_some(()))
        })
        .await
    }

    /// Waits until a JavaScript expression is true.
    ///
    /// # Errors
    /// After the timeout; the message says `what` was waited for.
    pub async fn wait_until(&self, expression: &str, what: &str) -> Result<()> {
        let script = format!("return Boolean({expression})");
        self.wait(what, async || {
            let is_so = self.browser.client().execute(&script, Vec::new()).await?;
            Ok((is_so == Value::Bool(true)).then_some(()))
        })
        .await
    }

    /// Waits until the widget has drawn itself.
    ///
    /// # Errors
    /// If it does not, or shows the notice of failure.
    pub async fn wait_until_ready(&self) -> Result<()> {
        self.wait_until(&format!("{READY} || {FAILED}"), "the widget has drawn itself").await?;
        if self.run(&format!("return {FAILED}")).await? == Value::Bool(true) {
            bail!("the widget says that it cannot go on\n{}", self.situation().await);
        }
        Ok(())
    }

    /// Polls until there is a value. An element that was found may be redrawn meanwhile; then it is
    /// looked up again.
    async fn wait<T>(
        &self,
        what: &str,
        attempt: impl AsyncFn() -> Result<Option<T>, CmdError>,
    ) -> Result<T> {
        let end = Instant::now() + self.patience;
        loop {
            match attempt().await {
                Ok(Some(value)) => return Ok(value),
                Ok(None) => {}
                Err(error) if error.is_stale_element_reference() => {}
                Err(error) => return Err(error).with_context(|| format!("waiting for: {what}")),
            }
            if Instant::now() >= end {
                bail!("waited {:?} for: {what}\n{}", self.patience, self.situation().await);
            }
            sleep(INTERVAL).await;
        }
    }

    async fn find(&self, at: &str) -> Result<Option<Element>, CmdError> {
        match self.browser.client().find(locator(at)).await {
            Ok(element) => Ok(Some(element)),
            Err(error) if error.is_no_such_element() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Performs an action on an element, once it exists.
    async fn with<T>(
        &self,
        at: &str,
        act: impl AsyncFn(&Element) -> Result<T, CmdError>,
    ) -> Result<T> {
        self.wait(at, async || match self.find(at).await? {
            Some(element) => act(&element).await.map(Some),
            None => Ok(None),
        })
        .await
    }
}

fn locator(at: &str) -> Locator<'_> {
    if at.starts_with("//") { Locator::XPath(at) } else { Locator::Css(at) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_from_a_selector() {
        assert!(matches!(locator("//button[1]"), Locator::XPath(_)));
        assert!(matches!(locator("main > h1"), Locator::Css(_)));
    }

    #[test]
    fn what_has_the_focus_reads_like_what_is_announced() {
        let text = |text: &str| text.to_owned();
        let named =
            Focus { role: text("button"), name: text("Next"), tag: text("button"), id: text("") };
        assert_eq!(named.to_string(), "button 'Next' <button>");
        let with_id = Focus { id: text("go"), ..named };
        assert_eq!(with_id.to_string(), "button 'Next' <button id=go>");
    }
}
