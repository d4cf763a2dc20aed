//! Search: what it finds, what it forgives, and what comes first.
//!
//! It fixes no score; only their order is a promise.

use proptest::prelude::*;
use proptest::sample::Index;
use stackfit::domain::browse::{CardIndex, Chosen, Found, Matches, SearchIndex, SortBy, fold};
use stackfit::domain::catalog::{AltId, Catalog, Kind, Value};
use stackfit::domain::decide::{Score, UtilityTable, rank};

use test_support::generated::generated_catalog;
use test_support::reference::{Query, said_at_all, said_of, words};
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
    for criterion in &mut catalog.criteria {
        criterion.id = "q".into();
        criterion.label = "q".into();
    }
    for value in catalog.scales.iter_mut().flat_map(|scale| &mut scale.values) {
        value.id = "q".into();
        value.label = "q".into();
    }
    for (at, (alternative, name)) in catalog.alternatives.iter_mut().zip(names).enumerate() {
        alternative.name = name.to_owned().into();
        alternative.id = format!("x{at}").into();
        alternative.aliases.clear();
        alternative.summary = "q".into();
        for fact in &mut alternative.facts {
            fact.by = "".into();
            if let Value::Text(text) = &mut fact.value {
                *text = "q".into();
            }
        }
    }
    catalog
}

fn score(catalog: &Catalog, query: &str) -> Vec<u32> {
    search(&SearchIndex::new(catalog), catalog, query).expect("the query has words")
}

fn search(index: &SearchIndex, catalog: &Catalog, query: &str) -> Option<Vec<u32>> {
    index.search(catalog, query).map(|matches| matches.scores().to_vec())
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
                    let found = search(&index, &sample.catalog, beginning).unwrap();
                    prop_assert!(found[id.index()] > 0, "{beginning} for {name}");
                    let found = search(&index, &sample.catalog, &beginning.to_uppercase()).unwrap();
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
                let catalog = &sample.catalog;
                // What is found as it is typed is no slip.
                let is_found = said_at_all(catalog).iter().any(|said| said.begins(&query));
                let found = score(catalog, &query);
                prop_assert!(is_found || found[id.index()] > 0, "{query} for {name}");
            }
        }
    }

    /// Finds what the plainest search finds, and nothing else: every word has to match somewhere.
    #[test]
    fn a_search_finds_what_a_plain_one_finds(
        sample in catalogs(),
        free in searches(),
        picks in prop::collection::vec(
            (any::<Index>(), any::<Index>(), typos(), any::<bool>(), any::<bool>()),
            0..3,
        ),
    ) {
        let catalog = &sample.catalog;
        let all = said_at_all(catalog);
        let there: Vec<_> = all.iter().flat_map(|said| &said.words).collect();
        let mut query = if picks.is_empty() { free } else { String::new() };
        for (which, at, typo, slips, joins) in picks {
            if let Some(word) = there.get(which.index(there.len().max(1))) {
                let word = if slips { mistyped(word, typo, at) } else { (*word).clone() };
                query = if joins { query + &word } else { format!("{query} {word}") };
            }
        }
        // The library folds Latin letters only, which is all that these catalogs hold.
        prop_assume!(words(&query) == fold::words(&query).collect::<Vec<_>>());
        match search(&SearchIndex::new(catalog), catalog, &query) {
            None => prop_assert!(words(&query).is_empty()),
            Some(scores) => {
                prop_assert_eq!(scores.len(), catalog.alternatives.len());
                let plain = Query::new(&all, &query);
                for id in catalog.alternative_ids() {
                    let found = scores[id.index()] > 0;
                    let expected = plain.finds(&said_of(catalog, id));
                    prop_assert_eq!(found, expected, "{} {:?}", query, id);
                }
            }
        }
    }

    /// In the same place a whole word is better than a beginning; a slip counts only where there is
    /// neither.
    #[test]
    fn a_whole_word_beats_a_beginning_and_a_slip_is_forgiven_only_without_both(
        word in "[a-z]{5,9}",
        more in "[a-z]{1,4}",
        at in any::<Index>(),
        letter in prop::char::range('a', 'z'),
    ) {
        let slip = mistyped(&word, Typo::Other(letter), at);
        prop_assume!(slip != word);
        let longer = format!("{word}{more}");
        let scores = score(&named([&slip, &longer, &word]), &word);
        prop_assume!(!longer.starts_with(&format!("{word}s")) && !slip.starts_with(&word));
        prop_assert!(scores[0] == 0 && 0 < scores[1] && scores[1] < scores[2], "{scores:?}");
        let scores = score(&named([&slip, "other", "third"]), &word);
        prop_assert!(scores[0] > 0, "{scores:?}");
    }

    /// Whatever joins the catalog: what was found whole or by a beginning of a name is still found.
    #[test]
    fn another_entry_takes_nothing_from_those_found_by_name(
        sample in catalogs(),
        which in any::<Index>(),
        length in 1_usize..9,
        joins in catalogs(),
    ) {
        let mut catalog = Catalog::clone(&sample.catalog);
        prop_assume!(!catalog.alternatives.is_empty());
        let id = AltId(u16::try_from(which.index(catalog.alternatives.len())).unwrap());
        let name = catalog.alternative(id).name.to_string();
        let query: String = name.chars().take(length).collect();
        let before = search(&SearchIndex::new(&catalog), &catalog, &query);
        catalog.alternatives.extend(joins.catalog.alternatives.clone());
        let after = search(&SearchIndex::new(&catalog), &catalog, &query);
        prop_assert_eq!(before.is_none(), after.is_none());
        if let (Some(before), Some(after)) = (before, after) {
            prop_assert!(before[id.index()] > 0 && after[id.index()] >= before[id.index()]);
        }
    }

    /// Any query, also a long one: no panic, and each reason is a fact of what was found.
    #[test]
    fn every_reason_is_known_of_what_was_found(sample in catalogs(), query in searches()) {
        let catalog = &sample.catalog;
        let index = SearchIndex::new(catalog);
        for query in [query.clone(), query.repeat(30), format!("core kit {query}")] {
            if let Some(matches) = index.search(catalog, &query) {
                for id in catalog.alternative_ids() {
                    for Found { criterion, value } in matches.reasons(id) {
                        let fact = catalog.alternative(id).fact(criterion);
                        let says = fact.value.has(value) || !fact.by.is_empty()
                            || matches!(fact.value, Value::Text(_));
                        prop_assert!(says, "{query}: {criterion:?}");
                    }
                }
            }
        }
    }

    /// A word more never finds more.
    #[test]
    fn every_word_of_a_query_has_to_match(
        sample in catalogs(),
        one in "[a-z]{1,3}",
        other in "[a-z]{1,3}",
    ) {
        let index = SearchIndex::new(&sample.catalog);
        let joined = format!("{one}{other}");
        let queries = [&one, &other, &joined, &format!("{one} {other}")];
        let [a, b, as_one, both] =
            queries.map(|query| search(&index, &sample.catalog, query).unwrap());
        // A slip is not forgiven in words that were joined.
        let all = said_at_all(&sample.catalog);
        let is_there = all.iter().any(|said| said.begins(&joined));
        for at in 0..both.len() {
            let expected = a[at] > 0 && b[at] > 0 || is_there && as_one[at] > 0;
            prop_assert_eq!(both[at] > 0, expected);
        }
    }

    /// The cards: those that pass, in the order that was chosen or else by match, by fit, by name.
    #[test]
    fn a_listing_holds_what_passes_in_the_order_chosen((sample, state) in catalogs_with_state()) {
        let catalog = &sample.catalog;
        let ranking = rank(&UtilityTable::new(catalog), &state.answers);
        let cards = CardIndex::new(catalog);
        let listing = cards.list(catalog, &state.chosen, &state.search, state.sort, &ranking);
        let matches = SearchIndex::new(catalog).search(catalog, &state.search);
        let matches = matches.as_ref().map(Matches::scores);
        let mut found = listing.found.clone();
        found.sort_unstable();
        prop_assert_eq!(&found, &listing.filtered.passing);
        prop_assert_eq!(
            listing.filtered,
            cards.membership().filter(&state.chosen, matches)
        );
        let name = |id: &AltId| words(&catalog.alternative(*id).name).join(" ");
        let fit = |id: &AltId| {
            if state.answers.without().contains(id) {
                return (3, core::cmp::Reverse(None));
            }
            let class = if ranking.place(*id).is_some() {
                0
            } else {
                1 + u8::from(ranking.excluded.iter().any(|out| out.alternative == *id))
            };
            let score = Score::of(&UtilityTable::new(catalog), &state.answers, *id);
            (class, core::cmp::Reverse(score.map(Score::numerator)))
        };
        let order = |one: &AltId, other: &AltId| match (state.sort, matches) {
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

    /// While nothing is asked for, cards stand by the catalog's first order; by name if it has none.
    #[test]
    fn without_a_choice_cards_stand_in_the_catalogs_first_order(
        sample in catalogs(),
        first in prop::option::of(0_u8..4),
    ) {
        let mut catalog = (*sample.catalog).clone();
        catalog.subject.first_sort = first;
        let table = UtilityTable::new(&catalog);
        let ranking = rank(&table, &stackfit::domain::decide::Answers::none(table.n_questions()));
        let none = Chosen::none(catalog.facets.len());
        let cards = CardIndex::new(&catalog);
        let found = |by| cards.list(&catalog, &none, "", by, &ranking).found;
        let chosen = found(Some(first.map_or(SortBy::Name, SortBy::Key)));
        prop_assert_eq!(&found(None), &chosen);
        prop_assert_eq!(&found(Some(SortBy::Fit)), &chosen, "there is no fit to sort by");
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
        let listing = CardIndex::new(catalog).list(catalog, &none, "", by, &ranking);
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

/// Five alternatives that say "java" in five ways, the later the better.
fn saying_java() -> Catalog {
    let mut catalog = named(["one", "two", "three"]);
    catalog.alternatives.extend(named(["four", "Java", "six"]).alternatives);
    let find = |id: &str| generated_catalog(1, 1).find_criterion(id).unwrap();
    let (language, features, uses) = (find("language"), find("features"), find("uses"));
    catalog.subject.badges = vec![language];
    catalog.subject.lists = vec![features];
    catalog.subject.purposes = vec![uses];
    for alternative in &mut catalog.alternatives {
        for criterion in [language, features, uses] {
            alternative.facts[criterion.index()].value = Value::Many(0);
        }
    }
    for (at, criterion) in [features, uses, language].into_iter().enumerate() {
        let Kind::Many(scale) = catalog.criterion(criterion).kind else { panic!("a list") };
        let value = &mut catalog.scales[usize::from(scale)].values[0];
        value.label = "Java".into();
        catalog.alternatives[at + 1].facts[criterion.index()].value = Value::Many(1);
    }
    catalog.alternatives[0].facts[find("orm").index()].by = "Java Store".into();
    catalog
}

#[test]
fn names_come_first_then_badges_then_purposes_then_the_rest() {
    let catalog = saying_java();
    let scores = score(&catalog, "java");
    assert!(scores[..5].is_sorted_by(|one, other| 0 < *one && one < other), "{scores:?}");
    assert_eq!(scores[5], 0);
}

#[test]
fn a_reason_names_what_was_found_and_a_name_needs_none() {
    let catalog = saying_java();
    let matches = SearchIndex::new(&catalog).search(&catalog, "JAVA").unwrap();
    let named = |at: u16| -> Vec<String> {
        let found = matches.reasons(AltId(at)).into_iter();
        found.map(|found| catalog.criterion(found.criterion).label.to_string()).collect()
    };
    let labels = ["orm", "features", "uses", "language"];
    let criterion = |id: &str| generated_catalog(1, 1).find_criterion(id).unwrap();
    for (at, label) in (0..).zip(labels) {
        let found = matches.reasons(AltId(at));
        assert_eq!(found.iter().map(|one| one.criterion).collect::<Vec<_>>(), [criterion(label)]);
    }
    assert_eq!(named(4), [] as [String; 0], "by its name");
    assert_eq!(named(5), [] as [String; 0], "not found");
}

/// "scala" is a language, so it finds no "scalable"; without that language it would.
#[test]
fn a_beginning_of_what_is_no_name_counts_only_where_the_word_is_no_name_itself() {
    let mut catalog = named(["one", "two", "Scala"]);
    catalog.alternatives[0].summary = "Made for scalable things".into();
    catalog.alternatives[1].name = "Scalatra".into();
    let scores = score(&catalog, "scala");
    assert!(scores[0] == 0 && scores[2] > scores[1] && scores[1] > 0, "{scores:?}");
    catalog.alternatives[2].name = "three".into();
    let scores = score(&catalog, "scala");
    assert!(scores[0] > 0 && scores[1] > scores[0], "{scores:?}");
}

/// "Java" is a language, so it finds no other one that begins with it.
#[test]
fn a_word_that_is_a_badge_is_no_beginning_of_another_badge() {
    let mut catalog = saying_java();
    let language = catalog.subject.badges[0];
    let Kind::Many(scale) = catalog.criterion(language).kind else { panic!("a list") };
    catalog.scales[usize::from(scale)].values[1].label = "JavaScript".into();
    catalog.alternatives[5].facts[language.index()].value = Value::Many(2);
    assert_eq!(found(&catalog, "java"), [0, 1, 2, 3, 4]);
    assert_eq!(found(&catalog, "javasc"), [5]);
}

/// "Bun" is a value, so it finds no "bundles" of a library; without that value it would.
#[test]
fn a_term_of_the_catalog_is_no_beginning_in_what_entries_say() {
    let mut catalog = saying_java();
    let find = |id: &str| generated_catalog(1, 1).find_criterion(id).unwrap();
    let (orm, uses) = (find("orm"), find("uses"));
    catalog.alternatives[0].facts[orm.index()].by = "Bundles".into();
    catalog.alternatives[1].summary = "Bunny".into();
    assert_eq!(found(&catalog, "bun"), [0, 1]);
    let Kind::Many(scale) = catalog.criterion(uses).kind else { panic!("a list") };
    catalog.scales[usize::from(scale)].values[0].label = "Bun".into();
    assert_eq!(found(&catalog, "bun"), [2]);
}

#[test]
fn a_slip_finds_no_beginning() {
    let mut catalog = named(["one", "Scala", "three"]);
    catalog.alternatives[0].summary = "Made for scalable things".into();
    assert_eq!(found(&catalog, "scalla"), [1]);
    assert_eq!(found(&catalog, "scallable"), [0]);
}

/// A short number in a version says nothing by itself, and with the word before it does.
#[test]
fn a_short_number_is_not_found_by_itself() {
    let mut catalog = named(["one", "two", "three"]);
    let text = catalog.criteria.iter().position(|one| one.kind == Kind::Text).expect("a text");
    for (alternative, version) in catalog.alternatives.iter_mut().zip(["5.3.0", "Java 17", "320"]) {
        alternative.facts[text].value = Value::Text(version.into());
        alternative.summary = "Speaks HTTP, BSD-3-Clause".into();
    }
    assert_eq!(found(&catalog, "http/3"), [] as [usize; 0]);
    assert_eq!(found(&catalog, "17"), [] as [usize; 0]);
    assert_eq!(found(&catalog, "java 17"), [1]);
    assert_eq!(found(&catalog, "one 5.3"), [0], "the version of a name");
    assert_eq!(found(&catalog, "320"), [2]);
    catalog.alternatives[0].summary = "Speaks HTTP/3".into();
    assert_eq!(found(&catalog, "http/3"), [0]);
}

#[test]
fn synonyms_lead_to_values_and_capabilities_and_count_as_one_word() {
    let mut catalog = saying_java();
    let orm = catalog.find_criterion("q").unwrap();
    assert_eq!(orm.index(), 0, "all have the same name here");
    let orm = generated_catalog(1, 1).find_criterion("orm").unwrap();
    catalog.criteria[orm.index()].aliases = vec!["Object store".into()];
    let language = catalog.subject.badges[0];
    let Kind::Many(scale) = catalog.criterion(language).kind else { panic!("a list") };
    catalog.scales[usize::from(scale)].values[0].aliases = vec!["j2se".into()];
    assert_eq!(found(&catalog, "j2se"), [3]);
    for query in ["object store", "objectstore", "object", "OBJECT-STORE"] {
        assert_eq!(found(&catalog, query), [0], "{query}");
    }
    assert_eq!(found(&catalog, "j2se object"), [] as [usize; 0]);
    catalog.subject.stop_words = vec!["for".into()];
    assert_eq!(found(&catalog, "for J2SE"), [3]);
    assert!(SearchIndex::new(&catalog).search(&catalog, "for").is_none());
}

/// The positions of what is found.
fn found(catalog: &Catalog, query: &str) -> Vec<usize> {
    let scores = score(catalog, query);
    (0..scores.len()).filter(|at| scores[*at] > 0).collect()
}

#[test]
fn a_query_without_words_finds_everything() {
    let catalog = generated_catalog(5, 1);
    let index = SearchIndex::new(&catalog);
    for query in ["", "   ", " - . ", "#", "++", "\u{301}"] {
        assert_eq!(search(&index, &catalog, query), None, "{query:?}");
    }
    assert_eq!(search(&index, &catalog, "zzzzzz"), Some(vec![0; 5]));
}
