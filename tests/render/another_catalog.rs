//! The interface for a catalog of another kind: it speaks of databases, and nowhere of frameworks.
//!
//! What each view says is tested on the frozen catalog; here it is only whether that depends on it.

use stackfit::authoring::Checked;
use test_support::catalogs::{DATABASES, checked};

use crate::page::{Page, Piece};

thread_local! {
    static READ: Checked = checked(DATABASES);
}

fn page(query: &str) -> Page {
    READ.with(|read| Page::of_checked(read, query))
}

/// A link into each view and each of its states.
const EVERYWHERE: [&str; 16] = [
    "",
    "?f.ability=vectors&f.place=server",
    "?q=sqlite",
    "?q=zzzz",
    "?view=fit",
    "?view=fit&step=abilities&a.abilities=vectors&must.abilities=vectors",
    "?view=fit&step=review&a.use=records",
    "?view=result",
    "?view=result&a.use=records&a.abilities=vectors&w.abilities=important",
    "?view=result&a.use=records&today=mariadb&why=sqlite",
    "?view=result&a.place=library&must.place=library&a.use=cache&must.use=cache",
    "?view=result&a.place=library&must.place=library&a.abilities=safe-copies&must.abilities=safe-copies",
    "?view=compare",
    "?view=compare&compare=postgresql,sqlite&a.use=records",
    "?open=duckdb",
    "?view=xyz&a.use=nothing&catalog=2020-01-02",
];

/// Every text and every value of an attribute of a page.
fn said(page: &Page) -> String {
    let attributes = page.all("*").into_iter().flat_map(Piece::attrs);
    let attributes: Vec<_> = attributes.map(|(_, value)| value.to_owned()).collect();
    format!("{} {}", page.body().text(), attributes.join(" ")).to_lowercase()
}

#[test]
fn nowhere_is_there_a_word_of_frameworks() {
    for query in EVERYWHERE {
        let said = said(&page(query));
        for word in ["framework", "backend", "programming language"] {
            assert!(!said.contains(word), "{query} says {word}: {said}");
        }
    }
}

#[test]
fn what_the_frozen_catalog_says_of_frameworks_is_said_of_databases() {
    let has = |query: &str, text: &str| {
        let said = page(query).body().text();
        assert!(said.contains(text), "{query}: {said}");
    };
    has("", "Open-source databases");
    has("", "5 databases");
    has("?q=zzzz", "Nothing found for “zzzz”. Show all 5");
    has("?view=compare", "Choose two to four databases to compare.");
    has("?view=result&a.use=records", "3 databases fit equally well");
    let search = page("").one("input[type=search]").attr("placeholder").map(ToOwned::to_owned);
    assert_eq!(search.as_deref(), Some("Search databases"));
}

#[test]
fn questions_facts_and_common_questions_work_as_they_do_for_frameworks() {
    let first = "?view=result&a.use=records&a.abilities=vectors&w.abilities=important";
    assert!(page(first).main().one("h2").text().ends_with("MariaDB"));
    let details = page("?open=duckdb");
    assert_eq!(
        details.main().all(".facts > li").len(),
        READ.with(|read| read.catalog.criteria.len())
    );
    let corrections = details.main().all(".fact button[aria-expanded]");
    assert_eq!(corrections.len(), READ.with(|read| read.catalog.criteria.len()));
    assert!(details.main().text().contains("When not to choose it"));
    let answers = page("").body().text();
    assert!(answers.contains("DuckDB and SQLite."), "{answers}");
}
