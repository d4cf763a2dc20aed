//! The browsers that the tests drive, and their drivers. Browsers are installed only by the
//! system's package manager, if that is permitted.

mod apt;
mod drivers;
mod needs;

use std::fmt;
use std::process::Command;

use needs::{CHROMIUM, FIREFOX, Needs, Programs, WEBKIT};

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

/// The engines to run in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Engines {
    /// Chromium, and the others if they are installed.
    Installed,
    /// These, which are installed if they are missing.
    Named(Vec<Engine>),
}

/// A browser with its driver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Browser {
    /// Its engine.
    pub(crate) engine: Engine,
    /// Its programs, by the variables that name them for the tests.
    programs: Programs,
}

impl Engine {
    /// All of them, in the order of the tests.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name on the command line, and in `STACKFIT_ENGINE`.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    const fn needs(self) -> Needs {
        match self {
            Self::Chromium => CHROMIUM,
            Self::Firefox => FIREFOX,
            Self::WebKit => WEBKIT,
        }
    }

    /// The browser, if it is installed with its driver.
    fn find(self) -> Option<Browser> {
        let mut programs = self.needs().find()?;
        if self == Self::Firefox {
            programs.push(("GECKODRIVER", drivers::geckodriver()?));
        }
        Some(Browser { engine: self, programs })
    }

    /// The browser, which is installed if it is missing.
    fn ensure(self) -> anyhow::Result<Browser> {
        let mut programs = self.needs().ensure()?;
        match self {
            Self::Chromium => drivers::same_version(&programs)?,
            Self::Firefox => programs.push(("GECKODRIVER", drivers::ensure_geckodriver()?)),
            Self::WebKit => {}
        }
        Ok(Browser { engine: self, programs })
    }
}

impl Engines {
    /// Parses names separated by commas, or `all`.
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
    /// Sets the variables that name the browser and its driver.
    pub(crate) fn tell<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("STACKFIT_ENGINE", self.engine.id()).envs(self.programs.iter().cloned())
    }
}

/// Chromium, which is installed if it is missing.
pub(crate) fn chromium() -> anyhow::Result<Browser> {
    Engine::Chromium.ensure()
}

/// The browsers of some engines. Prints which are skipped.
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

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::*;

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
}
