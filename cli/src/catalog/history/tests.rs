//! What is noted of an older catalog, and what is left out.

use std::fs;

use stackfit::authoring::{Files, check};

use super::*;
use crate::repository;

/// The smallest catalog of the tests with some of its texts replaced, in a folder of its own, of an older
/// day.
fn changed(changes: &[(&str, &str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("entries")).unwrap();
    let base = repository::root().join("tests/fixtures/catalog/base");
    for name in ["catalog.toml", "criteria.toml", "entries/alpha.toml", "entries/beta.toml"] {
        let mut text = fs::read_to_string(base.join(name)).unwrap();
        for (_, before, after) in changes.iter().filter(|(file, ..)| *file == name) {
            assert!(text.contains(before), "{name}: {before}");
            text = text.replace(before, after);
        }
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn base() -> (Files, Catalog) {
    let files = Files::load(&repository::root().join("tests/fixtures/catalog/base")).unwrap();
    let catalog = check(&files).unwrap().catalog;
    (files, catalog)
}

const OLDER: (&str, &str, &str) = ("catalog.toml", "date = 2026-01-31", "date = 2025-10-01");

fn edition_of(changes: &[(&str, &str, &str)]) -> String {
    let (_, catalog) = base();
    let all: Vec<_> = [OLDER].iter().chain(changes).copied().collect();
    edition(&catalog, &Older::read(changed(&all).path()).unwrap())
}

const NOTHING: &str = "[[edition]]\ndate = 2025-10-01\n";

#[test]
fn a_catalog_that_differs_in_nothing_notes_nothing() {
    assert_eq!(edition_of(&[]), NOTHING);
    let order = ("entries/alpha.toml", r#"["quick", "calm"]"#, r#"["calm", "quick"]"#);
    assert_eq!(edition_of(&[order]), NOTHING, "the order of a list says nothing");
    let label = ("criteria.toml", r#"label = "Traits""#, r#"label = "Merits""#);
    assert_eq!(edition_of(&[label]), NOTHING, "a label is no meaning");
}

#[test]
fn values_of_each_kind_are_noted_as_they_were() {
    let found = edition_of(&[
        ("entries/alpha.toml", r#"value = "large""#, r#"value = "unknown""#),
        ("entries/alpha.toml", r#"["quick", "calm"]"#, r#"["calm"]"#),
        ("entries/alpha.toml", r#"value = "1.2""#, r#"value = "1.1 \"beta\"""#),
        ("entries/alpha.toml", r#"value = "2001-05""#, r#"value = "2001""#),
    ]);
    let expected = r#"
[edition.entries.alpha]
size = "unknown"
traits = ["calm"]
version = '1.1 "beta"'
born = "2001"
"#;
    assert_eq!(found, format!("{NOTHING}{expected}"));
}

#[test]
fn what_meant_something_else_or_was_not_there_is_incomparable() {
    let found = edition_of(&[
        ("criteria.toml", "What it is known for.", "What people say."),
        ("criteria.toml", r#"id = "store""#, r#"id = "shop""#),
        ("criteria.toml", r#"means = "Added by others.""#, r#"means = "Sold by others.""#),
        ("entries/alpha.toml", r#"["quick", "calm"]"#, r#"["calm"]"#),
        ("entries/beta.toml", r#"id = "beta""#, r#"id = "gamma""#),
    ]);
    let expected = "incomparable = [\"traits\", \"store\", \"pages\"]\nadded = [\"beta\"]\n";
    assert_eq!(found, format!("{NOTHING}{expected}"));
}

/// What is written is read by the check, and means what the older catalog said.
#[test]
fn the_history_that_is_written_is_one_that_the_check_reads() {
    let (mut files, catalog) = base();
    let changes = [
        OLDER,
        ("entries/alpha.toml", r#"["quick", "calm"]"#, r#"["calm"]"#),
        ("entries/alpha.toml", r#"value = "2001-05""#, r#"value = "2001""#),
    ];
    let folder = changed(&changes);
    let older = Older::read(folder.path()).unwrap();
    let text = with_edition(HEAD, &catalog, None, &older);
    files.insert(FILE, &text);
    let checked = check(&files).unwrap_or_else(|wrong| panic!("{wrong:?}\n{text}"));
    assert_eq!(checked.compared, Some(checked.catalog.subject.date));
    let read = checked.catalog;
    let past = read.past(older.date).unwrap();
    let alpha = read.find_alternative("alpha").unwrap();
    assert_eq!(past.changed.len(), 2);
    let traits = past.catalog.find_criterion("traits").unwrap();
    assert_eq!(past.catalog.alternative(alpha).fact(traits).value, Value::Many(0b10));
    // Written a second time, the last edition is written anew.
    assert_eq!(with_edition(&text, &read, checked.compared, &older), text);
}

/// Editions that are noted from the newest on say of each day what was then, even where a value went back.
#[test]
fn an_edition_between_others_is_compared_with_the_next() {
    let traits = |value| ("entries/alpha.toml", r#"["quick", "calm"]"#, value);
    let first = [("catalog.toml", OLDER.1, "date = 2025-09-01")];
    let second = [OLDER, traits(r#"["calm"]"#)];
    let (mut files, _) = base();
    let mut text = HEAD.to_owned();
    let mut noted = None;
    let mut note = |changes: &[(&str, &str, &str)]| {
        let checked = noted.take().unwrap_or_else(|| check(&base().0).unwrap());
        let older = Older::read(changed(changes).path()).unwrap();
        text = with_edition(&text, &checked.catalog, checked.compared, &older);
        files.insert(FILE, &text);
        noted = Some(check(&files).unwrap_or_else(|wrong| panic!("{wrong:?}\n{text}")));
        text.clone()
    };
    // The first is like today's, and the second is not.
    note(&first);
    note(&second);
    let text = note(&first);
    let expected = r#"
[[edition]]
date = 2025-09-01

[edition.entries.alpha]
traits = ["quick", "calm"]

[[edition]]
date = 2025-10-01

[edition.entries.alpha]
traits = ["calm"]
"#;
    assert!(text.ends_with(expected), "{text}");
    assert_eq!(text, note(&second), "nothing else is to be noted");
}

/// A date that has moved stays a mistake until the catalog before it is noted.
#[test]
fn an_older_edition_does_not_stand_for_the_one_that_is_missing() {
    let (_, catalog) = base();
    let older = Older::read(changed(&[OLDER]).path()).unwrap();
    let missing = Some("2025-11-01".parse().unwrap());
    assert!(with_edition(HEAD, &catalog, missing, &older).contains("compared = 2025-11-01\n"));
    let same = Some(older.date);
    assert!(with_edition(HEAD, &catalog, same, &older).contains("compared = 2026-01-31\n"));
}
