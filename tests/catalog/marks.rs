//! The marks of entries: each is of an entry, once, and a shape; a catalog can do without them.

use stackfit::authoring::{Rule, check};

use crate::rules::{base, printed, violations};

const MARKS: &str = "package = 'icons'\nversion = '1'\nlicence = 'CC0-1.0'\n\
    site = 'https://example.org'\nchecked = 2026-01-01\n\
    [[mark]]\nentry = 'alpha'\npath = 'M0 0h24v-1.5z'\n";

#[test]
fn they_are_kept_apart_from_the_catalog() {
    let mut files = base();
    let bare = check(&files).unwrap();
    assert!(bare.marks.is_empty() && !bare.catalog.subject.has_marks);
    files.insert("marks.toml", MARKS);
    let found = check(&files).map_err(|found| printed(&found)).unwrap();
    let [mark] = &*found.marks else { panic!("{:?}", found.marks) };
    assert_eq!((&*mark.entry, &*mark.path), ("alpha", "M0 0h24v-1.5z"));
    assert!(found.catalog.subject.has_marks);
}

#[test]
fn a_slip_is_reported_at_its_place() {
    let twice = format!("{MARKS}[[mark]]\nentry = 'alpha'\npath = 'M1 1z'\n");
    for (text, rule, field) in [
        (MARKS.replace("'alpha'", "'gamma'"), Rule::BrokenReference, "mark[0].entry"),
        (MARKS.replace("M0 0", "0 0"), Rule::BadWord, "mark[0].path"),
        (
            MARKS.replace("M0 0", "M0 0\\\"><script>").replace('\'', "\""),
            Rule::BadWord,
            "mark[0].path",
        ),
        (MARKS.replace("path =", "shape ="), Rule::MissingField, "mark[0].path"),
        (MARKS.replace("'CC0-1.0'", "''"), Rule::Empty, "licence"),
        (MARKS.replace("https:", "http:"), Rule::BadAddress, "site"),
        (twice, Rule::DuplicateId, "mark[1].entry"),
    ] {
        let mut files = base();
        files.insert("marks.toml", &text);
        let found = violations(&files);
        assert!(
            found.iter().any(|one| one.rule == rule && one.field == field),
            "{text}\n{}",
            printed(&found)
        );
        assert!(found.iter().all(|one| one.file == "marks.toml"), "{}", printed(&found));
    }
}
