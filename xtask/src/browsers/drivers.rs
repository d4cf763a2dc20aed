//! Checks that a driver matches its browser.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, bail};

use super::needs::{CHROMIUM, Programs, program};
use crate::process;
use crate::tools::GECKODRIVER;

/// The first geckodriver with an option to let the tests use the browser's own window. It drives
/// any current Firefox.
const OLDEST_GECKODRIVER: [u32; 2] = [0, 36];

/// Makes sure that Chromium and ChromeDriver have the same version, if both print one.
pub(super) fn same_version(programs: &Programs) -> anyhow::Result<()> {
    let majors = programs.iter().map(|(_, path)| version(path)?.first().copied());
    match majors.collect::<Vec<_>>().as_slice() {
        [Some(chromium), Some(driver)] if chromium != driver => {
            let advice = CHROMIUM.advice;
            bail!("Chromium has version {chromium}, ChromeDriver {driver}; {advice}")
        }
        _ => Ok(()),
    }
}

/// An existing geckodriver: one on the search path that is new enough, or else the pinned one.
pub(super) fn geckodriver() -> Option<PathBuf> {
    program("GECKODRIVER", &["geckodriver"])
        .filter(|path| version(path).is_some_and(|version| version[..] >= OLDEST_GECKODRIVER[..]))
        .or_else(|| {
            process::find(GECKODRIVER.programs[0], Some(GECKODRIVER.installed()?.as_os_str()))
        })
}

/// A geckodriver, which is compiled if there is none.
pub(super) fn ensure_geckodriver() -> anyhow::Result<PathBuf> {
    if let Some(driver) = geckodriver() {
        return Ok(driver);
    }
    GECKODRIVER.ensure()?;
    geckodriver().context("geckodriver has just been there, and is not any more")
}

/// The version that a program prints for `--version`: the first word that consists of numbers.
fn version(program: impl AsRef<OsStr>) -> Option<Vec<u32>> {
    numbers(&process::output(Command::new(program).arg("--version"))?)
}

fn numbers(printed: &str) -> Option<Vec<u32>> {
    let is_version = |word: &&str| {
        word.contains('.') && word.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
    };
    let version = printed.split_whitespace().find(is_version)?;
    version.split('.').map(|number| number.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_what_a_program_prints() {
        let chromium = "Chromium 140.0.7339.80 built on Debian GNU/Linux 12 (bookworm)\n";
        assert_eq!(numbers(chromium), Some(vec![140, 0, 7339, 80]));
        let driver = "ChromeDriver 140.0.7339.80 (0b5bb8a-refs/heads/7339@{#1})";
        assert_eq!(numbers(driver), Some(vec![140, 0, 7339, 80]));
        assert_eq!(numbers("geckodriver 0.37.1 (abc 2026)\n\nThe source"), Some(vec![0, 37, 1]));
        assert_eq!(numbers("Chromium"), None);
    }
}
