//! `marks.toml`: the entries' own marks. A catalog can do without this file.
//!
//! Marks are decoration, so they are no part of the runtime catalog: the build makes a style sheet
//! of them, which the page fetches after everything else.

use std::collections::BTreeSet;

use super::fields::{Fields, parse_optional};
use super::{Files, Rule, Violations};
use crate::domain::catalog::Alternative;

const FILE: &str = "marks.toml";

/// The mark of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The entry's id.
    pub entry: String,
    /// The path of its only shape, as an SVG path has it, in a square of 24 units.
    pub path: String,
}

/// Reads all marks, in the order of the file; none without the file.
pub(super) fn read(
    files: &Files,
    entries: &[&mut Alternative],
    violations: &Violations,
) -> Option<Vec<Mark>> {
    let table = parse_optional(files, FILE, violations)?;
    // An entry with a violation of its own is not among the entries.
    let all_are_there = violations.is_empty();
    let mut fields = Fields::new(FILE, String::new(), &table, violations);
    // Where the marks come from is for people.
    for field in ["package", "version", "licence"] {
        let _ = fields.text(field);
    }
    let _ = (fields.address("site"), fields.day("checked"));
    let mut seen = BTreeSet::new();
    let mut marks = Vec::new();
    for mut mark in fields.tables("mark", true) {
        let entry = mark.id("entry");
        let path = mark.text("path");
        if mark.has("guidelines") {
            let _ = mark.address("guidelines");
        }
        if let Some(entry) = entry {
            if all_are_there && !entries.iter().any(|known| &*known.id == entry) {
                let message = "is the id of no entry".to_owned();
                mark.wrong("entry", entry, Rule::BrokenReference, message);
            }
            if !seen.insert(entry) {
                mark.wrong("entry", entry, Rule::DuplicateId, "has a mark already".to_owned());
            }
        }
        if let Some(path) = path.filter(|path| !is_path(path)) {
            let message = "should be the data of an SVG path: a command, then figures".to_owned();
            mark.wrong("path", path, Rule::BadWord, message);
        }
        mark.finish();
        if let (Some(entry), Some(path)) = (entry, path) {
            marks.push(Mark { entry: entry.to_owned(), path: path.to_owned() });
        }
    }
    fields.finish();
    Some(marks)
}

/// Whether a text can be the data of a path. Nothing in it ends an attribute or an address.
fn is_path(text: &str) -> bool {
    text.starts_with(['M', 'm'])
        && text
            .chars()
            .all(|letter| "MmZzLlHhVvCcSsQqTtAae+-., ".contains(letter) || letter.is_ascii_digit())
}
