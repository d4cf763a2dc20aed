//! The browser that the tests drive, and its driver.
//!
//! # What this module does not do
//! It starts neither, and it downloads neither itself: only the system's package manager installs a
//! browser, where it may.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use crate::process;

/// The names that Chromium goes by, the usual one first.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
const DRIVER: &str = "chromedriver";

const ADVICE: &str = "the wasm and browser tests drive headless Chromium: install Chromium (or \
    Google Chrome) and the ChromeDriver of the same version, so that `chromium` and `chromedriver` \
    are on the search path, or set CHROMIUM and CHROMEDRIVER to the two programs. On Debian: \
    apt-get install chromium chromium-driver. On macOS: brew install --cask chromium chromedriver";

/// A browser and the driver that fits it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Browser {
    /// The browser.
    pub(crate) chromium: PathBuf,
    /// Its driver.
    pub(crate) driver: PathBuf,
}

/// Finds the browser and its driver; installs both where the system lets it.
///
/// # Errors
/// Where one is missing, or the two do not fit, with what to install.
pub(crate) fn ensure() -> anyhow::Result<Browser> {
    if find().is_none() {
        install()?;
    }
    let browser = find().context(ADVICE)?;
    let printed = |program: &Path| process::output(Command::new(program).arg("--version"));
    let of = |program: &Path| printed(program).as_deref().and_then(major);
    match (of(&browser.chromium), of(&browser.driver)) {
        (Some(chromium), Some(driver)) if chromium != driver => {
            bail!("Chromium has version {chromium}, ChromeDriver {driver}; {ADVICE}")
        }
        _ => Ok(browser),
    }
}

fn find() -> Option<Browser> {
    let search = env::var_os("PATH");
    let named = |variable: &str, names: &[&str]| {
        let own = env::var_os(variable).filter(|path| !path.is_empty()).map(PathBuf::from);
        own.or_else(|| names.iter().find_map(|name| process::find(name, search.as_deref())))
    };
    Some(Browser {
        chromium: named("CHROMIUM", &BROWSERS)?,
        driver: named("CHROMEDRIVER", &[DRIVER])?,
    })
}

/// Asks apt, as root or where sudo needs no password; does nothing on other systems.
fn install() -> anyhow::Result<()> {
    let search = env::var_os("PATH");
    let has = |program: &str| process::find(program, search.as_deref()).is_some();
    if !has("apt-get") {
        return Ok(());
    }
    let is_root =
        process::output(Command::new("id").arg("-u")).is_some_and(|printed| printed.trim() == "0");
    let may_sudo = || process::output(Command::new("sudo").args(["-n", "true"])).is_some();
    if !is_root && !may_sudo() {
        return Ok(());
    }
    process::say("installing Chromium and ChromeDriver with apt-get (once)");
    let apt = |arguments: &[&str]| {
        let mut command = Command::new(if is_root { "apt-get" } else { "sudo" });
        if !is_root {
            command.args(["-n", "apt-get"]);
        }
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        process::run(&mut command)
    };
    let packages = ["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"];
    // A fresh machine has no lists of packages yet, or old ones.
    if apt(&packages).is_ok() || apt(&["update"]).and_then(|()| apt(&packages)).is_ok() {
        return Ok(());
    }
    bail!("apt-get could not install them; {ADVICE}")
}

/// The first number of a version, in what a program prints for `--version`.
fn major(printed: &str) -> Option<u32> {
    let version = printed.split_whitespace().find(|word| {
        word.contains('.') && word.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
    })?;
    version.split('.').next()?.parse().ok()
}

impl Browser {
    /// Tells a program which browser and driver to use.
    pub(crate) fn tell<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let driver: &OsStr = self.driver.as_os_str();
        command.env("CHROMIUM", &self.chromium).env("CHROMEDRIVER", driver)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_and_its_driver_are_held_to_the_same_version() {
        let chromium = "Chromium 140.0.7339.80 built on Debian GNU/Linux 12 (bookworm)\n";
        assert_eq!(major(chromium), Some(140));
        assert_eq!(major("ChromeDriver 140.0.7339.80 (0b5bb8a-refs/heads/7339@{#1})"), Some(140));
        assert_eq!(major("Google Chrome 139.0.1.2"), Some(139));
        assert_eq!(major("Chromium"), None);
    }

    #[test]
    fn both_are_told_to_a_program() {
        let browser = Browser { chromium: "/a/chromium".into(), driver: "/a/chromedriver".into() };
        let mut command = Command::new("cargo");
        let told: Vec<_> = browser.tell(&mut command).get_envs().collect();
        assert!(told.contains(&(OsStr::new("CHROMIUM"), Some(OsStr::new("/a/chromium")))));
        assert!(told.contains(&(OsStr::new("CHROMEDRIVER"), Some(OsStr::new("/a/chromedriver")))));
    }
}
