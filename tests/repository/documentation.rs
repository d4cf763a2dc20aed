//! What is written about embedding is what the program does.
//!
//! It reads tables and examples; prose is for people to read.

use stackfit::domain::catalog::{Date, Subject};
use stackfit::domain::settings::{PARAMETERS, Values};
use stackfit::text::{Words, parameter};

fn read(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The table of the parameters, as the documentation has it.
fn table() -> String {
    let subject = Subject {
        id: "any".into(),
        title: "Any".into(),
        intro: "Any.".into(),
        search_hint: "".into(),
        one: "entry".into(),
        many: "entries".into(),
        date: Date { year: 2026, month: 1, day: 1 },
        badges: Vec::new(),
        lists: Vec::new(),
        purposes: Vec::new(),
        stop_words: Vec::new(),
        shared: None,
        ties: None,
        first_sort: None,
        folder: "entries".into(),
        repository: None,
        contest: None,
        has_marks: false,
    };
    let words = Words::english(&subject);
    let mut rows =
        vec!["| parameter | values | default | what it does |\n|---|---|---|---|\n".to_owned()];
    for parameter in &PARAMETERS {
        let values = match parameter.values {
            Values::Words(words) => {
                words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
            }
            Values::Colour => "six hexadecimal digits, with or without `%23`".to_owned(),
            Values::Pixels(least, most) => format!("{least} to {most}"),
            Values::Line(longest) => format!("one line, at most {longest} characters"),
            Values::Entries => "ids, with commas".to_owned(),
            Values::OfFacet => "ids of values of the facet, with commas".to_owned(),
        };
        let default = match parameter.default {
            "" => "none".to_owned(),
            default => format!("`{default}`"),
        };
        let meaning = words.text(parameter::meaning(parameter.key));
        rows.push(format!("| `{}` | {values} | {default} | {meaning} |\n", parameter.name));
    }
    rows.concat()
}

#[test]
fn the_parameters_are_those_of_the_table_in_the_program() {
    let documentation = read("docs/embedding.md");
    let table = table();
    assert!(documentation.contains(&table), "docs/embedding.md should have:\n{table}");
}

#[test]
fn every_example_of_a_frame_has_all_that_a_frame_needs() {
    for path in ["docs/embedding.md", "README.md"] {
        let text = read(path);
        let frames: Vec<_> = text.split("<iframe src=").skip(1).collect();
        assert!(!frames.is_empty(), "{path} has an example");
        for frame in frames {
            let frame = frame.split("</iframe>").next().unwrap_or_default();
            for part in
                ["title=", "width=", "height=", "loading=\"lazy\"", "allow=", "color-scheme:"]
            {
                assert!(frame.contains(part), "{path}: {part} in {frame}");
            }
        }
    }
}
