//! The processes behind a browser: its driver, and the screen of one that needs a screen.
//!
//! It uses WebDriver only to end the session.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::{Duration, Instant};
use std::{process, thread};

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Child;
use tokio::time::{sleep, timeout};

use super::folder::Folder;
use super::screen::Screen;
use super::{INTERVAL, START};
use crate::engine::{Engine, Setup};

/// How long a driver may take to exit.
const END: Duration = Duration::from_secs(5);
/// How many ports are tried for a driver that cannot choose one, because a free port may be taken
/// meanwhile.
const ATTEMPTS: usize = 5;

/// A running driver. Dropping it ends the driver and its browser.
#[derive(Debug)]
pub(super) struct Process {
    engine: Engine,
    port: u16,
    driver: Child,
    session: Option<String>,
    _screen: Option<Screen>,
    /// Held until all processes are gone.
    _folder: Folder,
}

impl Process {
    /// Starts the driver of an engine on a free port.
    ///
    /// # Errors
    /// If it does not start.
    pub(super) async fn start(engine: Engine, setup: &Setup) -> Result<Self> {
        let folder = Folder::new()?;
        let screen = match engine {
            Engine::WebKit => Some(Screen::start().await?),
            Engine::Chromium | Engine::Firefox => None,
        };
        for _ in 0..ATTEMPTS {
            let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
            let mut command = engine.driver(setup, folder.path(), free)?;
            if let Some(screen) = &screen {
                command.env("DISPLAY", screen.name());
            }
            // It gets a process group of its own, so that all its children can be ended with it.
            #[cfg(unix)]
            command.process_group(0);
            let mut driver = command.spawn().with_context(|| {
                let program = command.as_std().get_program().to_string_lossy();
                format!("cannot start `{program}`, the driver of {}", engine.id())
            })?;
            let port = timeout(START, port(engine, &mut driver, free)).await;
            if let Some(port) = port.context("the driver does not start")?? {
                let session = None;
                return Ok(Self {
                    engine,
                    port,
                    driver,
                    session,
                    _screen: screen,
                    _folder: folder,
                });
            }
        }
        bail!("the driver of {} ended before it was ready", engine.id())
    }

    /// The port that the driver listens on.
    pub(super) const fn port(&self) -> u16 {
        self.port
    }

    /// Sets the session that has to be ended.
    pub(super) fn set_session(&mut self, session: Option<String>) {
        self.session = session;
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.engine == Engine::Chromium {
            // ChromeDriver ends all browsers and itself.
            ask(self.port, "GET", "/shutdown");
            let end = Instant::now() + END;
            while Instant::now() < end && matches!(self.driver.try_wait(), Ok(None)) {
                thread::sleep(Duration::from_millis(5));
            }
        } else if let Some(session) = &self.session {
            ask(self.port, "DELETE", &format!("/session/{session}"));
        }
        // Remaining processes, if the driver hangs or was ended before its browser.
        #[cfg(unix)]
        if let Some(id) = self.driver.id() {
            let group = format!("-{id}");
            let _ = process::Command::new("kill").args(["-KILL", "--", &group]).status();
        }
        let _ = self.driver.start_kill();
    }
}

/// The port of the driver, read from its output, or the one that it was given; none if it exited
/// because the port was taken.
async fn port(engine: Engine, driver: &mut Child, told: u16) -> Result<Option<u16>> {
    let output = driver.stdout.take().context("the driver has no output")?;
    let mut lines = BufReader::new(output).lines();
    let port = if engine == Engine::WebKit {
        loop {
            if driver.try_wait()?.is_some() {
                return Ok(None);
            }
            if TcpStream::connect((Ipv4Addr::LOCALHOST, told)).is_ok() {
                break told;
            }
            sleep(INTERVAL).await;
        }
    } else {
        loop {
            let Some(line) = lines.next_line().await? else { return Ok(None) };
            if let Some(port) = engine.port(&line) {
                break port;
            }
        }
    };
    // Later output is discarded, but has to be read.
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    Ok(Some(port))
}

/// Sends a request to a driver, and waits for the answer. It works without a runtime, so that a
/// panic leaves no browser behind.
fn ask(port: u16, method: &str, path: &str) {
    let asked = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).and_then(|mut stream| {
        stream.set_read_timeout(Some(END))?;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes())?;
        // The answer arrives when the work is done; some drivers keep the connection open after
        // that.
        stream.read(&mut [0; 1024])
    });
    // A driver that no longer answers is killed.
    drop(asked);
}
