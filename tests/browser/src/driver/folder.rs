//! A temporary folder for the files of one browser.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use anyhow::{Context, Result};

/// How long processes may go on writing into it.
const END: Duration = Duration::from_secs(5);

/// A temporary folder, which is removed on drop.
#[derive(Debug)]
pub(super) struct Folder(PathBuf);

impl Folder {
    /// Creates a folder.
    ///
    /// # Errors
    /// If it cannot be created.
    pub(super) fn new() -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        // The name is short, because the path of a socket is limited to about a hundred bytes.
        let folder = env::temp_dir().join(format!("stackfit-{}-{n}", process::id()));
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
        Ok(Self(folder))
    }

    /// Its path.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // The browser's helper processes outlive it for a moment, and write to their cache until
        // then.
        let end = Instant::now() + END;
        while fs::remove_dir_all(&self.0).is_err() && self.0.exists() && Instant::now() < end {
            thread::sleep(Duration::from_millis(20));
        }
    }
}
