//! WebKitGTK's small browser and its driver, and the screen that they need.
//!
//! # What this module does not do
//! It does not look for the browser: the driver knows where the one of its own version is.

use std::path::PathBuf;

use super::{or_install, program};

const ADVICE: &str = "the tests in WebKitGTK need `WebKitWebDriver`, its MiniBrowser and `Xvfb`; \
    WEBKITDRIVER and XVFB may name the programs. On Debian: apt-get install webkit2gtk-driver xvfb. \
    There is none for macOS and Windows: leave it out there, with --engines chromium,firefox";

/// The package with the driver depends on the one with the browser.
const PACKAGES: [&str; 2] = ["webkit2gtk-driver", "xvfb"];

pub(super) fn find() -> Option<Vec<(&'static str, PathBuf)>> {
    Some(vec![
        ("WEBKITDRIVER", program("WEBKITDRIVER", &["WebKitWebDriver"])?),
        ("XVFB", program("XVFB", &["Xvfb"])?),
    ])
}

/// Finds both; installs them where the system lets it.
///
/// # Errors
/// Where one is missing, with what to install.
pub(super) fn ensure() -> anyhow::Result<Vec<(&'static str, PathBuf)>> {
    or_install(find, &PACKAGES, ADVICE)
}
