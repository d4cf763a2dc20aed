//! Reuses browsers of finished tests for later ones, because starting a browser takes longer than
//! most tests.
//!
//! A browser stays open as long as another test of the same program is running, so that none is
//! left when the last one ends. The next test gets it with one fresh window and no other state.
//!
//! Browsers with denied features, and those of a test that panicked, are not reused.

use std::future::Future;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::{io, thread};

use anyhow::{Context, Result, anyhow};
use fantoccini::Client;
use tokio::runtime::{Builder, Runtime};

use super::process::Process;
use crate::engine::{Denied, Engine, Setup};

/// The maximum number of idle browsers; the oldest is closed first.
const N_IDLE: usize = 3;

/// A driver with a session. The client ends first.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) client: Client,
    /// Held until the browser is no longer needed.
    pub(super) _process: Process,
}

/// A test's permit for a browser, acquired before it starts; dropping it returns the browser.
#[derive(Debug)]
pub(super) struct Lease {
    setup: Setup,
    running: Option<Running>,
}

/// All browsers of this program.
struct Pool {
    n_leased: usize,
    idle: Vec<(Setup, Running)>,
}

static POOL: Mutex<Pool> = Mutex::new(Pool { n_leased: 0, idle: Vec::new() });

impl Lease {
    /// A lease for a browser with this setup, with an idle one if there is any.
    pub(super) fn new(engine: Engine, setup: &Setup) -> Self {
        let mut pool = POOL.lock().unwrap_or_else(PoisonError::into_inner);
        pool.n_leased += 1;
        let at = pool.idle.iter().position(|(idle, _)| fits(engine, idle, setup));
        let running = at.map(|at| pool.idle.remove(at).1);
        Self { setup: *setup, running }
    }

    /// The browser, if there is one.
    pub(super) const fn running(&self) -> Option<&Running> {
        self.running.as_ref()
    }

    /// Stores a browser, and ends the previous one.
    pub(super) fn set(&mut self, running: Running) {
        self.running = Some(running);
    }

    /// Ends the browser, because it could not be reset.
    pub(super) fn end(&mut self) {
        self.running = None;
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut pool = POOL.lock().unwrap_or_else(PoisonError::into_inner);
        pool.n_leased -= 1;
        let is_reusable = self.setup.denied == Denied::Nothing && !thread::panicking();
        if let Some(running) = self.running.take_if(|_| is_reusable) {
            pool.idle.push((self.setup, running));
        }
        let n_kept = if pool.n_leased == 0 { 0 } else { N_IDLE };
        let n_over = pool.idle.len().saturating_sub(n_kept);
        let over: Vec<_> = pool.idle.drain(..n_over).collect();
        // Ending them takes a moment, during which other tests can get theirs.
        drop(pool);
        drop(over);
    }
}

/// Whether a browser that was started with one setup fits another one.
fn fits(engine: Engine, idle: &Setup, wanted: &Setup) -> bool {
    let fixed = |setup: &Setup| {
        let look = setup.look;
        (look.scheme, look.reduced_motion, look.forced_colors, look.zoom)
    };
    wanted.denied == Denied::Nothing
        && (engine.changes_preferences() || fixed(idle) == fixed(wanted))
}

/// Runs a future on the runtime that outlives tests, because browsers and their drivers do; each
/// test has a runtime that ends with it.
pub(super) async fn outlive<T: Send + 'static>(
    task: impl Future<Output = Result<T>> + Send + 'static,
) -> Result<T> {
    static RUNTIME: LazyLock<io::Result<Runtime>> =
        LazyLock::new(|| Builder::new_multi_thread().worker_threads(1).enable_all().build());
    let runtime = RUNTIME.as_ref().map_err(|error| anyhow!("there is no runtime: {error}"))?;
    runtime.spawn(task).await.context("starting a browser panicked")?
}
