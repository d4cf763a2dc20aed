//! The forms of a record: nothing of it is lost in any, and each is read as it was meant.

use proptest::prelude::*;
use stackfit::report::record::Format;
use stackfit::report::{Block, Tone};

use super::made::{BASE, Made, records};
use super::readers::{Seen, against_schema, complaints, rows, seen};
use test_support::strategies::cases;

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A text as it stands within a line.
pub(super) fn in_line(text: &str) -> String {
    text.split([' ', '\t', '\n', '\r'])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The rules that a record breaks.
pub(super) fn broken(markdown: &str) -> Vec<String> {
    let mut found = complaints(markdown);
    // A record of one option has no second.
    let options = markdown.split("## ").find(|part| part.starts_with("Considered"));
    let n_lines = options.map_or(0, |part| part.matches("\n* ").count());
    found.retain(|one| !(one.starts_with("ADR016") && n_lines < 2));
    // The linter takes escaped marks for marks; what a reader sees is tested beside.
    let misread = ["MD034", "MD037", "MD049"];
    found.retain(|one| !misread.iter().any(|rule| one.starts_with(rule)));
    found
}

proptest! {
    #![proptest_config(cases(40))]

    /// A reader of the Markdown sees each text as it is, in a block of its own or as its beginning.
    #[test]
    fn markdown_shows_what_the_record_says(made in records()) {
        let record = made.record();
        let markdown = made.text(Format::Madr);
        let blocks = seen(&markdown);
        let has = |text: &str, level: u8| {
            let text = in_line(text);
            blocks.iter().any(|block| block.level == level && block.text.starts_with(&text))
        };
        prop_assert!(has(&record.title, 1), "{markdown}");
        for must in &record.musts {
            prop_assert!(has(&format!("Must have, {}: {}", must.label, must.option), 0), "{must:?}\n{markdown}");
        }
        for wish in &record.wishes {
            prop_assert!(has(&format!("{}: {}", wish.label, wish.options[0]), 0), "{wish:?}\n{markdown}");
        }
        for one in &record.weighed {
            prop_assert!(has(&one.name, 3), "{one:?}\n{markdown}");
        }
        let all = [
            &record.firmness, &record.would_change, &record.outcome.against, &record.changed,
        ];
        for sentence in all.into_iter().flatten() {
            prop_assert!(has(sentence, 0), "{sentence}\n{markdown}");
        }
        let whole: Vec<_> = blocks.iter().map(|block| block.text.as_str()).collect();
        let whole = whole.join("\n");
        let names = record.options.iter().map(|one| &one.name);
        let names = names.chain(record.unclear.iter().chain(&record.ruled_out).map(|one| &one.name));
        for name in names.chain(record.taken_out.iter().map(|one| &one.name)) {
            prop_assert!(whole.contains(&in_line(name)), "{name}\n{markdown}");
        }
        let links: Vec<_> = blocks.iter().flat_map(|Seen { links, .. }| links).collect();
        prop_assert_eq!(links.len(), record.sources.len() + 1, "{}", markdown);
        for (source, link) in record.sources.iter().zip(&links[1..]) {
            prop_assert_eq!(&link.replace("%28", "(").replace("%29", ")"), &source.url);
        }
        prop_assert!(links[0].starts_with(BASE), "{links:?}");
    }

    #[test]
    fn markdown_breaks_no_rule(made in records()) {
        for format in [Format::Madr, Format::Brief] {
            let markdown = made.text(format);
            let mut found = broken(&markdown);
            // A few lines have no heading.
            let is_of_documents = |one: &String| ["MD041", "MD036", "ADR"].iter().any(|rule| one.starts_with(rule));
            found.retain(|one| !(format == Format::Brief && is_of_documents(one)));
            prop_assert!(found.is_empty(), "{}\n{markdown}", found.join("\n"));
        }
    }

    #[test]
    fn json_is_as_its_schema_says(made in records()) {
        let json = made.text(Format::Json);
        prop_assert_eq!(against_schema(&json), Ok(()), "{}", json);
    }

    #[test]
    fn tables_are_read_by_a_strict_reader_and_compute_nothing(made in records()) {
        for format in [Format::Csv, Format::Comparison] {
            let table = made.text(format);
            let rows = rows(&table);
            for cell in rows.iter().flatten() {
                prop_assert!(!cell.trim_start().starts_with(FORMULA), "{cell:?}");
            }
            let n = match format {
                Format::Csv => made.case.catalog.alternatives.len(),
                _ => made.case.catalog.criteria.len(),
            };
            prop_assert_eq!(rows.len(), n + 1);
        }
    }

    #[test]
    fn a_few_lines_are_few(made in records()) {
        let lines = made.text(Format::Brief);
        prop_assert!(lines.lines().filter(|line| !line.is_empty()).count() <= 6, "{lines}");
    }

    #[test]
    fn a_few_lines_say_what_was_asked_for(made in records()) {
        let lines = made.text(Format::Brief);
        let asked = made.record().wishes.into_iter().flat_map(|wish| wish.options);
        for option in asked.filter(|option| option.chars().all(char::is_alphanumeric)) {
            prop_assert!(lines.contains(&option), "{option} in {lines}");
        }
    }

    /// The paper has all sentences, and no line that is not printed.
    #[test]
    fn paper_has_every_driver_and_every_source_that_it_cites(made in records()) {
        let (record, paper) = (made.record(), made.paper());
        let lines: Vec<_> = paper
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Line(line) => Some(line),
                Block::Title(_) | Block::Table(_) | Block::Text(_) => None,
            })
            .collect();
        prop_assert!(lines.iter().all(|line| line.tone == Tone::Plain && line.links.is_empty()));
        let has = |part: &str| lines.iter().any(|line| line.text.contains(part));
        // What speaks for other options is not on paper, and neither are its sources.
        let facts = record.confirmation.volatile.iter().chain(&record.confirmation.old);
        let arguments = record.consequences.iter().flat_map(|all| [&all.good, &all.neutral, &all.bad]);
        let cited = arguments.flatten().flat_map(|one| &one.sources);
        for at in cited.chain(facts.flat_map(|fact| &fact.sources)) {
            let source = &record.sources[at - 1];
            let line = format!("{at}. {}, {}, read {}", source.title, source.url, source.read);
            prop_assert!(has(&line), "{line}");
        }
        for must in &record.musts {
            prop_assert!(has(&must.option));
        }
        for wish in &record.wishes {
            prop_assert!(has(&wish.options[0]));
        }
    }
}

/// The link of a record opens the same result, without what belongs to a frame.
#[test]
fn the_link_opens_the_same_result_again() {
    let query = "?view=fit&step=size&q=x&a.language=python&a.box=admin&today=rails&choice=flask\
                 &split=yes&without=gin&compare=django,flask&rows=all&sort=name";
    let mut made = Made::frozen(query);
    made.case.settings = "?theme=dark&compact=yes&disclosure=Ours".to_owned();
    let record = made.record();
    let expected = "https://example.org/fit/?view=result&a.language=python&a.box=admin&without=gin\
                    &today=rails&choice=flask&split=yes&compare=django,flask&catalog=2026-11-24\
                    &disclosure=Ours";
    assert_eq!(record.link, expected);
    let mut again = Made::frozen(expected);
    again.case.settings = "?disclosure=Ours".to_owned();
    assert_eq!(again.record(), record);
}
