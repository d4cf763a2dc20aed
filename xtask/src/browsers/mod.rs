//! The browsers that the tests drive, and their drivers: one file for each engine. Only the system's
//! package manager installs a browser, where it may.

mod apt;
mod chromium;
mod firefox;
mod webkit;

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fmt};

use anyhow::Context;

use crate::process;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium, which every run needs.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK.
    WebKit,
}

/// Which engines to run in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Engines {
    /// Chromium, and what else is installed.
    Installed,
    /// These, installed where they are not.
    Named(Vec<Engine>),
}

/// A browser with all that drives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Browser {
    /// Its engine.
    pub(crate) engine: Engine,
    /// Its programs, by the variables that tell the tests where they are.
    programs: Vec<(&'static str, PathBuf)>,
}

impl Engine {
    /// All of them, in the order in which they run.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name on the command line, and in `STACKFIT_ENGINE`.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The browser, where it is installed with all that drives it.
    fn find(self) -> Option<Browser> {
        let programs = match self {
            Self::Chromium => chromium::find(),
            Self::Firefox => firefox::find(),
            Self::WebKit => webkit::find(),
        };
        Some(Browser { engine: self, programs: programs? })
    }

    /// The browser; it is installed where it is not there.
    fn ensure(self) -> anyhow::Result<Browser> {
        let programs = match self {
            Self::Chromium => chromium::ensure()?,
            Self::Firefox => firefox::ensure()?,
            Self::WebKit => webkit::ensure()?,
        };
        Ok(Browser { engine: self, programs })
    }
}

impl Engines {
    /// Reads names with commas between, or `all`.
    ///
    /// # Errors
    /// Where one is none of an engine.
    pub(crate) fn named(names: &str) -> Result<Self, String> {
        if names == "all" {
            return Ok(Self::Named(Engine::ALL.to_vec()));
        }
        let engine = |name: &str| Engine::ALL.into_iter().find(|engine| engine.id() == name);
        names.split(',').map(engine).collect::<Option<_>>().map(Self::Named).ok_or_else(|| {
            let all = Engine::ALL.map(Engine::id).join(", ");
            format!("the engines are {all}, with commas between, or all")
        })
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        })
    }
}

impl Browser {
    /// Tells a program where the browser and its driver are.
    pub(crate) fn tell<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("STACKFIT_ENGINE", self.engine.id()).envs(self.programs.iter().cloned())
    }
}

/// Chromium, installed where it is not there.
///
/// # Errors
/// Where it cannot be had.
pub(crate) fn chromium() -> anyhow::Result<Browser> {
    Engine::Chromium.ensure()
}

/// The browsers of some engines. Says which are left out.
///
/// # Errors
/// Where one that has to be there cannot be had.
pub(crate) fn ensure(engines: &Engines) -> anyhow::Result<Vec<Browser>> {
    match engines {
        Engines::Named(named) => {
            let wanted = Engine::ALL.into_iter().filter(|engine| named.contains(engine));
            wanted.map(Engine::ensure).collect()
        }
        Engines::Installed => {
            let mut found = vec![chromium()?];
            for engine in [Engine::Firefox, Engine::WebKit] {
                match engine.find() {
                    Some(browser) => found.push(browser),
                    None => process::say(&format!(
                        "{engine} is left out: it is not installed, or its driver is not; \
                         `--engines all` installs both where it may"
                    )),
                }
            }
            Ok(found)
        }
    }
}

/// A program: the one that a variable names, or the first of some names on the search path.
fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let own = env::var_os(variable).filter(|path| !path.is_empty()).map(PathBuf::from);
    own.or_else(|| {
        let search = env::var_os("PATH");
        names.iter().find_map(|name| process::find(name, search.as_deref()))
    })
}

/// Finds programs; where they are not there, installs packages and finds them again.
fn or_install<T>(
    find: impl Fn() -> Option<T>,
    packages: &[&str],
    advice: &'static str,
) -> anyhow::Result<T> {
    if let Some(found) = find() {
        return Ok(found);
    }
    apt::install(packages).context(advice)?;
    find().context(advice)
}

/// The version that a program prints for `--version`: the first word that is made of numbers.
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

    #[test]
    fn a_program_is_told_the_engine_and_where_its_programs_are() {
        let programs = vec![("FIREFOX", "/a/firefox".into()), ("GECKODRIVER", "/a/gecko".into())];
        let browser = Browser { engine: Engine::Firefox, programs };
        let mut command = Command::new("cargo");
        let told: Vec<_> = browser.tell(&mut command).get_envs().collect();
        let has = |name, value| told.contains(&(OsStr::new(name), Some(OsStr::new(value))));
        assert!(has("STACKFIT_ENGINE", "firefox"), "{told:?}");
        assert!(has("FIREFOX", "/a/firefox") && has("GECKODRIVER", "/a/gecko"), "{told:?}");
    }

    #[test]
    fn engines_are_named_with_commas_between_or_all_at_once() {
        assert_eq!(Engines::named("all"), Ok(Engines::Named(Engine::ALL.to_vec())));
        let some = vec![Engine::WebKit, Engine::Chromium];
        assert_eq!(Engines::named("webkit,chromium"), Ok(Engines::Named(some)));
        assert!(Engines::named("chromium,gecko").is_err_and(|said| said.contains("firefox")));
    }

    #[test]
    fn every_engine_has_a_name_of_its_own() {
        let ids = Engine::ALL.map(Engine::id);
        for (at, id) in ids.iter().enumerate() {
            assert!(!ids[..at].contains(id), "{id}");
        }
    }
}
