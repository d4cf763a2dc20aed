//! A site of one page, to try things on or to put the widget into.

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
    /// Where it cannot be written.
    pub fn new(body: &str) -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("stackfit-site-{}-{n}", process::id()));
        fs::create_dir_all(&folder)?;
        // Without an icon the browser would ask for one, and the answer would be an error.
        let head = "<!doctype html><html lang=en><title>Test</title><link rel=icon href=data:,>";
        fs::write(folder.join("index.html"), format!("{head}<body>{body}"))?;
        Ok(Self(folder))
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // What is left over in the folder for temporary files harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}
