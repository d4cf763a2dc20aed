//! Where the harness finds what it needs: environment variables, which `cargo xtask` sets.
//!
//! | variable | what it holds |
//! |---|---|
//! | `STACKFIT_DIST` | the folder of the built page |
//! | `STACKFIT_SHOTS` | where screenshots go; none are taken without it |
//! | `CHROMIUM` | the browser; ChromeDriver finds it by itself without |
//! | `CHROMEDRIVER` | its driver; `chromedriver` on the search path without |
//!
//! # What this module does not do
//! It looks for nothing beyond what it is told.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// The folder of the built page.
///
/// # Errors
/// Where it is not told, or there is no page in it.
pub fn dist() -> Result<PathBuf> {
    let folder = set("STACKFIT_DIST").map(PathBuf::from).context(
        "STACKFIT_DIST does not say where the built page is: run `cargo xtask test browser`",
    )?;
    with_page(folder)
}

/// The folder of the built page, or where it is when nothing is told.
///
/// # Errors
/// Where there is no page in it.
pub fn dist_or(usual: &Path) -> Result<PathBuf> {
    with_page(set("STACKFIT_DIST").map_or_else(|| usual.to_owned(), PathBuf::from))
}

fn with_page(folder: PathBuf) -> Result<PathBuf> {
    ensure!(
        folder.join("index.html").is_file(),
        "there is no built page in {}: run `cargo xtask dist`",
        folder.display()
    );
    Ok(folder)
}

/// The folder for screenshots, where they are wanted.
#[must_use]
pub fn shots() -> Option<PathBuf> {
    set("STACKFIT_SHOTS").map(PathBuf::from)
}

/// The browser, where it is told.
#[must_use]
pub fn chromium() -> Option<OsString> {
    set("CHROMIUM")
}

/// The driver.
#[must_use]
pub fn chromedriver() -> OsString {
    set("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into())
}

fn set(variable: &str) -> Option<OsString> {
    env::var_os(variable).filter(|value| !value.is_empty())
}
