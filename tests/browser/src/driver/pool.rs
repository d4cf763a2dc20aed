//! Browsers that a test has done with, for the next test that can use them: starting one takes longer than
//! most tests.
//!
//! A browser is kept as long as another test of the same program is running, so that none is left when the
//! last one ends. The next test gets it with one fresh window and nothing else of what was there.
//!
//! It keeps no browser to which something is denied, and none of a test that panicked.

use std::future::Future;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::{io, thread};

use anyhow::{Context, Result, anyhow};
use fantoccini::Client;
use tokio::runtime::{Builder, Runtime};

use super::process::Process;
use crate::engine::{Denied, Engine, Setup};

/// How many wait at most; what came first goes first.
const N_IDLE: usize = 3;

/// A driver with a session. The client ends first.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) client: Client,
    /// Held until the browser is not needed any more.
    pub(super) _process: Process,
}

/// A test's right to a browser, from before it is started; dropping it gives the browser back.
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
    /// For a browser with this setup; with one where one waits.
    pub(super) fn new(engine: Engine, setup: &Setup) -> Self {
        let mut pool = POOL.lock().unwrap_or_else(PoisonError::into_inner);
        pool.n_leased += 1;
        let at = pool.idle.iter().position(|(idle, _)| fits(engine, idle, setup));
        let running = at.map(|at| pool.idle.remove(at).1);
        Self { setup: *setup, running }
    }

    /// The browser, where there is one.
    pub(super) const fn running(&self) -> Option<&Running> {
        self.running.as_ref()
    }

    /// Takes a browser in, and ends the one before.
    pub(super) fn set(&mut self, running: Running) {
        self.running = Some(running);
    }

    /// Ends the browser, because it is not as it was.
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
        // Ending them takes a moment, in which others may have theirs.
        drop(pool);
        drop(over);
    }
}

/// Whether a browser that was started for one setup will do for another.
fn fits(engine: Engine, idle: &Setup, wanted: &Setup) -> bool {
    let fixed = |setup: &Setup| {
        let look = setup.look;
        (look.scheme, look.reduced_motion, look.forced_colors, look.zoom)
    };
    wanted.denied == Denied::Nothing
        && (engine.changes_preferences() || fixed(idle) == fixed(wanted))
}

/// Runs something where browsers and their drivers live on from test to test; a test has a runtime of its
/// own, which ends with it.
pub(super) async fn outlive<T: Send + 'static>(
    task: impl Future<Output = Result<T>> + Send + 'static,
) -> Result<T> {
    static RUNTIME: LazyLock<io::Result<Runtime>> =
        LazyLock::new(|| Builder::new_multi_thread().worker_threads(1).enable_all().build());
    let runtime = RUNTIME.as_ref().map_err(|error| anyhow!("there is no runtime: {error}"))?;
    runtime.spawn(task).await.context("starting a browser panicked")?
}
