//! `stackfit completions`: shell completions of commands and options.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::{Cli, output};

/// Print completions for a shell
///
/// They complete the program `stackfit`, which `cargo install --path cli` installs. For bash:
/// source <(stackfit completions bash)
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The shell
    shell: Shell,
}

/// Prints the completions.
///
/// # Errors
/// If standard output cannot be written.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let mut script = Vec::new();
    let mut command = Cli::command();
    clap_complete::generate(arguments.shell, &mut command, "stackfit", &mut script);
    output::print(&String::from_utf8(script)?)
}
