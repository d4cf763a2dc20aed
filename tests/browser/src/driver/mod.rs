//! A browser with its driver: one driver, one session, one window.
//!
//! Differences between engines are in [`crate::engine`]. Nothing is left behind: the browser has a
//! fresh profile in a folder of its own, and dropping the last value removes the folder and ends
//! all processes, even if a test panics.

mod folder;
mod pool;
mod process;
mod screen;

use std::time::Duration;

use anyhow::{Context, Result, bail};
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tokio::time::{Instant, sleep, timeout};
use url::{ParseError, Url};

use crate::engine::{Engine, Setup, chromium, firefox, webkit};
use crate::look::{Look, Scheme};
use pool::{Lease, Running};
use process::Process;

/// How long a driver or a browser may take to start.
pub(crate) const START: Duration = Duration::from_secs(30);
/// The interval of polling.
pub(crate) const INTERVAL: Duration = Duration::from_millis(20);

/// A running browser, with one fresh window.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    setup: Setup,
    client: Client,
    /// Held until the browser is no longer needed.
    lease: Lease,
}

/// A driver command in addition to those of the client.
#[derive(Debug)]
struct OwnCommand {
    path: String,
    body: Option<Value>,
}

impl Browser {
    /// Starts a driver on a free port, and a browser of this run's engine; or reuses one from an
    /// earlier test.
    ///
    /// # Errors
    /// If either does not start.
    pub async fn start(setup: impl Into<Setup>) -> Result<Self> {
        let (engine, setup) = (Engine::chosen()?, setup.into());
        let mut lease = Lease::new(engine, &setup);
        if let Some(running) = lease.running() {
            let client = running.client.clone();
            let browser = Self { engine, setup, client, lease };
            if browser.clear().await.is_ok() {
                return Ok(browser);
            }
            // It could not be reset, so another one is started.
            lease = browser.lease;
            lease.end();
        }
        let running =
            match pool::outlive(session(engine, setup)).await {
                // The driver does not notice if a browser exits during its start, and waits for it.
                Err(error) if engine == Engine::WebKit => pool::outlive(session(engine, setup))
                    .await
                    .with_context(|| format!("twice, first: {error:#}"))?,
                started => started?,
            };
        let client = running.client.clone();
        lease.set(running);
        let browser = Self { engine, setup, client, lease };
        match engine {
            Engine::Chromium => chromium::prepare(&browser, &setup).await?,
            Engine::Firefox => firefox::prepare(&browser).await?,
            Engine::WebKit => {}
        }
        browser.look(setup.look).await?;
        Ok(browser)
    }

    /// Closes all windows except a fresh one with the requested look, and forgets all errors.
    async fn clear(&self) -> Result<()> {
        self.client.release_actions().await?;
        let old = self.client.windows().await?;
        let fresh = self.client.new_window(true).await?.handle;
        for window in old {
            self.client.switch_to_window(window).await?;
            self.client.close_window().await?;
        }
        self.client.switch_to_window(fresh).await?;
        self.look(self.setup.look).await?;
        self.errors().await?;
        Ok(())
    }

    /// The engine.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// The setup that it was started with.
    #[must_use]
    pub const fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The WebDriver session.
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// Sets the size of the page and the reader's preferences.
    ///
    /// # Errors
    /// If the engine does not support them.
    pub async fn look(&self, look: Look) -> Result<()> {
        match self.engine {
            Engine::Chromium => chromium::look(self, look).await,
            Engine::Firefox => firefox::look(self, look).await,
            Engine::WebKit => webkit::look(self, look).await,
        }
    }

    /// The colour schemes that it can show: both, or the one that it was started with.
    #[must_use]
    pub fn schemes(&self) -> Vec<Scheme> {
        let own = self.setup.look.scheme;
        Scheme::ALL
            .into_iter()
            .filter(|scheme| self.engine.changes_preferences() || *scheme == own)
            .collect()
    }

    /// The errors of pages since the last call.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn errors(&self) -> Result<Vec<String>> {
        match self.engine {
            Engine::Chromium => chromium::errors(self).await,
            Engine::Firefox => firefox::errors(self).await,
            Engine::WebKit => webkit::errors(self).await,
        }
    }

    /// A screenshot as PNG: of the whole page, or of the window if the engine supports nothing
    /// else.
    ///
    /// # Errors
    /// If it cannot be taken.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        match self.engine {
            Engine::Chromium => chromium::picture(self).await,
            Engine::Firefox => firefox::picture(self).await,
            Engine::WebKit => webkit::picture(self).await,
        }
    }

    /// What an element exposes to assistive technology: its role and its name.
    ///
    /// # Errors
    /// If the element no longer exists.
    pub async fn role_and_name(&self, element: &str) -> Result<(String, String), CmdError> {
        let ask = async |what: &str| -> Result<String, CmdError> {
            let answer = self.get(&format!("element/{element}/{what}")).await?;
            // Some engines keep the spaces between the elements that make up a name.
            let words: Vec<_> = answer.as_str().unwrap_or("").split_whitespace().collect();
            Ok(words.join(" "))
        };
        Ok((ask("computedrole").await?, ask("computedlabel").await?))
    }

    /// Waits until the page has a size.
    pub(crate) async fn until_it_is(&self, width: u32, height: u32) -> Result<()> {
        let script = format!("return innerWidth === {width} && innerHeight === {height}");
        let end = Instant::now() + START;
        while self.client.execute(&script, Vec::new()).await? != Value::Bool(true) {
            if Instant::now() > end {
                bail!("waited {START:?} until the page is {width} by {height}");
            }
            sleep(INTERVAL).await;
        }
        Ok(())
    }

    /// Sends a GET request for the session to the driver.
    pub(crate) async fn get(&self, path: &str) -> Result<Value, CmdError> {
        self.client.issue_cmd(OwnCommand { path: path.to_owned(), body: None }).await
    }

    /// Sends a POST request for the session to the driver.
    pub(crate) async fn post(&self, path: &str, body: Value) -> Result<Value, CmdError> {
        self.client.issue_cmd(OwnCommand { path: path.to_owned(), body: Some(body) }).await
    }
}

impl WebDriverCompatibleCommand for OwnCommand {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}

/// A driver with a session.
async fn session(engine: Engine, setup: Setup) -> Result<Running> {
    let mut process = Process::start(engine, &setup).await?;
    let connected = timeout(START, connect(engine, &setup, process.port())).await;
    let client = connected.context("the browser does not start").flatten()?;
    process.set_session(client.session_id().await?);
    Ok(Running { client, _process: process })
}

async fn connect(engine: Engine, setup: &Setup, port: u16) -> Result<Client> {
    let Value::Object(capabilities) = engine.capabilities(setup) else {
        bail!("capabilities are an object")
    };
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await
        .with_context(|| format!("the driver cannot start the browser of {}", engine.id()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn own_commands_are_sent_to_the_session() {
        let command =
            OwnCommand { path: "se/log".into(), body: Some(json!({ "type": "browser" })) };
        let base = Url::parse("http://127.0.0.1:9/").unwrap();
        let url = command.endpoint(&base, Some("abc")).unwrap();
        assert_eq!(url.as_str(), "http://127.0.0.1:9/session/abc/se/log");
        let body = Some(r#"{"type":"browser"}"#.to_owned());
        assert_eq!(command.method_and_body(&url), (Method::POST, body));
    }
}
