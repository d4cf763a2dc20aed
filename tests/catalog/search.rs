//! What the search of the shipped catalog finds for words that developers type.

use std::collections::BTreeSet;

use stackfit::domain::browse::{CardIndex, SearchIndex};
use test_support::catalogs::{SHIPPED, checked};
use test_support::search_words::SearchWord;

#[test]
fn what_developers_type_finds_what_they_look_for() {
    let catalog = checked(SHIPPED).catalog;
    let cards = CardIndex::new(&catalog);
    let words = SearchWord::all(&catalog);
    assert!(words.len() >= 150, "{}", words.len());
    let mut wrong = Vec::new();
    for word in &words {
        // Among most of the entries is nearly anywhere.
        assert!(word.among < 20, "{}: among {}", word.query, word.among);
        let found = word.found(&catalog, &cards);
        let first = &found[..word.among.min(found.len())];
        let missing: Vec<_> = word.first.iter().filter(|id| !first.contains(id)).collect();
        if !missing.is_empty() {
            wrong.push(format!("{}: {missing:?} not in {first:?}", word.query));
        }
        if word.only && found.len() > word.first.len() {
            wrong.push(format!("{}: only {:?}, but {found:?}", word.query, word.first));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), words.len(), wrong.join("\n"));
}

#[test]
fn no_word_stands_in_the_list_twice() {
    let mut seen = BTreeSet::new();
    for SearchWord { query, .. } in SearchWord::all(&checked(SHIPPED).catalog) {
        assert!(seen.insert(query.clone()), "{query}");
    }
}

/// The synonyms of values, capabilities and entries are all found.
#[test]
fn every_synonym_finds_something() {
    let catalog = checked(SHIPPED).catalog;
    let index = SearchIndex::new(&catalog);
    let values = catalog.scales.iter().flat_map(|scale| &scale.values);
    let of_values = values.flat_map(|value| &value.aliases);
    let of_criteria = catalog.criteria.iter().flat_map(|criterion| &criterion.aliases);
    let of_entries = catalog.alternatives.iter().flat_map(|entry| &entry.aliases);
    let mut n_synonyms = 0;
    for synonym in of_values.chain(of_criteria).chain(of_entries) {
        let matches = index.search(&catalog, synonym).expect("it has words");
        assert!(matches.scores().iter().any(|score| *score > 0), "{synonym}");
        n_synonyms += 1;
    }
    assert!(n_synonyms > 200, "{n_synonyms}");
}
