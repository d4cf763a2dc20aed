//! A virtual screen for a browser that needs one. It is not shared: two windows on one screen would
//! take the focus from each other.

use std::process::Stdio;

use anyhow::{Context, Result};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use super::START;
use crate::engine::webkit;
use crate::settings;

/// A running X server. It ends on drop, or with its last window.
#[derive(Debug)]
pub(super) struct Screen {
    name: String,
    _server: Child,
}

impl Screen {
    /// Starts a screen that is large enough for every window of the tests.
    ///
    /// # Errors
    /// If it does not start.
    pub(super) async fn start() -> Result<Self> {
        let program = settings::xvfb();
        let (width, height) = webkit::SCREEN;
        let mut server = Command::new(&program)
            // The server chooses its number and prints it, because a number that was free a moment
            // ago may be taken.
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"])
            .arg(format!("{width}x{height}x24"))
            .arg("-terminate")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| {
                format!("cannot start `{}`: install Xvfb, or set XVFB", program.display())
            })?;
        let output = server.stdout.take().context("Xvfb has no output")?;
        let mut lines = BufReader::new(output).lines();
        let line = timeout(START, lines.next_line()).await.context("Xvfb does not start")??;
        let number = line.context("Xvfb ended before it was ready")?;
        Ok(Self { name: format!(":{}", number.trim()), _server: server })
    }

    /// The value of `DISPLAY` for its clients.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}
