//! The commands of the repository: `cargo xtask <command>`.
//!
//! In reading order: [`cli`] what can be asked for; [`serve`], [`dist`], [`test`], [`recommend`],
//! [`catalog`] and [`bench`] the commands; [`tools`], [`browsers`] and [`process`] what they run
//! other programs with.
//!
//! # What this crate does not do
//! It decides nothing about the product: recommendations and checks are the library's own.
//! It installs nothing outside its cache folder, apart from Rust's wasm target and, where the system
//! is Debian or Ubuntu and lets it, the browsers that the tests drive.

mod cli;

mod assemble;
mod bench;
mod catalog;
mod dist;
mod recommend;
mod serve;
mod test;

mod browsers;
mod clock;
mod process;
mod repository;
mod tools;

use std::env;
use std::process::ExitCode;

use cli::{Command, USAGE};

fn main() -> ExitCode {
    let command = match cli::parse(env::args_os().skip(1)) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("cargo xtask: {error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(command) {
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
        Command::Help => process::print(USAGE),
        Command::Serve(options) => serve::run(&options),
        Command::Assemble => assemble::run(),
        Command::Dist => dist::run(),
        Command::Test(cli::Test { stages, engines }) => test::run(&stages, &engines),
        Command::ListStages => test::list(),
        Command::Recommend(options) => recommend::run(&options),
        Command::Check(folder) => catalog::check(folder),
        Command::Report(options) => catalog::report::run(&options),
        Command::Export(options) => catalog::export(&options),
        Command::New(options) => catalog::start::run(&options.id, options.catalog.as_deref()),
        Command::Fresh(options) => catalog::fresh::run(options.months, options.catalog.as_deref()),
        Command::Schema(folder) => catalog::schema::run(folder.as_deref()),
        Command::Bench(options) => bench::run(&options),
        Command::BenchNatively => bench::print_native(),
    }
}
