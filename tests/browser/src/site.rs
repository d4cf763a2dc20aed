//! A site of one page, for experiments or to embed the widget.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

use anyhow::Result;

/// A folder with a page, removed when it is dropped.
#[derive(Debug)]
pub struct Site(PathBuf);

impl Site {
    /// A page with this body.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn new(body: &str) -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("stackfit-site-{}-{n}", process::id()));
        fs::create_dir_all(&folder)?;
        // Without an icon the browser would request one, and the 404 would be an error.
        let head = "<!doctype html><html lang=en><meta charset=utf-8><title>Test</title><link rel=icon href=data:,>";
        fs::write(folder.join("index.html"), format!("{head}<body>{body}"))?;
        Ok(Self(folder))
    }

    /// Its path.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Remaining temporary files are harmless.
        let _ = fs::remove_dir_all(&self.0);
    }
}
