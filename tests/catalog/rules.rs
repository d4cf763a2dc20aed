//! The checks of the catalog: one broken catalog for each rule.
//!
//! `fixtures/catalog/base` is valid; `fixtures/catalog/broken/<rule>` holds the files that replace or
//! join its files so that exactly that rule is broken, and in `REMOVED.txt` those that go.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use stackfit::authoring::{Files, Rule, Violation, check};
use test_support::catalogs::{self, SMALLEST, in_repository};

/// Rules about a file as a whole, which have no field.
const WHOLE_FILE: [Rule; 3] = [Rule::MissingFile, Rule::Unreadable, Rule::NotAnEntry];

/// Rules about what is not there or not used, which have no value either.
const NO_VALUE: [Rule; 6] = [
    Rule::MissingField,
    Rule::MissingFact,
    Rule::MissingSource,
    Rule::UnusedSource,
    Rule::MissingReason,
    Rule::MissingProvider,
];

fn all_broken() -> PathBuf {
    in_repository("tests/fixtures/catalog/broken")
}

pub(crate) fn base() -> Files {
    catalogs::files(SMALLEST)
}

/// The base with one text of a file replaced.
pub(crate) fn with(path: &str, from: &str, to: &str) -> Files {
    let mut files = base();
    let text = files.get(path).unwrap().unwrap().to_owned();
    assert_eq!(text.matches(from).count(), 1, "{from} stands in {path} once");
    files.insert(path, &text.replace(from, to));
    files
}

/// The names of what is in a folder, sorted.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

/// The base with the files of a folder in place of its own.
fn broken(rule: &str) -> Files {
    let folder = all_broken().join(rule);
    let mut files = base();
    for name in names(&folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            for inner in names(&path) {
                let text = fs::read_to_string(path.join(&inner)).unwrap();
                files.insert(&format!("{name}/{inner}"), &text);
            }
        } else if name == "REMOVED.txt" {
            for path in fs::read_to_string(path).unwrap().lines() {
                assert!(files.get(path).is_some(), "{rule}: {path} is there to be removed");
                files.remove(path);
            }
        } else {
            files.insert(&name, &fs::read_to_string(path).unwrap());
        }
    }
    files
}

pub(crate) fn violations(files: &Files) -> Vec<Violation> {
    check(files).expect_err("something is wrong with it")
}

pub(crate) fn printed(violations: &[Violation]) -> String {
    violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_rule_has_a_catalog_that_breaks_it_and_nothing_else() {
    for rule in Rule::ALL {
        let found = violations(&broken(rule.id()));
        let [violation] = found.as_slice() else {
            panic!("{}: exactly one violation\n{}", rule.id(), printed(&found));
        };
        let text = violation.to_string();
        assert_eq!(violation.rule, *rule, "{text}");
        assert!(!violation.file.is_empty() && !violation.message.is_empty(), "{text}");
        assert_eq!(violation.field.is_empty(), WHOLE_FILE.contains(rule), "{text}");
        let no_value = WHOLE_FILE.contains(rule) || NO_VALUE.contains(rule);
        assert_eq!(violation.value.is_empty(), no_value, "{text}");
        assert!(text.ends_with(&format!("[{}]", rule.id())), "{text}");
    }
}

#[test]
fn every_broken_catalog_is_of_a_rule() {
    let rules: BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.id().to_owned()).collect();
    assert_eq!(rules.len(), Rule::ALL.len(), "no two rules have the same name");
    assert_eq!(names(&all_broken()), rules);
}

#[test]
fn everything_that_is_wrong_is_reported_at_once() {
    let mut files = base();
    let text = |path: &str| base().get(path).unwrap().unwrap().to_owned();
    files.insert("catalog.toml", &text("catalog.toml").replace("title =", "titel ="));
    files.insert("facets.toml", &text("facets.toml").replace("\"born\"", "\"age\""));
    files.insert("questions.toml", &text("questions.toml").replace("\"one\"", "\"some\""));
    files.insert("entries/alpha.toml", &text("entries/alpha.toml").replace("born =", "# born ="));
    files.insert(
        "entries/beta.toml",
        &text("entries/beta.toml").replace("site = \"https", "site = \"http"),
    );
    files.remove("faq.toml");
    let found = violations(&files);
    let of = |violation: &Violation| (violation.file.clone(), violation.rule);
    let expected = [
        ("catalog.toml", Rule::MissingField),
        ("catalog.toml", Rule::UnknownField),
        ("entries/alpha.toml", Rule::MissingFact),
        ("entries/beta.toml", Rule::BadAddress),
        ("facets.toml", Rule::BrokenReference),
        ("faq.toml", Rule::MissingFile),
        ("questions.toml", Rule::BadWord),
    ];
    let expected = expected.map(|(file, rule)| (file.to_owned(), rule));
    assert_eq!(found.iter().map(of).collect::<Vec<_>>(), expected, "{}", printed(&found));
}

#[test]
fn a_violation_prints_file_field_value_message_and_rule() {
    let cases = [
        (
            "unknown-tag",
            "entries/beta.toml: facts.tongue.value = 'gothic': is not one of latin, greek \
             [unknown-tag]",
        ),
        (
            "missing-source",
            "entries/beta.toml: facts.born.source: a known fact needs a source [missing-source]",
        ),
        ("missing-file", "faq.toml: this file is missing [missing-file]"),
    ];
    for (rule, expected) in cases {
        assert_eq!(printed(&violations(&broken(rule))), expected);
    }
}

#[test]
fn a_file_that_is_not_text_is_reported_and_not_skipped() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("not-text");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("faq.toml"), [0xff, 0xfe, b'=']).unwrap();
    let found = violations(&Files::load(&folder).unwrap());
    let faq: Vec<_> = found.iter().filter(|violation| violation.file == "faq.toml").collect();
    assert_eq!(faq.len(), 1, "{}", printed(&found));
    assert_eq!(faq[0].rule, Rule::Unreadable);
}
