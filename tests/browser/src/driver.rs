//! A browser with its driver: one ChromeDriver, one session, one window.
//!
//! # What this module does not do
//! It knows nothing of the page that is tested.
//! It leaves nothing behind: the browser has a fresh profile in a folder of its own, and that folder
//! and both processes end with the value, even where a test panics.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::{self, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use anyhow::{Context, Result};
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;
use url::{ParseError, Url};

use crate::settings;

/// How the browser is started. It asks nobody but the test server for anything: other names do not
/// resolve, so that a request to one shows as an error in the console.
const FLAGS: [&str; 13] = [
    "--headless=new",
    // The tests may run as root, in a container with little shared memory.
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-device-scale-factor=1",
    // A width is then the width that the page has.
    "--hide-scrollbars",
    "--lang=en-US",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// How long the driver may take to be there.
const START: Duration = Duration::from_mins(1);
/// How long it may take to go.
const END: Duration = Duration::from_secs(5);

/// A running browser.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    port: u16,
    driver: Child,
    /// Held until both processes are gone.
    _folder: Folder,
}

/// A folder for temporary files. It is removed when it is dropped.
#[derive(Debug)]
struct Folder(PathBuf);

/// A command that Chromium understands beside those of the standard.
#[derive(Debug)]
struct OwnCommand {
    path: String,
    body: Option<Value>,
}

impl Browser {
    /// Starts a driver on a free port, and with it a browser.
    ///
    /// # Errors
    /// Where either does not start.
    pub async fn start() -> Result<Self> {
        let program = settings::chromedriver();
        let folder = Folder::new()?;
        let mut driver = Command::new(&program)
            .arg("--port=0")
            // The driver makes a fresh profile there; so do its libraries with their own files.
            .env("TMPDIR", &folder.0)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| {
                let program = program.to_string_lossy();
                format!("cannot start `{program}`: install ChromeDriver, or set CHROMEDRIVER")
            })?;
        let port =
            timeout(START, port(&mut driver)).await.context("ChromeDriver does not start")??;
        match timeout(START, connect(port)).await.context("Chromium does not start").flatten() {
            Ok(client) => Ok(Self { client, port, driver, _folder: folder }),
            Err(error) => {
                shut_down(port);
                Err(error)
            }
        }
    }

    /// The WebDriver session.
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// A command of Chromium's developer tools.
    ///
    /// # Errors
    /// Where the browser refuses it.
    pub async fn devtools(&self, name: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": name, "params": parameters });
        self.own("goog/cdp/execute", Some(body)).await.with_context(|| format!("{name} failed"))
    }

    /// What the console has said since this was last asked: level and message.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn console(&self) -> Result<Vec<(String, String)>> {
        let log = self.own("se/log", Some(json!({ "type": "browser" }))).await?;
        let text = |entry: &Value, field: &str| entry[field].as_str().unwrap_or("").to_owned();
        let entries = log.as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(entries.iter().map(|entry| (text(entry, "level"), text(entry, "message"))).collect())
    }

    /// What assistive technology is told about an element: its role and its name.
    ///
    /// # Errors
    /// Where the element is gone.
    pub async fn role_and_name(&self, element: &str) -> Result<(String, String), CmdError> {
        let ask = async |what: &str| -> Result<String, CmdError> {
            let answer = self.own(&format!("element/{element}/{what}"), None).await?;
            Ok(answer.as_str().unwrap_or("").to_owned())
        };
        Ok((ask("computedrole").await?, ask("computedlabel").await?))
    }

    async fn own(&self, path: &str, body: Option<Value>) -> Result<Value, CmdError> {
        self.client.issue_cmd(OwnCommand { path: path.to_owned(), body }).await
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        shut_down(self.port);
        // It still has to end the browser, which writes to its folder until then.
        let end = Instant::now() + END;
        while Instant::now() < end {
            if !matches!(self.driver.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(5));
        }
        let _ = self.driver.start_kill();
    }
}

impl Folder {
    fn new() -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        // Short, because the path of a socket in it has at most a hundred letters.
        let folder = env::temp_dir().join(format!("stackfit-{}-{n}", process::id()));
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // The browser's helpers outlive it for a moment, and write to their cache until then.
        let end = Instant::now() + END;
        while fs::remove_dir_all(&self.0).is_err() && self.0.exists() && Instant::now() < end {
            thread::sleep(Duration::from_millis(20));
        }
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

/// The port that the driver says it listens on. It is read, because a port that was free a moment ago
/// may be another's now.
async fn port(driver: &mut Child) -> Result<u16> {
    let output = driver.stdout.take().context("ChromeDriver has no output")?;
    let mut lines = BufReader::new(output).lines();
    while let Some(line) = lines.next_line().await? {
        if let Some(port) = named_port(&line) {
            // What it says later is of no interest, but has to go somewhere.
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return Ok(port);
        }
    }
    anyhow::bail!("ChromeDriver ended before it was ready")
}

fn named_port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

async fn connect(port: u16) -> Result<Client> {
    let mut options = json!({ "args": FLAGS });
    if let Some(chromium) = settings::chromium() {
        options["binary"] = json!(chromium.to_string_lossy());
    }
    let capabilities = json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    let Value::Object(capabilities) = capabilities else { unreachable!("it is an object above") };
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await
        .context("ChromeDriver cannot start Chromium")
}

/// Asks the driver to end all browsers and itself, and waits until it has. Works without a runtime, so
/// that a panic leaves no browser behind.
fn shut_down(port: u16) {
    let asked = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).and_then(|mut stream| {
        stream.set_read_timeout(Some(END))?;
        stream.write_all(
            format!(
                "GET /shutdown HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
            )
            .as_bytes(),
        )?;
        stream.read_to_end(&mut Vec::new())
    });
    // A driver that does not answer any more is killed.
    drop(asked);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_what_the_driver_says() {
        let line = "ChromeDriver was started successfully on port 37459.";
        assert_eq!(named_port(line), Some(37459));
        assert_eq!(named_port("Starting ChromeDriver 140.0 on port 0"), None);
    }

    #[test]
    fn own_commands_are_posted_to_the_session() {
        let command =
            OwnCommand { path: "se/log".into(), body: Some(json!({ "type": "browser" })) };
        let base = Url::parse("http://127.0.0.1:9/").unwrap();
        let url = command.endpoint(&base, Some("abc")).unwrap();
        assert_eq!(url.as_str(), "http://127.0.0.1:9/session/abc/se/log");
        let body = Some(r#"{"type":"browser"}"#.to_owned());
        assert_eq!(command.method_and_body(&url), (Method::POST, body));
    }
}
