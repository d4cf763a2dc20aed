//! What comes from outside: no query string, no hash and no message makes the domain panic, whatever
//! stands in it.
//!
//! The suite runs some hundred of each. More are a matter of the environment:
//! `PROPTEST_CASES=3500000 cargo test --release --test domain untrusted_input`.
//!
//! It does not ask what is understood: the properties of links and settings and the table of hostile
//! messages do.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{RngSeed, contextualize_config};
use stackfit::domain::catalog::Catalog;
use stackfit::domain::message::{Incoming, JsonValue, parse, secret, source};
use stackfit::domain::permalink::{decode, encode, without_catalog_date};
use stackfit::domain::query::merge_queries;
use stackfit::domain::settings::{PARAMETERS, Settings};
use test_support::catalogs;

thread_local! {
    /// The repository's own catalog, read once.
    static CATALOG: &'static Catalog =
        Box::leak(Box::new(catalogs::checked(catalogs::SHIPPED).catalog));
}

fn catalog() -> &'static Catalog {
    CATALOG.with(|catalog| *catalog)
}

/// Every word that means something in an address.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let catalog = catalog();
    let mut words: Vec<String> = [
        "view",
        "step",
        "open",
        "q",
        "sort",
        "compare",
        "rows",
        "today",
        "split",
        "catalog",
        "f.",
        "a.",
        "w.",
        "must.",
        "browse",
        "fit",
        "result",
        "embed",
        "review",
        "all",
        "yes",
        "secret",
        "important",
        "very-important",
        "normal",
        "2026-11-24",
        "only",
        "only.",
        "theme",
        "dark",
    ]
    .map(ToOwned::to_owned)
    .into();
    words.extend(PARAMETERS.iter().map(|parameter| parameter.name.to_owned()));
    words.extend(catalog.alternatives.iter().map(|one| one.id.to_string()));
    words.extend(catalog.facets.iter().map(|facet| format!("f.{}", facet.id)));
    for question in &catalog.questions {
        words.extend(["a", "must", "w"].map(|kind| format!("{kind}.{}", question.id)));
        words.extend(question.options.iter().map(|option| option.id.to_string()));
    }
    words
});

/// Addresses of words, signs and anything else.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => select(&WORDS[..]),
        4 => select(&["?", "&", "=", ",", "#", "%", "+", "."][..]).prop_map(ToOwned::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "%[0-9a-fA-F]{0,2}",
        1 => "[0-9]{1,20}",
    ];
    vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Messages with names and values that mean something, and any other.
fn messages() -> impl Strategy<Value = JsonValue> {
    let names = [
        "stackfit",
        "v",
        "type",
        "hello",
        "config",
        "viewport",
        "top",
        "height",
        "message",
        "ready",
        "secret",
        "sentinel",
        "amp",
        "frames-init",
        "theme",
        "scheme",
        "dark",
        "text-size",
        "accent",
        "only",
        "emit",
        "__proto__",
    ];
    let leaf = prop_oneof![
        3 => select(&[0, 1, 2, -1, 14, 400, i32::MIN, i32::MAX][..]).prop_map(JsonValue::Number),
        3 => select(names.to_vec()).prop_map(|name| JsonValue::Text(name.to_owned())),
        1 => any::<String>().prop_map(JsonValue::Text),
        1 => any::<i32>().prop_map(JsonValue::Number),
        1 => Just(JsonValue::Other),
    ];
    let inner = leaf.prop_recursive(3, 16, 5, move |inner| {
        let name =
            prop_oneof![9 => select(names.to_vec()).prop_map(ToOwned::to_owned), 1 => ".{0,6}"];
        vec((name, inner), 0..5).prop_map(JsonValue::Object)
    });
    let own = vec((select(names.to_vec()).prop_map(ToOwned::to_owned), inner.clone()), 0..5);
    let own = (select(&["hello", "config", "viewport"][..]), own).prop_map(|(kind, mut values)| {
        values.insert(0, ("v".to_owned(), JsonValue::Number(1)));
        values.insert(1, ("type".to_owned(), JsonValue::Text(kind.to_owned())));
        JsonValue::Object(vec![("stackfit".to_owned(), JsonValue::Object(values))])
    });
    prop_oneof![1 => inner, 1 => own]
}

proptest! {
    #![proptest_config(contextualize_config(ProptestConfig {
        cases: 500,
        rng_seed: RngSeed::Fixed(20_261_124),
        failure_persistence: None,
        ..ProptestConfig::default()
    }))]

    #[test]
    fn no_query_string_makes_it_panic(query in texts()) {
        let catalog = catalog();
        let decoded = decode(catalog, &query);
        let link = encode(catalog, &decoded.state);
        prop_assert_eq!(&decode(catalog, &link).state, &decoded.state);
        let (settings, _) = Settings::decode(catalog, &query);
        let (again, ignored) = Settings::decode(catalog, &merge_queries(&link, &settings.encode()));
        prop_assert_eq!((again, ignored), (settings, vec![]));
        let _ = without_catalog_date(&query);
    }

    #[test]
    fn no_hash_makes_it_panic(hash in texts(), query in texts()) {
        let found = secret(&hash);
        prop_assert!(found.is_none_or(|found| found.chars().all(char::is_alphanumeric)));
        prop_assert!(source(&hash, &query).starts_with(&hash));
    }

    #[test]
    fn no_message_makes_it_panic(message in messages()) {
        let present = Settings::default();
        if let Some(Incoming::Config { settings, .. }) = parse(&message, &present, Some("abc")) {
            let catalog = catalog();
            let (again, _) = Settings::decode(catalog, &settings.encode());
            prop_assert_eq!(again.text_size, settings.text_size);
            prop_assert_eq!(again.accent, settings.accent);
        }
    }
}
