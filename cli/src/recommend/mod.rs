//! `stackfit recommend`: the page's own result for a link, without a browser. The library decodes
//! the link, ranks, and writes the sentences, as it does for the page.

pub(crate) mod blocks;
mod report;
pub(crate) mod statements;
mod text;

use clap::Args;
use report::Recommendation;

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
    let recommendation = Recommendation::of(&catalog, query(&arguments.query), clock::today());
    if arguments.json {
        let json = serde_json::to_string_pretty(&recommendation)?;
        output::print(&format!("{json}\n"))
    } else {
        output::print(&text::text(&recommendation))
    }
}

/// The query of a full link, or the text itself if it is a query already.
fn query(link: &str) -> &str {
    let link = link.split_once('#').map_or(link, |(link, _)| link);
    let is_address = link.contains("://") && !link.starts_with('?');
    match link.split_once('?') {
        Some((_, query)) if is_address => query,
        None if is_address => "",
        _ => link,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_can_be_given_as_it_is_or_within_its_address() {
        assert_eq!(query("?a.language=python"), "?a.language=python");
        assert_eq!(query("a.language=python&q=x?y"), "a.language=python&q=x?y");
        assert_eq!(query("?q=https://a"), "?q=https://a");
        assert_eq!(query("https://example.org/fit/?a.language=python#top"), "a.language=python");
        assert_eq!(query("https://example.org/fit/"), "");
    }
}
