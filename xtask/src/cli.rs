//! The command line: `cargo xtask <command>`. The arguments of a command are declared in its
//! module.

use std::ffi::OsString;

use clap::{Args, Parser, Subcommand};

use crate::{bench, serve, shots, test};

/// Build, serve, test and measure the page
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Serve(serve::Arguments),
    Test(test::Arguments),
    /// Make the release build, in dist/
    Dist,
    Bench(bench::Arguments),
    Shots(shots::Arguments),
    /// Finish a build; Trunk calls it
    Assemble,
    /// The same as `cargo stackfit recommend`
    #[command(disable_help_flag = true)]
    Recommend(Forwarded),
    /// The same as `cargo stackfit catalog`
    #[command(disable_help_flag = true)]
    Catalog(Forwarded),
}

/// Arguments that are passed on to another program.
#[derive(Debug, Args)]
pub(crate) struct Forwarded {
    /// Its arguments
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub(crate) arguments: Vec<OsString>,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        let words = line.split_whitespace();
        let cli = Cli::try_parse_from(["xtask"].into_iter().chain(words));
        cli.map(|cli| cli.command).map_err(|error| error.to_string())
    }

    #[test]
    fn the_declarations_are_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn what_is_not_understood_is_named_with_what_could_be_meant() {
        for (line, named) in [
            ("", "Usage: cargo xtask <COMMAND>"),
            ("sreve", "'serve'"),
            ("serve --prot 1", "'--port'"),
            ("serve --port 70000", "70000"),
            ("test unti", "'unit'"),
            ("test everything", "layers"),
            ("test --engines gecko", "firefox"),
            ("dist now", "now"),
            ("bench pages", "'page'"),
            ("shots pictures --docs", "'--docs'"),
        ] {
            let error = parsed(line).expect_err(line);
            assert!(error.contains(named), "{line}: {error}");
        }
    }

    #[test]
    fn what_the_product_understands_is_handed_on_as_it_is() {
        for (line, expected) in [
            ("recommend ?a.language=python --json", ["?a.language=python", "--json"]),
            ("recommend --json ?a", ["--json", "?a"]),
            ("catalog check --help", ["check", "--help"]),
        ] {
            let Ok(Command::Recommend(handed) | Command::Catalog(handed)) = parsed(line) else {
                panic!("{line}");
            };
            assert_eq!(handed.arguments, expected, "{line}");
        }
    }
}
