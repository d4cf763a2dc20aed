//! Stackfit on the command line: `cargo stackfit <command>`.
//!
//! Each command is a file or a folder of its own, with its arguments and `run`; adding one is a
//! module and a variant of [`Command`]. Commands contain no product logic: recommendations and
//! checks come from the library.

mod catalog;
mod completions;
mod recommend;
mod record;
mod search;
mod team;

mod clock;
mod output;
mod parallel;
mod repository;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Choose an open-source backend framework, and look after the catalog behind the recommendation
#[derive(Debug, Parser)]
#[command(name = "stackfit", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Recommend(recommend::Arguments),
    Record(record::Arguments),
    Search(search::Arguments),
    Team(team::Arguments),
    #[command(subcommand)]
    Catalog(catalog::Command),
    Completions(completions::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Recommend(arguments) => recommend::run(&arguments),
        Command::Record(arguments) => record::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Team(arguments) => team::run(&arguments),
        Command::Catalog(command) => catalog::run(&command),
        Command::Completions(arguments) => completions::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The alternate form prints the chain of causes on one line.
            output::say(&format!("stackfit: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
