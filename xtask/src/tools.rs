//! The tools that build the page, in pinned versions.
//!
//! A tool on the search path is used if it has exactly the pinned version. Otherwise it is taken
//! from the cache folder. If it is missing there, it is installed: by `cargo binstall`, if present,
//! which downloads a binary, or else by `cargo install`.

use std::env;
use std::ffi::OsString;
use std::path::{self, Path, PathBuf};
use std::process::Command;
use std::slice;
use std::time::Instant;

use anyhow::Context;
use etcetera::{AppStrategy as _, AppStrategyArgs, BaseStrategy as _};

use crate::process;

/// Builds and serves the page.
pub(crate) const TRUNK: Tool =
    Tool { package: "trunk", programs: &["trunk"], version: "0.21.14", minutes: 3 };

/// Generates JavaScript glue for wasm, and runs wasm tests. Its version has to equal that of the
/// crate `wasm-bindgen` in Cargo.lock.
pub(crate) const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    version: "0.2.129",
    minutes: 2,
};

/// Drives Firefox.
pub(crate) const GECKODRIVER: Tool =
    Tool { package: "geckodriver", programs: &["geckodriver"], version: "0.37.1", minutes: 2 };

/// The target that the page is compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Settings that compile a tool in a quarter of the time. The tool is slower, but not noticeably.
const FAST: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// A tool with a pinned version.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tool {
    /// The package that contains it.
    pub(crate) package: &'static str,
    /// The required programs, starting with the one that names the tool.
    pub(crate) programs: &'static [&'static str],
    /// The version.
    pub(crate) version: &'static str,
    /// How long it takes to compile on two cores.
    minutes: u32,
}

/// Installs missing tools, after printing how long that takes.
pub(crate) fn ensure(tools: &[Tool]) -> anyhow::Result<()> {
    let missing: Vec<_> = tools.iter().filter(|tool| tool.installed().is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    process::say(&announced(&missing));
    for (at, tool) in (1..).zip(&missing) {
        process::say(&format!("{at} of {}: {} {}", missing.len(), tool.package, tool.version));
        let start = Instant::now();
        tool.install(&tool.root()?)?;
        process::say(&format!("{} took {} s", tool.package, start.elapsed().as_secs()));
    }
    Ok(())
}

/// The message before tools are installed.
fn announced(missing: &[&Tool]) -> String {
    let names: Vec<_> = missing.iter().map(|tool| tool.package).collect();
    let minutes: u32 = missing.iter().map(|tool| tool.minutes).sum();
    format!(
        "the first run installs {} into a cache folder; compiling takes about {minutes} minutes on two \
         cores, once",
        names.join(" and ")
    )
}

impl Tool {
    /// The folder of the programs, which are installed if they are missing.
    pub(crate) fn ensure(&self) -> anyhow::Result<PathBuf> {
        ensure(slice::from_ref(self))?;
        self.installed().with_context(|| {
            format!("{} {} is not there after installing it", self.package, self.version)
        })
    }

    /// The folder of the programs, if they are installed.
    pub(crate) fn installed(&self) -> Option<PathBuf> {
        let kept = || Some(self.root().ok()?.join("bin")).filter(|folder| self.is_in(folder));
        self.on_path().or_else(kept)
    }

    /// The folder on the search path that has the programs in the pinned version.
    fn on_path(&self) -> Option<PathBuf> {
        let search = env::var_os("PATH");
        let program = process::find(self.programs[0], search.as_deref())?;
        let folder = program.parent()?.to_owned();
        self.is_in(&folder).then_some(folder)
    }

    /// Whether a folder holds all programs in the pinned version.
    fn is_in(&self, folder: &Path) -> bool {
        self.programs.iter().all(|program| {
            process::find(program, Some(folder.as_os_str()))
                .and_then(|path| process::output(without_no_color(&path).arg("--version")))
                .is_some_and(|printed| version(&printed) == Some(self.version))
        })
    }

    /// The folder for this version in the cache.
    fn root(&self) -> anyhow::Result<PathBuf> {
        in_cache(&format!("{}-{}", self.programs[0], self.version))
            .context("there is no folder to keep tools in: set STACKFIT_TOOLS to one, or HOME")
    }

    fn install(&self, root: &Path) -> anyhow::Result<()> {
        let Self { package, version, .. } = self;
        if process::output(&mut process::cargo(["binstall", "-V"])).is_some() {
            // Compiling is left to the faster settings below.
            let mut binstall = process::cargo(["binstall", "--no-confirm"]);
            binstall.args(["--disable-strategies", "compile", "--root"]);
            binstall.arg(root).args(["--version", &format!("={version}"), package]);
            match process::run(&mut binstall) {
                Ok(()) => return Ok(()),
                Err(error) => process::say(&format!("{error}; compiling it instead")),
            }
        }
        let mut install = process::cargo(["install", "--locked", "--root"]);
        install.arg(root).args(["--version", &format!("={version}"), package]).envs(FAST);
        process::run(&mut install).with_context(|| format!("cannot install {package} {version}"))
    }
}

/// Makes sure that Rust can compile for the page. `rust-toolchain.toml` names the target too, and
/// rustup adds it if it may install by itself.
pub(crate) fn ensure_wasm_target() -> anyhow::Result<()> {
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    rustc.current_dir(crate::repository::root());
    let installed =
        process::output(&mut rustc).is_some_and(|folder| Path::new(folder.trim_end()).is_dir());
    if installed {
        return Ok(());
    }
    process::say(&format!("adding the target {WASM_TARGET} to the Rust toolchain (once)"));
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", WASM_TARGET]).current_dir(crate::repository::root());
    process::run(&mut rustup).with_context(|| {
        format!("Rust needs its standard library for {WASM_TARGET}; rustup could not add it")
    })
}

/// Trunk, ready for its arguments, with wasm-bindgen on its search path.
pub(crate) fn trunk() -> anyhow::Result<Command> {
    ensure_wasm_target()?;
    ensure(&[WASM_BINDGEN, TRUNK])?;
    let wasm_bindgen = WASM_BINDGEN.ensure()?;
    let folder = TRUNK.ensure()?;
    let program = process::find(TRUNK.programs[0], Some(folder.as_os_str()))
        .context("trunk has just been there, and is not any more")?;
    let mut trunk = without_no_color(&program);
    trunk
        .current_dir(crate::repository::root())
        .env("PATH", before_path([wasm_bindgen, folder])?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    Ok(trunk)
}

/// wasm-bindgen, ready for its arguments: found as Trunk finds it, or else as in [`trunk`].
pub(crate) fn wasm_bindgen() -> anyhow::Result<Command> {
    let trunk = AppStrategyArgs {
        top_level_domain: "dev".to_owned(),
        author: "trunkrs".to_owned(),
        app_name: "trunk".to_owned(),
    };
    let trunks = etcetera::app_strategy::choose_native_strategy(trunk).ok().map(|system| {
        let name = format!("{}-{}", WASM_BINDGEN.programs[0], WASM_BINDGEN.version);
        system.cache_dir().join(name)
    });
    let only = Tool { programs: &WASM_BINDGEN.programs[..1], ..WASM_BINDGEN };
    let folder = match only.on_path().or_else(|| trunks.filter(|folder| only.is_in(folder))) {
        Some(folder) => folder,
        None => WASM_BINDGEN.ensure()?,
    };
    process::find(only.programs[0], Some(folder.as_os_str()))
        .map(Command::new)
        .context("wasm-bindgen has just been there, and is not any more")
}

/// A folder in the cache folder; none if there is no cache folder.
pub(crate) fn in_cache(name: &str) -> Option<PathBuf> {
    let own = env::var_os("STACKFIT_TOOLS").filter(|path| !path.is_empty()).map(PathBuf::from);
    let cache = own.or_else(|| {
        let system = etcetera::choose_base_strategy().ok()?;
        Some(system.cache_dir().join("stackfit").join("tools"))
    });
    Some(path::absolute(cache?).ok()?.join(name))
}

/// The search path with further folders at its start.
pub(crate) fn before_path(folders: impl IntoIterator<Item = PathBuf>) -> anyhow::Result<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let all: Vec<_> = folders.into_iter().chain(env::split_paths(&old)).collect();
    env::join_paths(all).context("the cache folder's path cannot be part of PATH")
}

/// A program without NO_COLOR in its environment: Trunk 0.21 reads that variable as a flag with the
/// value `true` or `false`, and rejects the customary `1`.
fn without_no_color(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_remove("NO_COLOR");
    command
}

/// The version in the output of `--version`: its second word.
fn version(printed: &str) -> Option<&str> {
    printed.split_whitespace().nth(1)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn wasm_bindgen_has_the_version_that_the_page_is_compiled_with() {
        let lock = fs::read_to_string(crate::repository::root().join("Cargo.lock")).unwrap();
        let mut lines = lock.lines().skip_while(|line| *line != "name = \"wasm-bindgen\"");
        let locked = lines.nth(1).expect("wasm-bindgen is in Cargo.lock");
        assert_eq!(locked, format!("version = \"{}\"", WASM_BINDGEN.version));
    }

    #[test]
    fn a_version_is_the_second_word() {
        assert_eq!(version("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(version("wasm-bindgen 0.2.129 (abcdef)"), Some("0.2.129"));
        assert_eq!(version("trunk"), None);
    }

    #[test]
    fn what_is_missing_is_announced_with_the_time_that_all_of_it_takes() {
        let said = announced(&[&TRUNK, &WASM_BINDGEN]);
        assert!(said.contains("trunk and wasm-bindgen-cli"), "{said}");
        assert!(said.contains("about 5 minutes"), "{said}");
    }
}
