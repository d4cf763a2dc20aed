//! The programs that the engines need, and how they are found or installed.

use std::env;
use std::path::PathBuf;

use anyhow::Context;

use super::apt;
use crate::process;

/// Paths of programs, by the variables that name them for the tests.
pub(super) type Programs = Vec<(&'static str, PathBuf)>;

/// What an engine needs.
pub(super) struct Needs {
    /// Its programs: the variable that may name one, and its possible names, the usual one first.
    programs: &'static [(&'static str, &'static [&'static str])],
    /// The Debian packages that contain them.
    packages: &'static [&'static str],
    /// What to install by hand if the command is not permitted to.
    pub(super) advice: &'static str,
}

pub(super) const CHROMIUM: Needs = Needs {
    programs: &[
        ("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "chrome"]),
        ("CHROMEDRIVER", &["chromedriver"]),
    ],
    packages: &["chromium", "chromium-driver"],
    advice: "the wasm and browser tests drive headless Chromium: install Chromium (or Google Chrome) and \
        the ChromeDriver of the same version, so that `chromium` and `chromedriver` are on the search \
        path, or set CHROMIUM and CHROMEDRIVER to the two programs. On Debian: apt-get install chromium \
        chromium-driver. On macOS: brew install --cask chromium chromedriver",
};

/// Without its driver, which is compiled if it is missing.
pub(super) const FIREFOX: Needs = Needs {
    programs: &[("FIREFOX", &["firefox-esr", "firefox"])],
    packages: &["firefox-esr"],
    advice: "the tests in Firefox need it as `firefox` or `firefox-esr` on the search path, or FIREFOX \
        set to it. On Debian: apt-get install firefox-esr. On macOS: brew install --cask firefox",
};

/// The driver finds the browser of its own version, and its package depends on that one's. Both
/// need a screen.
pub(super) const WEBKIT: Needs = Needs {
    programs: &[("WEBKITDRIVER", &["WebKitWebDriver"]), ("XVFB", &["Xvfb"])],
    packages: &["webkit2gtk-driver", "xvfb"],
    advice: "the tests in WebKitGTK need `WebKitWebDriver`, its MiniBrowser and `Xvfb`; WEBKITDRIVER and \
        XVFB may name the programs. On Debian: apt-get install webkit2gtk-driver xvfb. There is none for \
        macOS and Windows: leave it out there, with --engines chromium,firefox",
};

impl Needs {
    /// The programs, if all exist.
    pub(super) fn find(&self) -> Option<Programs> {
        let programs = self.programs.iter();
        programs.map(|&(variable, names)| Some((variable, program(variable, names)?))).collect()
    }

    /// The programs, which are installed if the system permits it; otherwise an error that says
    /// what to install.
    pub(super) fn ensure(&self) -> anyhow::Result<Programs> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        apt::install(self.packages).context(self.advice)?;
        self.find().context(self.advice)
    }
}

/// A program: the one that a variable names, or the first of several names on the search path.
pub(super) fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let own = env::var_os(variable).filter(|path| !path.is_empty()).map(PathBuf::from);
    own.or_else(|| {
        let search = env::var_os("PATH");
        names.iter().find_map(|name| process::find(name, search.as_deref()))
    })
}
