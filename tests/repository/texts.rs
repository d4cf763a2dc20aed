//! The interface's texts, held against the sources: none stands in `text/en.toml` for nothing.
//!
//! That none is missing needs no test: each is a constant, and a missing one does not compile.

use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files of a folder and its folders.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// The names of the constants that a table of texts becomes, as `build.rs` makes them.
fn constants(table: &Table, prefix: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (key, value) in table {
        let name = format!("{prefix}{}", key.replace('-', "_").to_uppercase());
        match value {
            Value::Table(inner) => names.extend(constants(inner, &format!("{name}_"))),
            _ => names.push(name),
        }
    }
    names
}

/// The names that a source takes from `msg`.
fn used(source: &str) -> impl Iterator<Item = &str> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    source
        .split("msg::")
        .skip(1)
        .map(move |rest| rest.split(|c| !is_part(c)).next().unwrap_or(rest))
}

#[test]
fn every_text_is_used() {
    let texts: Table = fs::read_to_string(root().join("text/en.toml")).unwrap().parse().unwrap();
    let files: Vec<_> = sources(&root().join("src")).iter().map(fs::read_to_string).collect();
    let used: Vec<_> = files.iter().flatten().flat_map(|source| used(source)).collect();
    let all = constants(&texts, "");
    let unused: Vec<_> = all.iter().filter(|name| !used.contains(&name.as_str())).collect();
    assert!(unused.is_empty(), "nothing says these: {unused:?}");
    assert!(all.len() > 200, "{} are few", all.len());
}
