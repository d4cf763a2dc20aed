//! The cases: needs with a public outcome, which the advice is to be measured by.

use std::collections::BTreeSet;
use std::fs;

use test_support::catalogs::{SHIPPED, checked, in_repository};
use toml::{Table, Value};

/// The fields of a case that hold one line of text.
const LINES: [&str; 8] = ["id", "need", "chosen", "why", "source", "title", "date", "read"];

fn cases() -> Vec<Table> {
    let path = in_repository(SHIPPED).join("cases.toml");
    let text = fs::read_to_string(path).expect("the cases are there");
    let table: Table = text.parse().expect("the cases are TOML");
    assert_eq!(table.keys().collect::<Vec<_>>(), ["case"], "nothing else stands there");
    let cases = table["case"].as_array().expect("a list of cases").iter();
    cases.map(|case| case.as_table().expect("a case is a table").clone()).collect()
}

fn line<'a>(case: &'a Table, field: &str) -> &'a str {
    case.get(field).and_then(Value::as_str).unwrap_or_else(|| panic!("{case}: {field}"))
}

fn list<'a>(case: &'a Table, field: &str) -> Vec<&'a str> {
    let list = case.get(field).and_then(Value::as_array);
    let list = list.unwrap_or_else(|| panic!("{}: {field}", line(case, "id")));
    list.iter().map(|item| item.as_str().expect("a name")).collect()
}

/// Whether a text is a year, a month or a day, or says that nobody knows it.
fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let is_number = |part: &&str| part.bytes().all(|digit| digit.is_ascii_digit());
    text == "undated"
        || parts.len() <= 3
            && parts.iter().all(is_number)
            && parts.iter().map(|part| part.len()).eq([4, 2, 2].into_iter().take(parts.len()))
}

#[test]
fn each_case_has_its_fields_and_a_source_that_was_read() {
    let cases = cases();
    assert!(cases.len() >= 110, "{}", cases.len());
    let mut ids = BTreeSet::new();
    for case in &cases {
        let id = line(case, "id");
        assert!(ids.insert(id), "{id} twice");
        for field in LINES {
            assert!(!line(case, field).trim().is_empty(), "{id}: {field}");
        }
        let known = |field: &&String| {
            LINES.contains(&field.as_str())
                || ["considered", "turned_down", "disputed", "aside"].contains(&field.as_str())
        };
        let unknown: Vec<_> = case.keys().filter(|field| !known(field)).collect();
        assert!(unknown.is_empty(), "{id}: {unknown:?}");
        assert!(line(case, "source").starts_with("http"), "{id}: {}", line(case, "source"));
        assert!(is_date(line(case, "date")), "{id}: {}", line(case, "date"));
        assert!(line(case, "read").len() == 10 && is_date(line(case, "read")), "{id}");
    }
}

#[test]
fn what_was_chosen_or_turned_down_is_an_entry_and_not_both() {
    let catalog = checked(SHIPPED).catalog;
    for case in cases() {
        let id = line(&case, "id");
        let chosen = line(&case, "chosen");
        assert!(catalog.find_alternative(chosen).is_some(), "{id}: {chosen}");
        for name in list(&case, "turned_down") {
            assert!(catalog.find_alternative(name).is_some(), "{id}: {name}");
            assert_ne!(name, chosen, "{id}");
        }
        list(&case, "considered");
    }
}

#[test]
fn no_need_names_an_entry() {
    let catalog = checked(SHIPPED).catalog;
    for case in cases() {
        let need = line(&case, "need");
        let words: Vec<_> = need.split(|letter: char| !letter.is_alphanumeric()).collect();
        // Names that are ordinary words in other places say nothing.
        let ordinary = ["Play", "Echo", "Gin", "Fiber", "Rocket", "Slim", "Express", "Vapor"];
        for entry in &catalog.alternatives {
            let name = entry.name.as_ref();
            let named = !ordinary.contains(&name) && words.contains(&name);
            assert!(!named, "{}: {name}", line(&case, "id"));
        }
    }
}

#[test]
fn at_least_thirty_are_kept_aside() {
    let is_aside = |case: &&Table| case.get("aside").and_then(Value::as_bool) == Some(true);
    let n_aside = cases().iter().filter(is_aside).count();
    assert!(n_aside >= 30, "{n_aside}");
}
