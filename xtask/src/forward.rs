//! `cargo xtask recommend` and `cargo xtask catalog` forward to the product's own command line.

use std::env;
use std::process::Command;

use crate::cli::Forwarded;
use crate::{process, repository};

/// Becomes `cargo stackfit` with a command and its arguments.
pub(crate) fn run(command: &str, forwarded: &Forwarded) -> anyhow::Result<()> {
    // In the current folder, because arguments name files relative to it.
    let mut stackfit = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    stackfit.args(["run", "--package", "stackfit-cli", "--manifest-path"]);
    stackfit.arg(repository::root().join("Cargo.toml")).args(["--", command]);
    stackfit.args(&forwarded.arguments);
    process::become_program(&mut stackfit)
}
