//! What holds for every link and every section: settings and state travel along, names are found again,
//! and nothing panics.
//!
//! What a link leads to is for the tests of its section.

use proptest::prelude::*;
use proptest::sample::select;
use stackfit::domain::permalink;
use stackfit::domain::settings::Settings;
use stackfit::domain::state::{State, View};
use stackfit::report::{Explainer, Link, Request, Section};

use super::case::{Case, QUERIES, lines, sections, some_asked, strict};
use test_support::strategies::{cases, catalogs};

/// Every link keeps what it is not about.
pub(super) fn keeps_the_rest(case: &Case, said: impl IntoIterator<Item = Section>) {
    let (settings, _) = Settings::decode(&case.catalog, &case.settings);
    for section in said {
        let report = case.say(section);
        for link in lines(&report).into_iter().flat_map(|line| &line.links) {
            let Link { label, query, tries } = link;
            assert!(!label.is_empty(), "{section:?}: {query}");
            let decoded = permalink::decode(&case.catalog, query);
            assert!(decoded.ignored.is_empty(), "{query}: {:?}", decoded.ignored);
            let (kept, not_kept) = Settings::decode(&case.catalog, query);
            assert_eq!((&kept, not_kept.len()), (&settings, 0), "{query}");
            let state = decoded.state;
            if tries.is_empty() {
                let there = State { view: state.view, open: state.open, ..case.state.clone() };
                assert_eq!(state, there, "{section:?}: it only leads somewhere");
            } else {
                let there = State { answers: state.answers.clone(), ..case.state.clone() };
                assert_eq!(state, there, "{section:?}: only the answers are others");
                assert_ne!(state.answers, case.state.answers, "{section:?}: they are others");
            }
        }
    }
}

#[test]
fn every_link_keeps_what_it_is_not_about_in_the_frozen_catalog() {
    let settings = "?only=django,flask,rails,express,laravel,spring-boot&theme=dark&compact=yes";
    for query in QUERIES {
        let shipped = Case::frozen(query);
        let (settings, ignored) = Settings::decode(&shipped.catalog, settings);
        assert_eq!(ignored, []);
        let catalog = settings.restricted(shipped.catalog);
        assert_eq!(catalog.alternatives.len(), 6);
        let state = permalink::decode(&catalog, query).state;
        let case = Case { settings: settings.encode(), ..Case::new(catalog, state) };
        keeps_the_rest(&case, sections(case.catalog.alternative_ids()));
    }
}

/// Queries as they are and as they are not.
fn wild() -> impl Strategy<Value = String> {
    let pieces = vec![
        "?",
        "&",
        "=",
        ",",
        "%",
        "a.",
        "must.",
        "w.",
        "view=result",
        "today=",
        "split=yes",
        "open=",
        "language",
        "kind",
        "python",
        "micro",
        "very-important",
        "only=",
        "catalog=2001-01-01",
    ];
    prop_oneof![
        proptest::collection::vec(select(pieces), 0..20).prop_map(|pieces| pieces.concat()),
        "\\PC{0,80}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(cases(30))]

    #[test]
    fn every_link_keeps_what_it_is_not_about(
        case in prop_oneof![some_asked(), strict()], at in any::<prop::sample::Index>()
    ) {
        let ids: Vec<_> = case.catalog.alternative_ids().collect();
        let some = ids.get(at.index(ids.len().max(1))).copied();
        let case = Case { settings: "?theme=dark".to_owned(), ..case };
        keeps_the_rest(&case, sections(some.into_iter()));
    }

    #[test]
    fn no_query_makes_a_report_panic(sample in catalogs(), query in wild(), view in any::<bool>()) {
        let state = permalink::decode(&sample.catalog, &query).state;
        let state = State { view: if view { View::Result } else { state.view }, ..state };
        let case = Case::new((*sample.catalog).clone(), state);
        let some = case.catalog.alternative_ids().take(2);
        let request = |section| Request { query: &query, section, today: case.catalog.subject.date };
        let mut explainer = Explainer::new(case.catalog.clone(), &query, case.catalog.subject.date);
        for section in sections(some) {
            let _ = case.say(section);
            let _ = explainer.explain(&request(section));
        }
    }
}
