//! The commands of the repository: `cargo xtask <command>`.
//!
//! In reading order: [`cli`] declares the commands [`serve`], [`dist`], [`test`], [`bench`]
//! and [`shots`];
//! [`assemble`] is the last step of a build; [`tools`], [`browsers`] and [`process`] run other
//! programs. The commands of the product itself are in the crate `stackfit-cli`.
//!
//! Nothing is installed outside the cache folder, except the browsers for the tests on Debian and
//! Ubuntu, if that is permitted.

mod cli;

mod assemble;
mod bench;
mod dist;
mod forward;
mod serve;
mod shots;
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
            // The alternate form prints the chain of causes on one line.
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
        Command::Shots(arguments) => shots::run(arguments),
        Command::Assemble => assemble::run(),
        Command::Recommend(forwarded) => forward::run("recommend", &forwarded),
        Command::Catalog(forwarded) => forward::run("catalog", &forwarded),
    }
}
