//! The stages, and the command lines of each.

use std::cell::OnceCell;
use std::path::PathBuf;

use anyhow::{Context, ensure};
use clap::ValueEnum;

use super::suite;
use crate::browsers::{Browser, Engines};
use crate::dist::Built;
use crate::dist::sizes::Sizes;
use crate::process::{self, cargo};
use crate::tools::{self, WASM_TARGET};
use crate::{browsers, dist};

/// The frozen catalog of the tests.
const FROZEN: &str = "tests/fixtures/frameworks";

/// A catalog of another subject.
const SECOND_DOMAIN: &str = "tests/fixtures/databases";

/// A stage of the tests, in an order that finds cheap mistakes first. The doc comments of the
/// variants are printed by `--help` and `--list`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stage {
    /// the formatting is rustfmt's
    Fmt,
    /// clippy finds nothing, natively and for the page
    Lint,
    /// the domain compiles without any interface, natively and for the page
    Layers,
    /// native tests: domain, catalog, commands
    Unit,
    /// native tests: components rendered to strings
    Render,
    /// tests of the browser's edge, in headless Chromium
    Wasm,
    /// the built page keeps its budgets of bytes
    Size,
    /// the built page, driven in Chromium, Firefox and WebKitGTK
    Browser,
}

/// What some stages need in addition to Cargo.
pub(crate) struct Tools {
    /// For the tests of the browser's edge.
    chromium: Option<Browser>,
    /// For the tests of the built page.
    browsers: Vec<Browser>,
    wasm_bindgen: Option<PathBuf>,
    /// The built page: one for all stages, locked until they are over.
    built: OnceCell<Built>,
}

impl Tools {
    /// Finds or installs what some stages need, so that nothing is missing half an hour later.
    pub(crate) fn ensure(stages: &[Stage], engines: &Engines) -> anyhow::Result<Self> {
        let needs = |some: &[Stage]| some.iter().any(|stage| stages.contains(stage));
        let mut all = Self {
            chromium: None,
            browsers: Vec::new(),
            wasm_bindgen: None,
            built: OnceCell::new(),
        };
        if needs(&[Stage::Wasm]) {
            all.chromium = Some(browsers::chromium()?);
        }
        if needs(&[Stage::Browser]) {
            all.browsers = browsers::ensure(engines)?;
        }
        if needs(&[Stage::Lint, Stage::Layers, Stage::Wasm, Stage::Size, Stage::Browser]) {
            tools::ensure_wasm_target()?;
        }
        if needs(&[Stage::Size, Stage::Browser]) {
            // Both are checked first, so that missing tools are reported before anything is
            // compiled.
            tools::ensure(&[tools::WASM_BINDGEN, tools::TRUNK])?;
        }
        if needs(&[Stage::Wasm]) {
            all.wasm_bindgen = Some(tools::WASM_BINDGEN.ensure()?);
        }
        Ok(all)
    }

    /// The built page.
    fn built(&self) -> anyhow::Result<&Built> {
        if self.built.get().is_none() {
            // No other code sets it.
            let _ = self.built.set(dist::build()?);
        }
        self.built.get().context("the page has just been built")
    }
}

impl Stage {
    /// Its name on the command line.
    pub(crate) fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Its description.
    pub(crate) fn what(self) -> String {
        let value = self.to_possible_value();
        value.and_then(|value| value.get_help().map(ToString::to_string)).unwrap_or_default()
    }

    /// Runs the stage.
    pub(crate) fn run(self, tools: &Tools) -> anyhow::Result<()> {
        match self {
            Self::Fmt => process::run(&mut cargo(["fmt", "--all", "--", "--check"])),
            Self::Lint => lint(),
            Self::Layers => layers(),
            Self::Unit => unit(),
            Self::Render => render(),
            Self::Wasm => wasm(tools),
            Self::Size => size(tools),
            Self::Browser => suite::run(tools.built()?, &tools.browsers),
        }
    }
}

fn each<const N: usize>(lines: [&str; N]) -> anyhow::Result<()> {
    for line in lines {
        process::print(&format!("--> cargo {line}\n"))?;
        process::run(&mut cargo(line.split_whitespace()))?;
    }
    Ok(())
}

fn lint() -> anyhow::Result<()> {
    each([
        "clippy -p stackfit --features authoring,ssr,embedded --all-targets -- -D warnings",
        "clippy -p stackfit-cli -p xtask -p engine-bench -p bench-report -p browser-tests \
         -p test-support --all-targets -- -D warnings",
        "clippy -p stackfit --target wasm32-unknown-unknown --features csr --lib --bin app \
         --test wasm -- -D warnings",
        "clippy -p stackfit --target wasm32-unknown-unknown --features explain --bin explain \
         -- -D warnings",
    ])
}

fn layers() -> anyhow::Result<()> {
    each([
        "check -p stackfit --no-default-features --lib",
        "check -p stackfit --no-default-features --lib --target wasm32-unknown-unknown",
    ])
}

fn unit() -> anyhow::Result<()> {
    each([
        "test -p stackfit",
        "test -p test-support",
        "test -p stackfit-cli",
        "test -p xtask -p engine-bench -p bench-report",
        // The scenarios of that crate need the built page; the stage `browser` runs them.
        "test -p browser-tests --lib --bins",
    ])
}

fn render() -> anyhow::Result<()> {
    // The library's own tests again, because those of the interface exist only with `ssr`.
    each(["test -p stackfit --features ssr --lib --test render"])?;
    // The build embeds the catalog that the variable names.
    let line = "test -p stackfit --features ssr --test render embedded";
    let mut test = cargo(line.split_whitespace());
    test.env("CATALOG_DIR", SECOND_DOMAIN);
    process::print(&format!("--> CATALOG_DIR={SECOND_DOMAIN} cargo {line}\n"))?;
    process::run(&mut test)
}

fn wasm(tools: &Tools) -> anyhow::Result<()> {
    let (browser, folder) = tools
        .chromium
        .as_ref()
        .zip(tools.wasm_bindgen.clone())
        .context("the browser and wasm-bindgen were not looked for")?;
    let mut test = cargo(["test", "-p", "stackfit", "--target", WASM_TARGET]);
    test.args(["--features", "csr", "--test", "wasm"]);
    let runner = process::find("wasm-bindgen-test-runner", Some(folder.as_os_str()))
        .context("wasm-bindgen-test-runner is missing beside wasm-bindgen")?;
    // The interface is tested on the frozen catalog, which new entries do not change.
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner).env("CATALOG_DIR", FROZEN);
    // All tests together have as many seconds; the runner's own 20 are too few on a busy machine.
    test.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    process::print(&format!("--> {}\n", process::line(&test)))?;
    process::run(browser.tell(&mut test))
}

fn size(tools: &Tools) -> anyhow::Result<()> {
    let sizes = Sizes::measure(tools.built()?.folder())?;
    process::print(&format!("{sizes}"))?;
    for warning in sizes.warnings() {
        process::say(&format!("warning: near its budget: {warning}"));
    }
    let over = sizes.complaints();
    ensure!(over.is_empty(), "over budget: {}", over.join("; "));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cheap_stages_need_no_tools() {
        let tools = Tools::ensure(&[Stage::Fmt, Stage::Unit], &Engines::Installed).unwrap();
        assert!(tools.chromium.is_none() && tools.browsers.is_empty());
        assert!(tools.wasm_bindgen.is_none());
    }
}
