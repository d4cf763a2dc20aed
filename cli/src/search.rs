//! `stackfit search`: what the page's search finds, without a browser. The library searches, orders
//! and says why, as it does for the page.

use core::fmt::Write as _;

use clap::Args;
use serde::Serialize;
use stackfit::domain::browse::{CardIndex, Chosen};
use stackfit::domain::catalog::Catalog;
use stackfit::domain::decide::{Answers, UtilityTable, rank};
use stackfit::text::{Words, found};

use crate::{catalog, output};

/// Print what the page's search finds, the best first, and why
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The words to search for; all of them have to be found
    #[arg(value_name = "WORD", required = true)]
    words: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    folder: catalog::Folder,
}

/// What a search finds.
#[derive(Debug, Serialize)]
struct Findings {
    /// The words that were searched for.
    query: String,
    /// The entries found, the best first.
    found: Vec<Entry>,
}

/// An entry that was found.
#[derive(Debug, Serialize)]
struct Entry {
    id: String,
    name: String,
    /// Why it was found; empty if its name and its summary have all the words.
    reasons: Vec<String>,
}

/// Prints what is found. Nothing found is no error.
///
/// # Errors
/// If the catalog cannot be read or has violations.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let catalog = catalog::load(arguments.folder.path())?.catalog;
    let findings = Findings::of(&catalog, &arguments.words.join(" "));
    if arguments.json {
        let json = serde_json::to_string_pretty(&findings)?;
        output::print(&format!("{json}\n"))
    } else {
        output::print(&findings.text(&Words::english(&catalog.subject)))
    }
}

impl Findings {
    fn of(catalog: &Catalog, query: &str) -> Self {
        let table = UtilityTable::new(catalog);
        let ranking = rank(&table, &Answers::none(catalog.questions.len()));
        let none = Chosen::none(catalog.facets.len());
        let listing = CardIndex::new(catalog).list(catalog, &none, query, None, &ranking);
        let words = Words::english(&catalog.subject);
        let entry = |id| {
            let alternative = catalog.alternative(id);
            let reasons = listing.matches.as_ref().map(|matches| matches.reasons(id));
            Entry {
                id: alternative.id.to_string(),
                name: alternative.name.to_string(),
                reasons: found(catalog, &words, id, &reasons.unwrap_or_default()),
            }
        };
        Self { query: query.to_owned(), found: listing.found.iter().copied().map(entry).collect() }
    }

    fn text(&self, words: &Words) -> String {
        let mut text = String::new();
        for Entry { name, reasons, .. } in &self.found {
            text.push_str(name);
            if !reasons.is_empty() {
                let _ = write!(text, "  {}", reasons.join(" · "));
            }
            text.push('\n');
        }
        if self.found.is_empty() {
            text = words.get(stackfit::text::msg::BROWSE_EMPTY) + "\n";
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(query: &str) -> Findings {
        Findings::of(&crate::catalog::frozen(), query)
    }

    fn text(query: &str) -> String {
        found(query).text(&Words::english(&crate::catalog::frozen().subject))
    }

    #[test]
    fn a_name_needs_no_reason_and_what_an_entry_has_is_said() {
        let printed = text("django");
        assert!(printed.starts_with("Django\n"), "{printed}");
        let printed = text("ruby graphql");
        let line = "Sinatra  Language: Ruby · has GraphQL, third-party: GraphQL Ruby\n";
        assert!(printed.contains(line), "{printed}");
    }

    #[test]
    fn the_words_of_a_query_may_be_one_argument_or_several() {
        let ids = |query: &str| found(query).found.into_iter().map(|entry| entry.id);
        assert!(ids("python micro").eq(ids("micro  Python")));
        assert!(ids("python micro").eq(["fastapi", "flask"]));
    }

    #[test]
    fn nothing_found_is_said() {
        assert_eq!(text("nothing-like-it"), "Nothing matches all of this.\n");
        assert!(found("nothing-like-it").found.is_empty());
    }
}
