//! `cargo xtask shots`: pictures of the built page.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;

use crate::{browsers, dist, process, repository};

/// Take pictures of every view, at four widths, light and dark, alone and in a post
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The folder for the pictures [default: target/shots]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Renew the pictures in docs/ instead: those of the README, and that of links to the page
    #[arg(long, conflicts_with = "folder")]
    docs: bool,
}

/// Builds the page, and takes the pictures.
pub(crate) fn run(options: Arguments) -> anyhow::Result<()> {
    let browser = browsers::chromium()?;
    let built = dist::build()?;
    let (what, folder) = if options.docs {
        ("docs", repository::docs())
    } else {
        ("review", options.folder.unwrap_or_else(repository::shots))
    };
    let folder = std::path::absolute(&folder)
        .with_context(|| format!("'{}' is no folder", folder.display()))?;
    let mut run = process::cargo(["run", "--quiet", "-p", "browser-tests", "--bin", "shots", "--"]);
    run.arg(what).arg(folder).env("STACKFIT_DIST", built.folder());
    process::run(browser.tell(&mut run))
}
