//! `cargo xtask recommend`: the page's own result for a link, without a browser.
//!
//! # What this module does not do
//! It computes nothing that the page does not: the link is decoded, ranked and put into words by the
//! library.

mod blocks;
mod report;
mod statements;
mod text;

use crate::cli::Recommend;
use crate::{catalog, clock, process};
use report::Recommendation;

/// Prints the recommendation for a link.
///
/// # Errors
/// Where the catalog cannot be read or is not clean. A link is never an error: what it says that
/// cannot be followed is part of the result.
pub(crate) fn run(options: &Recommend) -> anyhow::Result<()> {
    let catalog = catalog::load(options.catalog.as_deref())?.catalog;
    let recommendation = Recommendation::of(&catalog, query(&options.query), clock::today());
    if options.json {
        let json = serde_json::to_string_pretty(&recommendation)?;
        process::print(&format!("{json}\n"))
    } else {
        process::print(&text::text(&recommendation))
    }
}

/// The query of a whole link, or what is a query already.
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
