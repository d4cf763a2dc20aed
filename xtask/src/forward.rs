//! `cargo xtask recommend` and `cargo xtask catalog`: the product's own command line under this name.

use std::env;
use std::process::Command;

use crate::cli::Forwarded;
use crate::{process, repository};

/// Goes on as `cargo stackfit` with a command and its arguments.
///
/// # Errors
/// Where Cargo cannot be started.
pub(crate) fn run(command: &str, forwarded: &Forwarded) -> anyhow::Result<()> {
    // In the folder that it was called in, because arguments name files relative to that.
    let mut stackfit = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    stackfit.args(["run", "--package", "stackfit-cli", "--manifest-path"]);
    stackfit.arg(repository::root().join("Cargo.toml")).args(["--", command]);
    stackfit.args(&forwarded.arguments);
    process::become_program(&mut stackfit)
}
