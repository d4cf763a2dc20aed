//! The cases: needs with a public outcome, which the advice is measured by.

use stackfit::authoring::{Case, Files, Rule, Violation, cases, check};
use stackfit::domain::catalog::AltId;
use stackfit::domain::permalink::decode;
use test_support::catalogs::{SHIPPED, SMALLEST, checked, files};
use toml::Table;

use crate::rules::{base, printed, violations};

/// The shipped cases.
fn shipped() -> Vec<Case> {
    cases(&files(SHIPPED), &checked(SHIPPED).catalog).expect("the cases are sound")
}

/// The base with another text of its cases.
fn with(change: impl Fn(&str) -> String) -> Files {
    let mut files = base();
    let text = files.get("cases.toml").expect("there are cases").expect("they are text");
    let text = change(text);
    files.insert("cases.toml", &text);
    files
}

#[test]
fn what_a_case_says_is_read() {
    let catalog = checked(SMALLEST).catalog;
    let link = "?a.tongue=latin&must.tongue=latin&a.size=large&w.size=important";
    let first = Case {
        id: "library".to_owned(),
        answers: decode(&catalog, link).state.answers,
        unsaid: vec!["the books are old".to_owned()],
        chosen: AltId(0),
        turned_down: vec![AltId(1)],
        is_disputed: false,
        is_aside: false,
    };
    let second = Case {
        id: "pocket".to_owned(),
        answers: decode(&catalog, "?a.size=small").state.answers,
        unsaid: Vec::new(),
        chosen: AltId(1),
        turned_down: Vec::new(),
        is_disputed: true,
        is_aside: true,
    };
    assert_eq!(cases(&base(), &catalog), Ok(vec![first, second]));
    let mut files = base();
    files.remove("cases.toml");
    assert!(check(&files).is_ok(), "there need be no such file");
    assert_eq!(cases(&files, &catalog), Ok(Vec::new()));
}

#[test]
fn everything_that_is_wrong_with_a_case_is_reported_at_once() {
    let files = with(|text| {
        text.replace("a.size=large", "a.size=huge&a.weight=light&q=books")
            .replace("?a.size=small", "a.size=small")
            .replace("chosen = \"beta\"", "chosen = \"gamma\"")
            .replace("[\"beta\"]", "[\"delta\", \"alpha\"]")
            .replace("why = \"It is small.\"\n", "")
            .replace("http://", "ftp://")
            .replace("2025-11", "2026-01-31")
            .replace("\"2026-01-31\"\ndisputed", "\"2026-02-01\"\ndisputed")
            .replace("aside = true", "aside = true\nlikes = 7")
    });
    let found = violations(&files);
    let of = |violation: &Violation| {
        let Violation { file, field, value, rule, .. } = violation;
        assert_eq!(file, "cases.toml");
        (field.clone(), value.clone(), *rule)
    };
    let expected = [
        ("case[library].turned_down", "delta", Rule::BrokenReference),
        ("case[library].turned_down", "alpha", Rule::Contradiction),
        ("case[library].date", "2026-01-31", Rule::FutureDate),
        ("case[library].answers", "a.size=huge", Rule::BadLink),
        ("case[library].answers", "a.weight=light", Rule::BadLink),
        ("case[library].answers", "w.size=important", Rule::BadLink),
        (
            "case[library].answers",
            "?a.tongue=latin&must.tongue=latin&a.size=huge&a.weight=light&q=books&w.size=important",
            Rule::BadLink,
        ),
        ("case[pocket].chosen", "gamma", Rule::BrokenReference),
        ("case[pocket].why", "", Rule::MissingField),
        ("case[pocket].source", "ftp://example.org/pocket", Rule::BadAddress),
        ("case[pocket].read", "2026-02-01", Rule::FutureDate),
        ("case[pocket].answers", "a.size=small", Rule::BadLink),
        ("case[pocket].likes", "7", Rule::UnknownField),
    ];
    let expected = expected.map(|(field, value, rule)| (field.to_owned(), value.to_owned(), rule));
    assert_eq!(found.iter().map(of).collect::<Vec<_>>(), expected, "{}", printed(&found));
}

#[test]
fn a_case_answers_something_and_has_an_id_and_days_of_its_own() {
    for (from, to, rule) in [
        ("?a.size=small", "?", Rule::BadLink),
        ("\"pocket\"", "\"library\"", Rule::DuplicateId),
        ("\"pocket\"", "\"Pocket\"", Rule::BadId),
        ("\"undated\"", "\"lately\"", Rule::BadDate),
        ("\"2026-01-31\"", "\"2026-01\"", Rule::BadDate),
    ] {
        let found = violations(&with(|text| text.replace(from, to)));
        let [violation] = found.as_slice() else { panic!("{to}: {}", printed(&found)) };
        assert_eq!((violation.file.as_str(), violation.rule), ("cases.toml", rule), "{violation}");
    }
}

#[test]
fn there_are_enough_cases_and_enough_of_them_are_kept_aside() {
    let cases = shipped();
    assert!(cases.len() >= 110, "{}", cases.len());
    let n_aside = cases.iter().filter(|case| case.is_aside).count();
    assert!(n_aside >= 30, "{n_aside}");
}

#[test]
fn no_need_names_an_entry() {
    let files = files(SHIPPED);
    let catalog = checked(SHIPPED).catalog;
    let text = files.get("cases.toml").expect("there are cases").expect("they are text");
    let table: Table = text.parse().expect("they are TOML");
    for case in table["case"].as_array().expect("a list of cases") {
        let need = case["need"].as_str().expect("a text");
        let words: Vec<_> = need.split(|letter: char| !letter.is_alphanumeric()).collect();
        // Names that are ordinary words in other places say nothing.
        let ordinary = ["Play", "Echo", "Gin", "Fiber", "Rocket", "Slim", "Express", "Vapor"];
        for entry in &catalog.alternatives {
            let name = entry.name.as_ref();
            let named = !ordinary.contains(&name) && words.contains(&name);
            assert!(!named, "{}: {name}", case["id"]);
        }
    }
}
