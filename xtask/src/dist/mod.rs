//! `cargo xtask dist`: the release build.
//!
//! # What this module does not do
//! It holds nothing to a budget; `bench` does.

pub(crate) mod sizes;

use sizes::Delivery;

use crate::{process, repository, tools};

/// Builds, and prints the bytes of each file.
///
/// # Errors
/// Where the build fails or its files cannot be read.
pub(crate) fn run() -> anyhow::Result<()> {
    build()?;
    process::print(&Delivery::measure(&repository::dist())?.to_string())
}

/// Builds the page for release, into the repository's `dist`.
///
/// # Errors
/// Where the tools cannot be had or the build fails.
pub(crate) fn build() -> anyhow::Result<()> {
    let mut trunk = tools::trunk()?;
    process::say("building the page for release");
    process::run(trunk.args(["build", "--release", "--dist"]).arg(repository::dist()))
}
