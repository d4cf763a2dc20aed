//! A folder for the files of one browser.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use anyhow::{Context, Result};

/// How long it may take until nobody writes into it any more.
const END: Duration = Duration::from_secs(5);

/// A folder for temporary files. It is removed when it is dropped.
#[derive(Debug)]
pub(super) struct Folder(PathBuf);

impl Folder {
    /// A new one.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub(super) fn new() -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        // Short, because the path of a socket in it has at most a hundred letters.
        let folder = env::temp_dir().join(format!("stackfit-{}-{n}", process::id()));
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
        Ok(Self(folder))
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.0
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
