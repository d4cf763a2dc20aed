//! The commands of the repository: `cargo xtask <command>`.
//!
//! In reading order: [`cli`] what can be asked for; [`serve`], [`dist`], [`test`] and [`bench`] the
//! commands, and [`assemble`] the last step of a build; [`tools`], [`browsers`] and [`process`] what they
//! run other programs with. The commands of the product itself are the crate `stackfit-cli`.
//!
//! They install nothing outside the cache folder, apart from the browsers that the tests drive where the
//! system is Debian or Ubuntu and lets them.

mod cli;

mod assemble;
mod bench;
mod dist;
mod forward;
mod serve;
mod test;

mod browsers;
mod process;
mod repository;
mod tools;

use std::process::ExitCode;

use clap::Parser as _;
use cli::{Cli, Command};

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The alternate form prints the causes too, on one line.
            eprintln!("cargo xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Test(arguments) => test::run(arguments),
        Command::Dist => dist::run(),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Assemble => assemble::run(),
        Command::Recommend(forwarded) => forward::run("recommend", &forwarded),
        Command::Catalog(forwarded) => forward::run("catalog", &forwarded),
    }
}
