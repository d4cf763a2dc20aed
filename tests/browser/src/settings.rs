//! Where the harness finds what it needs: environment variables, which `cargo xtask` sets.
//!
//! | variable | what it holds |
//! |---|---|
//! | `STACKFIT_DIST` | the folder of the built page |
//! | `STACKFIT_BESIDE` | the folder of another build, to be measured beside it |
//! | `STACKFIT_ENGINE` | the engine: `chromium`, `firefox` or `webkit`; the first without it |
//! | `STACKFIT_LEFT_OUT` | a file that says which tests were left out, and why |
//! | `STACKFIT_SHOTS` | where screenshots go; none are taken without it |
//! | `CHROMIUM`, `FIREFOX`, `WEBKIT` | the browsers; the drivers find them by themselves without |
//! | `CHROMEDRIVER`, `GECKODRIVER`, `WEBKITDRIVER` | their drivers; on the search path without |
//! | `XVFB` | makes a screen for WebKit; on the search path without |

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

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

/// The folder of another build to measure beside this one, where there is one.
///
/// # Errors
/// Where there is no page in it.
pub fn beside() -> Result<Option<PathBuf>> {
    set("STACKFIT_BESIDE").map(PathBuf::from).map(with_page).transpose()
}

/// The policies for scripts, styles and requests that the built pages ask their host to send, each with
/// the path of its page.
///
/// # Errors
/// Where they ask for none.
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

/// The folder for screenshots, where they are wanted.
#[must_use]
pub fn shots() -> Option<PathBuf> {
    set("STACKFIT_SHOTS").map(PathBuf::from)
}

/// The engine, where it is told.
pub(crate) fn engine() -> Option<OsString> {
    set("STACKFIT_ENGINE")
}

/// The file for what is left out, where one is wanted.
pub(crate) fn left_out() -> Option<PathBuf> {
    set("STACKFIT_LEFT_OUT").map(PathBuf::from)
}

/// Chromium, where it is told.
pub(crate) fn chromium() -> Option<OsString> {
    set("CHROMIUM")
}

/// Chromium's driver.
pub(crate) fn chromedriver() -> OsString {
    set("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into())
}

/// Firefox, where it is told.
pub(crate) fn firefox() -> Option<OsString> {
    set("FIREFOX")
}

/// Firefox's driver.
pub(crate) fn geckodriver() -> OsString {
    set("GECKODRIVER").unwrap_or_else(|| "geckodriver".into())
}

/// WebKitGTK's browser, where it is told.
pub(crate) fn webkit() -> Option<OsString> {
    set("WEBKIT")
}

/// WebKitGTK's driver.
pub(crate) fn webkit_driver() -> OsString {
    set("WEBKITDRIVER").unwrap_or_else(|| "WebKitWebDriver".into())
}

/// The program that makes a screen.
pub(crate) fn xvfb() -> OsString {
    set("XVFB").unwrap_or_else(|| "Xvfb".into())
}

fn set(variable: &str) -> Option<OsString> {
    env::var_os(variable).filter(|value| !value.is_empty())
}
