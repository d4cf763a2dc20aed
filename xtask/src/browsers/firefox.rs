//! Firefox and geckodriver.
//!
//! # What this module does not do
//! It holds the two to no version of each other: geckodriver drives any Firefox of these years.

use std::path::{Path, PathBuf};

use anyhow::Context;

use super::{or_install, program, version};
use crate::process;
use crate::tools::GECKODRIVER;

const ADVICE: &str = "the tests in Firefox need it as `firefox` or `firefox-esr` on the search path, \
    or FIREFOX set to it. On Debian: apt-get install firefox-esr. On macOS: brew install --cask firefox";

/// The first geckodriver that can let the tests use the browser's own window.
const OLDEST_DRIVER: [u32; 2] = [0, 36];

pub(super) fn find() -> Option<Vec<(&'static str, PathBuf)>> {
    Some(vec![("FIREFOX", browser()?), ("GECKODRIVER", driver()?)])
}

/// Finds both; installs the browser where the system lets it, and compiles the driver where there is
/// none.
///
/// # Errors
/// Where one cannot be had, with what to install.
pub(super) fn ensure() -> anyhow::Result<Vec<(&'static str, PathBuf)>> {
    let browser = or_install(browser, &["firefox-esr"], ADVICE)?;
    let driver = match driver() {
        Some(driver) => driver,
        None => in_folder(&GECKODRIVER.ensure()?).context("geckodriver is not there any more")?,
    };
    Ok(vec![("FIREFOX", browser), ("GECKODRIVER", driver)])
}

fn browser() -> Option<PathBuf> {
    program("FIREFOX", &["firefox-esr", "firefox"])
}

/// A driver that is there: one on the search path that is new enough, or else the pinned one.
fn driver() -> Option<PathBuf> {
    program("GECKODRIVER", &["geckodriver"])
        .filter(|path| version(path).is_some_and(|version| version[..] >= OLDEST_DRIVER[..]))
        .or_else(|| in_folder(&GECKODRIVER.installed()?))
}

fn in_folder(folder: &Path) -> Option<PathBuf> {
    process::find(GECKODRIVER.programs[0], Some(folder.as_os_str()))
}
