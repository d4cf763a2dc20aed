//! Search: what it finds, what it forgives, and what comes first.
//!
//! It fixes no score; only their order is a promise.

use proptest::prelude::*;
use proptest::sample::Index;
use stackfit::domain::browse::{Browser, Chosen, SearchIndex, SortBy, fold};
use stackfit::domain::catalog::{AltId, Catalog};
use stackfit::domain::decide::{Score, UtilityTable, rank};

use test_support::generated::generated_catalog;
use test_support::reference::{finds, words, words_of};
use test_support::strategies::{cases, catalogs, catalogs_with_state, searches};

/// A slip of the finger.
#[derive(Clone, Copy, Debug)]
enum Typo {
    Missing,
    TooMany(char),
    Other(char),
    Swapped,
}

fn typos() -> impl Strategy<Value = Typo> {
    let letter = || prop::char::range('a', 'z');
    prop_oneof![
        Just(Typo::Missing),
        letter().prop_map(Typo::TooMany),
        letter().prop_map(Typo::Other),
        Just(Typo::Swapped),
    ]
}

fn mistyped(word: &str, typo: Typo, at: Index) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = at.index(letters.len());
    match typo {
        Typo::Missing => {
            letters.remove(at);
        }
        Typo::TooMany(letter) => letters.insert(at, letter),
        Typo::Other(letter) => letters[at] = letter,
        Typo::Swapped => letters.swap(at, (at + 1).min(word.chars().count() - 1)),
    }
    letters.into_iter().collect()
}

/// Three alternatives with these names and nothing else to find them by.
fn named(names: [&str; 3]) -> Catalog {
    let mut catalog = generated_catalog(3, 1);
    catalog.subject.badges.clear();
    catalog.subject.lists.clear();
    for (at, (alternative, name)) in catalog.alternatives.iter_mut().zip(names).enumerate() {
        alternative.name = name.to_owned().into();
        alternative.id = format!("x{at}").into();
        alternative.aliases.clear();
    }
    catalog
}

fn score(catalog: &Catalog, query: &str) -> Vec<u32> {
    SearchIndex::new(catalog).search(query).expect("the query has words")
}

proptest! {
    #![proptest_config(cases(150))]

    /// As written, accents and capitals included, and in capitals.
    #[test]
    fn every_beginning_of_every_word_of_a_name_finds_it(sample in catalogs()) {
        let index = SearchIndex::new(&sample.catalog);
        for id in sample.catalog.alternative_ids() {
            let name = sample.catalog.alternative(id).name.to_string();
            let written = name.split([' ', '.']).map(ToOwned::to_owned);
            for word in written.chain(words(&name)) {
                for (end, letter) in word.char_indices() {
                    let beginning = &word[..end + letter.len_utf8()];
                    if words(beginning).is_empty() {
                        continue;
                    }
                    let found = index.search(beginning).unwrap();
                    prop_assert!(found[id.index()] > 0, "{beginning} for {name}");
                    let found = index.search(&beginning.to_uppercase()).unwrap();
                    prop_assert!(found[id.index()] > 0, "{beginning} in capitals for {name}");
                }
            }
        }
    }

    #[test]
    fn one_typo_in_a_word_of_five_letters_or_more_still_finds(
        sample in catalogs(),
        which in any::<Index>(),
        typo in typos(),
        at in any::<Index>(),
    ) {
        let ids: Vec<_> = sample.catalog.alternative_ids().collect();
        prop_assume!(!ids.is_empty());
        let id = ids[which.index(ids.len())];
        let name = &sample.catalog.alternative(id).name;
        for word in words(name) {
            let query = mistyped(&word, typo, at);
            if query.chars().count() >= 5 && words(&query) == [query.as_str()] {
                let found = SearchIndex::new(&sample.catalog).search(&query).unwrap();
                prop_assert!(found[id.index()] > 0, "{query} for {name}");
            }
        }
    }

    /// Finds what the plainest search finds, and nothing else: every word has to match somewhere.
    #[test]
    fn a_search_finds_what_a_plain_one_finds(
        sample in catalogs(),
        free in searches(),
        picks in prop::collection::vec((any::<Index>(), any::<Index>(), typos(), any::<bool>()), 0..3),
    ) {
        let catalog = &sample.catalog;
        let there: Vec<_> = catalog.alternative_ids().flat_map(|id| words_of(catalog, id)).collect();
        let mut query = if picks.is_empty() { free } else { String::new() };
        for (which, at, typo, slips) in picks {
            if let Some(word) = there.get(which.index(there.len().max(1))) {
                let word = if slips { mistyped(word, typo, at) } else { word.clone() };
                query = format!("{query} {word}");
            }
        }
        // The library folds Latin letters only, which is all that these catalogs hold.
        prop_assume!(words(&query) == fold::words(&query).collect::<Vec<_>>());
        match SearchIndex::new(catalog).search(&query) {
            None => prop_assert!(words(&query).is_empty()),
            Some(scores) => {
                prop_assert_eq!(scores.len(), catalog.alternatives.len());
                for id in catalog.alternative_ids() {
                    let found = scores[id.index()] > 0;
                    let expected = finds(&words_of(catalog, id), &query);
                    prop_assert_eq!(found, expected, "{} {:?}", query, id);
                }
            }
        }
    }

    /// In the same place a whole word is better than a beginning, and that better than a typo.
    #[test]
    fn a_whole_word_beats_a_beginning_and_a_beginning_beats_a_typo(
        word in "[a-z]{5,9}",
        more in "[a-z]{1,4}",
        at in any::<Index>(),
        letter in prop::char::range('a', 'z'),
    ) {
        let slip = mistyped(&word, Typo::Other(letter), at);
        prop_assume!(slip != word);
        let longer = format!("{word}{more}");
        let scores = score(&named([&slip, &longer, &word]), &word);
        prop_assert!(0 < scores[0] && scores[0] < scores[1] && scores[1] < scores[2], "{scores:?}");
    }

    /// A word more never finds more.
    #[test]
    fn every_word_of_a_query_has_to_match(
        sample in catalogs(),
        one in "[a-z]{1,3}",
        other in "[a-z]{1,3}",
    ) {
        let index = SearchIndex::new(&sample.catalog);
        let queries = [&one, &other, &format!("{one} {other}")];
        let [a, b, both] = queries.map(|query| index.search(query).unwrap());
        for at in 0..both.len() {
            prop_assert_eq!(both[at] > 0, a[at] > 0 && b[at] > 0);
        }
    }

    /// The cards: those that pass, in the order that was chosen or else by match, by fit, by name.
    #[test]
    fn a_listing_holds_what_passes_in_the_order_chosen((sample, state) in catalogs_with_state()) {
        let catalog = &sample.catalog;
        let ranking = rank(&UtilityTable::new(catalog), &state.answers);
        let browser = Browser::new(catalog);
        let listing = browser.list(catalog, &state.chosen, &state.search, state.sort, &ranking);
        let matches = SearchIndex::new(catalog).search(&state.search);
        let mut found = listing.found.clone();
        found.sort_unstable();
        prop_assert_eq!(&found, &listing.filtered.passing);
        prop_assert_eq!(
            listing.filtered,
            browser.membership().filter(&state.chosen, matches.as_deref())
        );
        let name = |id: &AltId| words(&catalog.alternative(*id).name).join(" ");
        let fit = |id: &AltId| {
            let class = if ranking.place(*id).is_some() {
                0
            } else {
                1 + u8::from(ranking.excluded.iter().any(|out| out.alternative == *id))
            };
            let score = Score::of(&UtilityTable::new(catalog), &state.answers, *id);
            (class, core::cmp::Reverse(score.map(Score::numerator)))
        };
        let order = |one: &AltId, other: &AltId| match (state.sort, &matches) {
            (Some(SortBy::Name), _) => name(one) <= name(other),
            (Some(SortBy::Key(_)), _) => true,
            (None, Some(scores)) => {
                let key = |id: &AltId| (core::cmp::Reverse(scores[id.index()]), name(id));
                key(one) <= key(other)
            }
            (Some(SortBy::Fit), _) | (None, None) => (fit(one), name(one)) <= (fit(other), name(other)),
        };
        prop_assert!(listing.found.is_sorted_by(order));
    }

    /// By a key: known before unknown whichever way it runs; a step down the list never goes back.
    #[test]
    fn a_sort_key_orders_what_is_known_and_puts_the_rest_last(sample in catalogs(), key in 0_u8..4) {
        use stackfit::domain::catalog::Value;
        let catalog = &sample.catalog;
        let table = UtilityTable::new(catalog);
        let ranking = rank(&table, &stackfit::domain::decide::Answers::none(table.n_questions()));
        let none = Chosen::none(catalog.facets.len());
        let by = Some(SortBy::Key(key));
        let listing = Browser::new(catalog).list(catalog, &none, "", by, &ranking);
        let sort = &catalog.sorts[usize::from(key)];
        // As a number that grows with what the key means: later, or more of an ordered scale.
        let value = |id: &AltId| match &catalog.alternative(*id).fact(sort.criterion).value {
            Value::Date(date) => {
                Some(i64::from(date.year) * 10_000 + i64::from(date.month) * 100 + i64::from(date.day))
            }
            Value::One(at) => Some(-i64::from(*at)),
            _ => None,
        };
        let name = |id: &AltId| words(&catalog.alternative(*id).name).join(" ");
        let key = |id: &AltId| {
            let known = value(id).map(|value| if sort.descending { -value } else { value });
            (known.is_none(), known, name(id))
        };
        prop_assert_eq!(listing.found.len(), catalog.alternatives.len());
        prop_assert!(listing.found.is_sorted_by_key(key));
    }
}

#[test]
fn a_name_comes_before_a_language_and_a_language_before_a_feature() {
    let mut catalog = named(["Java", "other", "third"]);
    let find = |id: &str| catalog.find_criterion(id).unwrap();
    let (language, features) = (find("language"), find("features"));
    catalog.subject.badges = vec![language];
    catalog.subject.lists = vec![features];
    let label = |catalog: &mut Catalog, scale: &str| {
        let scale = catalog.scales.iter_mut().find(|known| known.id == scale).unwrap();
        scale.values[0].label = "Java".into();
        scale.values[0].id = "java".into();
    };
    label(&mut catalog, "language");
    label(&mut catalog, "feature");
    let nothing = stackfit::domain::catalog::Value::Many(0);
    for alternative in &mut catalog.alternatives {
        alternative.facts[language.index()].value = nothing.clone();
        alternative.facts[features.index()].value = nothing.clone();
    }
    let first = stackfit::domain::catalog::Value::Many(1);
    catalog.alternatives[1].facts[language.index()].value = first.clone();
    catalog.alternatives[2].facts[features.index()].value = first;
    let scores = score(&catalog, "java");
    assert!(scores[0] > scores[1] && scores[1] > scores[2] && scores[2] > 0, "{scores:?}");
}

#[test]
fn a_query_without_words_finds_everything() {
    let index = SearchIndex::new(&generated_catalog(5, 1));
    for query in ["", "   ", " - . ", "#", "++", "\u{301}"] {
        assert_eq!(index.search(query), None, "{query:?}");
    }
    assert_eq!(index.search("zzzzzz"), Some(vec![0; 5]));
}
