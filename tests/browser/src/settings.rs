//! The configuration of the harness: environment variables, which `cargo xtask` sets.
//!
//! | variable | what it holds |
//! |---|---|
//! | `STACKFIT_DIST` | the folder of the built page |
//! | `STACKFIT_BESIDE` | the folder of another build, to be measured beside it |
//! | `STACKFIT_ENGINE` | the engine: `chromium` (the default), `firefox` or `webkit` |
//! | `STACKFIT_LEFT_OUT` | a file that says which tests were left out, and why |
//! | `STACKFIT_SHOTS` | where screenshots go; none are taken without it |
//! | `CHROMIUM`, `FIREFOX`, `WEBKIT` | the browsers; by default the drivers find them |
//! | `CHROMEDRIVER`, `GECKODRIVER`, `WEBKITDRIVER` | their drivers; by default from the search path |
//! | `XVFB` | the X server for WebKit; by default from the search path |

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, ensure};

/// The folder of the built page.
///
/// # Errors
/// If it is not set, or contains no page.
pub fn dist() -> Result<PathBuf> {
    let folder = set("STACKFIT_DIST").map(PathBuf::from).context(
        "STACKFIT_DIST does not say where the built page is: run `cargo xtask test browser`",
    )?;
    with_page(folder)
}

/// The folder of the built page, with a default.
///
/// # Errors
/// If it contains no page.
pub fn dist_or(usual: &Path) -> Result<PathBuf> {
    with_page(set("STACKFIT_DIST").map_or_else(|| usual.to_owned(), PathBuf::from))
}

/// The folder of another build to measure next to this one, if there is one.
///
/// # Errors
/// If it contains no page.
pub fn beside() -> Result<Option<PathBuf>> {
    set("STACKFIT_BESIDE").map(PathBuf::from).map(with_page).transpose()
}

/// The Content Security Policies that the built pages ask their host to send, each with the path of
/// its page.
///
/// # Errors
/// If there are none.
pub fn policies() -> Result<Vec<(String, String)>> {
    let headers = fs::read_to_string(dist()?.join("_headers")).context("there is no _headers")?;
    let mut path = "";
    let mut policies = Vec::new();
    for line in headers.lines() {
        if !line.starts_with(' ') {
            path = line;
        } else if let Some(policy) = line.trim().strip_prefix("Content-Security-Policy: ") {
            policies.push((path.to_owned(), policy.to_owned()));
        }
    }
    ensure!(!policies.is_empty(), "_headers has no policy");
    Ok(policies)
}

fn with_page(folder: PathBuf) -> Result<PathBuf> {
    ensure!(
        folder.join("index.html").is_file(),
        "there is no built page in {}: run `cargo xtask dist`",
        folder.display()
    );
    Ok(folder)
}

/// The folder for screenshots, if set.
#[must_use]
pub fn shots() -> Option<PathBuf> {
    set("STACKFIT_SHOTS").map(PathBuf::from)
}

/// The engine, if set.
pub(crate) fn engine() -> Option<OsString> {
    set("STACKFIT_ENGINE")
}

/// The file for skipped tests, if set.
pub(crate) fn left_out() -> Option<PathBuf> {
    set("STACKFIT_LEFT_OUT").map(PathBuf::from)
}

/// Chromium, if set.
pub(crate) fn chromium() -> Option<OsString> {
    set("CHROMIUM")
}

/// Chromium's driver.
pub(crate) fn chromedriver() -> OsString {
    set("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into())
}

/// Firefox, if set.
pub(crate) fn firefox() -> Option<OsString> {
    set("FIREFOX")
}

/// Firefox's driver.
pub(crate) fn geckodriver() -> OsString {
    set("GECKODRIVER").unwrap_or_else(|| "geckodriver".into())
}

/// WebKitGTK's browser, if set.
pub(crate) fn webkit() -> Option<OsString> {
    set("WEBKIT")
}

/// WebKitGTK's driver.
pub(crate) fn webkit_driver() -> OsString {
    set("WEBKITDRIVER").unwrap_or_else(|| "WebKitWebDriver".into())
}

/// The X server.
pub(crate) fn xvfb() -> OsString {
    set("XVFB").unwrap_or_else(|| "Xvfb".into())
}

fn set(variable: &str) -> Option<OsString> {
    env::var_os(variable).filter(|value| !value.is_empty())
}
