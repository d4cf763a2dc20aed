//! The interface for a catalog of another kind: it speaks of databases, and nowhere of frameworks.
//!
//! It is compiled with that catalog embedded, and so only run by name:
//! `CATALOG_DIR=tests/fixtures/databases cargo test --features ssr --test second_domain`.
//!
//! # What this file does not do
//! What each view says is tested with the shipped catalog; here it is only whether that depends on it.

#[allow(dead_code, unused_imports, reason = "the other catalog needs a part of what reads pages")]
#[path = "rendering/page.rs"]
mod page;
#[allow(dead_code, reason = "the other catalog needs a part of what reads pages")]
#[path = "support/reading.rs"]
mod reading;

use page::{Page, catalog};

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
    let attributes = page.all("*").into_iter().flat_map(page::Piece::attrs);
    let attributes: Vec<_> = attributes.map(|(_, value)| value.to_owned()).collect();
    format!("{} {}", page.body().text(), attributes.join(" ")).to_lowercase()
}

#[test]
fn the_catalog_that_is_embedded_is_the_other_one() {
    let subject = catalog().subject;
    assert_eq!(&*subject.id, "open-source-databases", "build with CATALOG_DIR, as said above");
}

#[test]
fn nowhere_is_there_a_word_of_frameworks() {
    for query in EVERYWHERE {
        let said = said(&Page::at(query));
        for word in ["framework", "backend", "programming language"] {
            assert!(!said.contains(word), "{query} says {word}: {said}");
        }
    }
}

#[test]
fn what_the_shipped_catalog_says_of_frameworks_is_said_of_databases() {
    let has = |query: &str, text: &str| {
        let said = Page::at(query).body().text();
        assert!(said.contains(text), "{query}: {said}");
    };
    has("", "Open-source databases");
    has("", "5 databases");
    has("?q=zzzz", "No database has all of this.");
    has("?view=compare", "Choose two to four databases to compare.");
    has("?view=result&a.use=records", "fit equally well");
    let search = Page::at("").one("input[type=search]").attr("placeholder").map(ToOwned::to_owned);
    assert_eq!(search.as_deref(), Some("Name, runs as, data model"));
}

#[test]
fn questions_facts_and_common_questions_work_as_they_do_for_frameworks() {
    let first = "?view=result&a.use=records&a.abilities=vectors&w.abilities=important";
    assert!(Page::at(first).main().text().contains("MariaDB fits best"));
    let details = Page::at("?open=duckdb");
    assert_eq!(details.main().all("dl > div").len(), catalog().criteria.len());
    assert!(!details.main().text().contains("Contest"), "this catalog names no place for it");
    assert!(details.main().text().contains("When not to choose it"));
    let answers = Page::at("").body().text();
    assert!(answers.contains("DuckDB and SQLite."), "{answers}");
}
