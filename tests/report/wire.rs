//! A report on its way from the program that makes it to the page: nothing of it is lost.
//!
//! # What this module does not do
//! It looks at no bytes; both ends are of one build.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use stackfit::report::wire::{decode, encode};
use stackfit::report::{Block, Cell, DataTable, Explanation, Line, Link, Tone};

use super::said::{Case, SHIPPED, sections, some_asked, strict};
use crate::support::strategies::cases;

/// Any text without what no text of a report has: control characters.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z“”é #=\"+&?.%−]{0,12}",
        1 => any::<String>()
            .prop_map(|text| text.chars().filter(|letter| !letter.is_control()).collect::<String>()),
    ]
}

fn blocks() -> impl Strategy<Value = Block> {
    let links =
        (text(), text(), text()).prop_map(|(label, query, tries)| Link { label, query, tries });
    let tone = select(vec![Tone::Plain, Tone::Muted, Tone::Warning]);
    let line = (tone, text(), text(), text(), vec(links, 0..4)).prop_map(
        |(tone, word, means, text, links)| Block::Line(Line { tone, word, means, text, links }),
    );
    let cell = prop_oneof![
        text().prop_map(Cell::Text),
        text().prop_map(Cell::Number),
        any::<u32>().prop_map(Cell::Share),
    ];
    let table = (text(), vec(text(), 0..4), vec(vec(cell, 0..4), 0..4))
        .prop_map(|(caption, head, rows)| Block::Table(DataTable { caption, head, rows }));
    prop_oneof![text().prop_map(Block::Title), line, table]
}

#[test]
fn everything_said_of_the_shipped_catalog_arrives() {
    for query in SHIPPED {
        let case = Case::shipped(query);
        for section in sections(case.catalog.alternative_ids().take(3)) {
            let report = case.say(section);
            assert_eq!(decode(&encode(&report)), report, "{query}: {section:?}");
        }
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_report_arrives_as_it_left(blocks in vec(blocks(), 0..8)) {
        let report = Explanation { blocks };
        prop_assert_eq!(decode(&encode(&report)), report);
    }

    #[test]
    fn control_characters_are_left_out_and_part_nothing(text in any::<String>()) {
        let plain: String = text.chars().filter(|letter| !letter.is_control()).collect();
        let report = |text: String| Explanation { blocks: vec![Block::Title(text), Block::Title("b".into())] };
        prop_assert_eq!(decode(&encode(&report(text))), report(plain));
    }

    #[test]
    fn no_text_is_too_broken_to_read(text in prop_oneof![any::<String>(), "[hpatr\t\n#=\"wm0-9é]{0,60}"]) {
        let report = decode(&text);
        prop_assert_eq!(decode(&encode(&report)).blocks.len(), report.blocks.len());
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn everything_that_is_said_arrives(case in prop_oneof![some_asked(), strict()]) {
        for section in sections(case.catalog.alternative_ids().take(1)) {
            let report = case.say(section);
            prop_assert_eq!(decode(&encode(&report)), report);
        }
    }
}
