//! Chromium and ChromeDriver.
//!
//! # What this module does not do
//! It takes no two that do not fit: ChromeDriver drives the Chromium of its own version.

use std::path::PathBuf;

use anyhow::bail;

use super::{or_install, program, version};

/// The names that Chromium goes by, the usual one first.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

const ADVICE: &str = "the wasm and browser tests drive headless Chromium: install Chromium (or \
    Google Chrome) and the ChromeDriver of the same version, so that `chromium` and `chromedriver` \
    are on the search path, or set CHROMIUM and CHROMEDRIVER to the two programs. On Debian: \
    apt-get install chromium chromium-driver. On macOS: brew install --cask chromium chromedriver";

pub(super) fn find() -> Option<Vec<(&'static str, PathBuf)>> {
    Some(vec![
        ("CHROMIUM", program("CHROMIUM", &BROWSERS)?),
        ("CHROMEDRIVER", program("CHROMEDRIVER", &["chromedriver"])?),
    ])
}

/// Finds both; installs them where the system lets it.
///
/// # Errors
/// Where one is missing, or the two do not fit, with what to install.
pub(super) fn ensure() -> anyhow::Result<Vec<(&'static str, PathBuf)>> {
    let programs = or_install(find, &["chromium", "chromium-driver"], ADVICE)?;
    let majors = programs.iter().map(|(_, path)| version(path)?.first().copied());
    match majors.collect::<Vec<_>>().as_slice() {
        [Some(chromium), Some(driver)] if chromium != driver => {
            bail!("Chromium has version {chromium}, ChromeDriver {driver}; {ADVICE}")
        }
        _ => Ok(programs),
    }
}
