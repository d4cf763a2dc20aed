//! Requests and reports on their way between the page and the program that explains results: nothing of
//! them is lost, and nothing that is not one of them is taken for one.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use stackfit::domain::catalog::{AltId, Date};
use stackfit::domain::permalink;
use stackfit::domain::settings::Settings;
use stackfit::report::{
    Block, Cell, DataTable, Explainer, Explanation, Line, Link, Request, Section, Tone,
};

use super::case::{Case, QUERIES, sections, some_asked, strict};
use test_support::catalogs::{FROZEN, checked};
use test_support::strategies::cases;

fn arrived(explanation: &Explanation) -> Option<Explanation> {
    let bytes = postcard::to_allocvec(explanation).expect("it can be written");
    postcard::from_bytes(&bytes).ok()
}

fn blocks() -> impl Strategy<Value = Block> {
    let text = any::<String>;
    let links =
        (text(), text(), text()).prop_map(|(label, query, tries)| Link { label, query, tries });
    let tone = select(vec![Tone::Plain, Tone::Muted, Tone::Warning]);
    let line = (tone, text(), text(), text(), vec(links, 0..4)).prop_map(
        |(tone, word, means, text, links)| {
            Block::Line(Line { tone, steps: 1, word, means, text, links })
        },
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
fn everything_said_of_the_frozen_catalog_arrives() {
    for query in QUERIES {
        let case = Case::frozen(query);
        for section in sections(case.catalog.alternative_ids().take(3)) {
            let explanation = case.say(section);
            assert_eq!(arrived(&explanation), Some(explanation), "{query}: {section:?}");
        }
    }
}

/// The second program decodes the link and ranks by itself, and comes to what the page would say.
#[test]
fn the_second_program_says_what_the_page_would_say_in_place() {
    let (catalog, only) =
        (checked(FROZEN).catalog, "&only=django,flask,rails,express,laravel,spring-boot");
    for query in QUERIES {
        let query = [query, only].concat();
        let (settings, _) = Settings::decode(&catalog, &query);
        let restricted = settings.restricted(catalog.clone());
        let state = permalink::decode(&restricted, &query).state;
        let case = Case { settings: settings.encode(), ..Case::new(restricted, state) };
        let today = catalog.subject.date;
        let request = |section| Request { query: &query, section, today };
        let mut explainer = Explainer::new(catalog.clone(), &query, today);
        for section in sections(case.catalog.alternative_ids()) {
            let said = explainer.explain(&request(section));
            assert_eq!(said, Some(case.say(section)), "{query}: {section:?}");
        }
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_report_arrives_as_it_left(blocks in vec(blocks(), 0..8)) {
        let explanation = Explanation { blocks };
        prop_assert_eq!(arrived(&explanation), Some(explanation));
    }

    #[test]
    fn any_request_arrives_as_it_left(
        query in any::<String>(), way in any::<Option<u16>>(), at in 0..Section::PLAIN.len()
    ) {
        let section = way.map_or(Section::PLAIN[at], |id| Section::WhatWouldWin(AltId(id)));
        let today = Date { year: 2026, month: 11, day: 29 };
        let request = Request { query: &query, section, today };
        let bytes = postcard::to_allocvec(&request).expect("it can be written");
        prop_assert_eq!(postcard::from_bytes(&bytes), Ok(request));
    }

    #[test]
    fn no_bytes_are_too_broken_to_be_refused(bytes in vec(any::<u8>(), 0..200)) {
        let _ = postcard::from_bytes::<Explanation>(&bytes);
        let _ = postcard::from_bytes::<Request>(&bytes);
    }

    #[test]
    fn a_report_that_was_cut_short_is_none(blocks in vec(blocks(), 1..4), at in any::<prop::sample::Index>()) {
        let bytes = postcard::to_allocvec(&Explanation { blocks }).expect("it can be written");
        let short = &bytes[..at.index(bytes.len())];
        prop_assert!(postcard::from_bytes::<Explanation>(short).is_err());
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn everything_that_is_said_arrives(case in prop_oneof![some_asked(), strict()]) {
        for section in sections(case.catalog.alternative_ids().take(1)) {
            let explanation = case.say(section);
            prop_assert_eq!(arrived(&explanation), Some(explanation));
        }
    }
}
