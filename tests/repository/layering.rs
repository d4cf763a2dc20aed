//! The layers, read from the sources: the domain names nothing of the browser, no clock, no chance and
//! no float; the browser's interfaces stay at the browser's edge; modules form no circle; and every file
//! says what it is.

mod modules;
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use test_support::catalogs::in_repository;

use self::modules::Modules;

/// Names that have no business in the domain.
const FOREIGN: [&str; 12] = [
    "yew",
    "web_sys",
    "js_sys",
    "gloo",
    "wasm_bindgen",
    "std::time",
    "core::time",
    "Instant",
    "SystemTime",
    "rand",
    "f32",
    "f64",
];

/// Names of the browser's interfaces, and of what Rust talks to them by.
const BROWSER: [&str; 4] = ["web_sys", "js_sys", "gloo", "wasm_bindgen"];

/// Where these may be named.
const EDGE: [&str; 2] = ["browser", "bin"];

/// All Rust files of a folder and its folders, sorted.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
    {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn src() -> PathBuf {
    in_repository("src")
}

/// A source without its comments. Texts stay; one that holds `//` loses the rest of its line.
fn code(source: &str) -> String {
    let mut code = String::new();
    let mut depth = 0_usize;
    for line in source.lines() {
        let mut rest = line;
        while !rest.is_empty() {
            let end = if depth > 0 { "*/" } else { "/*" };
            let at = rest.find(end);
            let line_comment =
                rest.find("//").filter(|at_line| depth == 0 && at.is_none_or(|at| *at_line <= at));
            let stop = line_comment.or(at).unwrap_or(rest.len());
            if depth == 0 {
                code.push_str(&rest[..stop]);
            }
            if line_comment.is_some() || at.is_none() {
                break;
            }
            depth = if depth > 0 { depth - 1 } else { depth + 1 };
            rest = &rest[stop + 2..];
        }
        code.push('\n');
    }
    code
}

/// Whether a name stands in some code as a whole name.
fn names(code: &str, name: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + name.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

/// Some names in a source, each with its line.
fn found<'a>(source: &str, wanted: &[&'a str]) -> Vec<(usize, &'a str)> {
    let code = code(source);
    let lines = code.lines().zip(1..).flat_map(|(line, number)| {
        let names = wanted.iter().filter(move |name| names(line, name));
        names.map(move |name| (number, *name))
    });
    lines.collect()
}

/// Where some names stand in some files.
fn places(files: &[PathBuf], wanted: &[&str]) -> Vec<String> {
    let places = files.iter().flat_map(|path| {
        let source = fs::read_to_string(path).unwrap();
        let found = found(&source, wanted).into_iter();
        found.map(|(line, name)| format!("{}:{line}: {name}", path.display())).collect::<Vec<_>>()
    });
    places.collect()
}

#[test]
fn the_domain_names_no_browser_no_clock_no_chance_and_no_float() {
    let files = sources(&src().join("domain"));
    assert!(files.len() > 10, "the domain is there");
    let found = places(&files, &FOREIGN);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_browser_is_named_at_its_edge_only() {
    let edge = EDGE.map(|folder| src().join(folder));
    let (edge, others): (Vec<_>, Vec<_>) = sources(&src())
        .into_iter()
        .partition(|path| edge.iter().any(|edge| path.starts_with(edge)));
    assert!(!places(&edge, &BROWSER).is_empty(), "the edge is there");
    let found = places(&others, &BROWSER);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The sources of the library, each with its path in `src`.
fn library() -> Vec<(String, String)> {
    let root = src();
    let files = sources(&root).into_iter().filter(|path| !path.starts_with(root.join("bin")));
    let named = files.map(|path| {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(&path).unwrap())
    });
    named.collect()
}

#[test]
fn modules_form_no_circle() {
    let circles = Modules::of(&library()).circles();
    let circles: Vec<_> = circles.iter().map(|circle| circle.join(" -> ")).collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn every_source_starts_by_saying_what_it_is() {
    let files = sources(&src());
    assert!(files.len() > 20, "the sources are there");
    let headless = files.iter().filter(|path| {
        let source = fs::read_to_string(path).unwrap();
        !source.lines().next().is_some_and(|line| {
            line.strip_prefix("//! ").is_some_and(|header| !header.trim().is_empty())
        })
    });
    let headless: Vec<_> = headless.map(|path| path.display().to_string()).collect();
    assert!(headless.is_empty(), "without a header:\n{}", headless.join("\n"));
}

#[test]
fn a_foreign_name_is_seen_in_code_and_not_in_comments() {
    for line in [
        "use yew::prelude::*;",
        "let x: f64 = 0.0;",
        "fn of(x: Vec<f32>) {}",
        "use std::time::Duration;",
        "let now = Instant::now(); // it is now",
        "/* why */ rand::random()",
    ] {
        assert_eq!(found(line, &FOREIGN).len(), 1, "{line}");
    }
    assert_eq!(found("one\n/* two\n yew */ gloo\n", &FOREIGN), [(3, "gloo")]);
    for line in [
        "// yew and f64",
        "//! without f32",
        "let operand = strand; // no rand",
        "/* SystemTime */ let instant = 1;",
        "let f640 = my_f64;",
    ] {
        assert_eq!(found(line, &FOREIGN), [], "{line}");
    }
}
