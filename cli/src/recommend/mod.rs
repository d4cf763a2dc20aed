//! `stackfit recommend`: the page's own result for a link, without a browser. The library decodes
//! the link, ranks, and writes the sentences, as it does for the page.

pub(crate) mod blocks;
mod report;
pub(crate) mod statements;
mod text;

use clap::Args;
use report::Recommendation;
use stackfit::domain::permalink;

use crate::{catalog, clock, output};

/// Print the page's own result for a link, and all that it says about it
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// A query such as '?a.language=python', or a link that has one
    query: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    folder: catalog::Folder,
}

/// Prints the recommendation for a link.
///
/// # Errors
/// If the catalog cannot be read or has violations. A link is never an error: the parts of it that
/// cannot be followed are listed in the result.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let catalog = catalog::load(arguments.folder.path())?.catalog;
    let recommendation = Recommendation::of(
        &catalog,
        &permalink::address_and_query(&arguments.query).1,
        clock::today(),
    );
    if arguments.json {
        let json = serde_json::to_string_pretty(&recommendation)?;
        output::print(&format!("{json}\n"))
    } else {
        output::print(&text::text(&recommendation))
    }
}
