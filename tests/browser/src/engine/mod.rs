//! The browsers that the suite runs in. A run has one of them, chosen by `STACKFIT_ENGINE`.
//!
//! No difference that a reader would see is hidden. The functions of [`Engine`] tell what a driver
//! cannot do, and a test that needs it is skipped and recorded by name ([`left_out`]).

pub(crate) mod chromium;
pub(crate) mod firefox;
pub(crate) mod webkit;

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;
use std::thread;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use tokio::process::Command;

use crate::look::Look;
use crate::settings;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, with ChromeDriver.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, with WebKitWebDriver, on a virtual screen.
    WebKit,
}

/// The setup of a browser. Some engines accept it only at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The size of the page and the reader's preferences.
    pub look: Look,
    /// The denied features.
    pub denied: Denied,
}

/// Features that a reader's settings deny to every page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// Nothing.
    Nothing,
    /// Cookies and storage.
    Storage,
    /// Scripts.
    Scripts,
}

impl Setup {
    /// The same setup with denied features.
    #[must_use]
    pub const fn without(self, denied: Denied) -> Self {
        Self { denied, ..self }
    }
}

impl From<Look> for Setup {
    fn from(look: Look) -> Self {
        Self { look, denied: Denied::Nothing }
    }
}

impl Engine {
    /// All of them, starting with the required one.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engine of this run.
    ///
    /// # Errors
    /// If the variable names no engine.
    pub fn chosen() -> Result<Self> {
        let Some(name) = settings::engine() else { return Ok(Self::Chromium) };
        let names = Self::ALL.map(Self::id).join(", ");
        Self::ALL
            .into_iter()
            .find(|engine| name == engine.id())
            .with_context(|| format!("STACKFIT_ENGINE is {}; it can be {names}", name.display()))
    }

    /// The name in `STACKFIT_ENGINE` and on command lines.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether colours, motion and zoom can change at run time. WebKitGTK takes them from its
    /// toolkit at the start.
    #[must_use]
    pub const fn changes_preferences(self) -> bool {
        !matches!(self, Self::WebKit)
    }

    /// Whether the system's colours can replace the page's. WebKitGTK does not support that.
    #[must_use]
    pub const fn forces_colors(self) -> bool {
        !matches!(self, Self::WebKit)
    }

    /// Whether its console reports failed requests. For WebKitGTK a script in the page records
    /// errors, and scripts are not told about failed requests.
    #[must_use]
    pub const fn tells_failed_requests(self) -> bool {
        !matches!(self, Self::WebKit)
    }

    /// Whether a frame takes its colour scheme from the style of its element in the host page.
    #[must_use]
    pub const fn frames_follow_their_element(self) -> bool {
        !matches!(self, Self::WebKit)
    }

    /// Whether its driver scrolls the page around a frame to an element in it. The others scroll the frame alone,
    /// and click what is out of sight.
    #[must_use]
    pub const fn scrolls_pages_around(self) -> bool {
        matches!(self, Self::Chromium)
    }

    /// The minimum width of the page in its window.
    #[must_use]
    pub const fn narrowest(self) -> u32 {
        match self {
            Self::Chromium | Self::Firefox => 1,
            // Because of the buttons next to the address.
            Self::WebKit => 290,
        }
    }

    /// Whether a script in the page has to record its errors, because the driver does not report
    /// them.
    pub(crate) const fn needs_recorder(self) -> bool {
        matches!(self, Self::WebKit)
    }

    /// The command of the driver.
    pub(crate) fn driver(self, setup: &Setup, folder: &Path, port: u16) -> Result<Command> {
        let mut command = match self {
            Self::Chromium => chromium::driver(),
            Self::Firefox => firefox::driver(folder),
            Self::WebKit => webkit::driver(setup, folder, port)?,
        };
        command
            // The driver creates a fresh profile there; its libraries store their files there too.
            .env("TMPDIR", folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true);
        Ok(command)
    }

    /// The capabilities that the driver is asked for.
    pub(crate) fn capabilities(self, setup: &Setup) -> Value {
        match self {
            Self::Chromium => chromium::capabilities(setup),
            Self::Firefox => firefox::capabilities(setup),
            Self::WebKit => webkit::capabilities(setup),
        }
    }

    /// The port in a line of the driver's output; none in other lines.
    pub(crate) fn port(self, line: &str) -> Option<u16> {
        match self {
            Self::Chromium => chromium::port(line),
            Self::Firefox => firefox::port(line),
            // It prints nothing, and listens on the given port.
            Self::WebKit => None,
        }
    }
}

/// Records that a test, or a part of it, is skipped in this engine, and why; on the terminal and in
/// the file that `STACKFIT_LEFT_OUT` names.
///
/// # Errors
/// If the file cannot be written.
pub fn left_out(why: &str) -> Result<()> {
    let engine = Engine::chosen()?.id();
    let line = format!("{}: {why}", thread::current().name().unwrap_or("a test"));
    eprintln!("left out in {engine}: {line}");
    let Some(path) = settings::left_out() else { return Ok(()) };
    match OpenOptions::new().create(true).append(true).open(&path) {
        // A single write, so that concurrent tests do not mix their lines.
        Ok(mut file) => Ok(file.write_all(format!("{line}\n").as_bytes())?),
        Err(error) => bail!("cannot write {}: {error}", path.display()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_engine_has_a_name_of_its_own() {
        let ids = Engine::ALL.map(Engine::id);
        for (at, id) in ids.iter().enumerate() {
            assert!(!ids[..at].contains(id), "{id}");
        }
    }

    #[test]
    fn a_port_is_read_from_what_a_driver_says() {
        let line = "ChromeDriver was started successfully on port 37459.";
        assert_eq!(Engine::Chromium.port(line), Some(37459));
        assert_eq!(Engine::Chromium.port("Starting ChromeDriver 140.0 on port 0"), None);
        let line = "1795523957872\tgeckodriver\tINFO\tListening on 127.0.0.1:38107";
        assert_eq!(Engine::Firefox.port(line), Some(38107));
        assert_eq!(Engine::Firefox.port("1795523957879\tmozrunner::runner\tINFO\tRunning"), None);
    }
}
