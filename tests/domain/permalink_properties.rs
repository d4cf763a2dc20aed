//! Links: every state comes back as it was, and whatever else stands in a link is understood or listed.
//!
//! It fixes no wording of a link beyond the ids in it.

use percent_encoding::percent_decode_str;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use stackfit::domain::catalog::{Catalog, Date, Select};
use stackfit::domain::permalink::{decode, encode, of_alternative, without_catalog_date};
use stackfit::domain::query::{Ignored, Why};
use stackfit::domain::state::{State, Step};
use stackfit::domain::{state::Action, state::View};

use test_support::generated::generated_catalog;
use test_support::reference::fault;
use test_support::strategies::{cases, catalogs_with_actions, catalogs_with_state};

/// Parameters as they are, as they might be, and as they are not.
fn links() -> impl Strategy<Value = String> {
    let catalog = generated_catalog(6, 3);
    let mut names: Vec<String> = [
        "view",
        "step",
        "open",
        "q",
        "sort",
        "compare",
        "rows",
        "today",
        "split",
        "catalog",
        "person",
        "1.name",
        "2.name",
        "9.name",
        "0.name",
        "2.without",
        "3.a.x",
        "7.utm",
        "f.",
        "a.x",
        "utm",
        "",
    ]
    .map(ToOwned::to_owned)
    .into();
    let mut values: Vec<String> = [
        "browse",
        "fit",
        "result",
        "compare",
        "embed",
        "review",
        "name",
        "all",
        "important",
        "normal",
        "yes",
        "2026",
        "1",
        "2",
        "3",
    ]
    .map(ToOwned::to_owned)
    .into();
    names.extend(catalog.facets.iter().map(|facet| format!("f.{}", facet.id)));
    for question in &catalog.questions {
        let kinds = ["a", "must", "w", "1.a", "1.must", "1.w", "2.a", "8.must", "9.a", "00.w"];
        names.extend(kinds.map(|kind| format!("{kind}.{}", question.id)));
        values.extend(question.options.iter().map(|option| option.id.to_string()));
        values.push(question.id.to_string());
    }
    values.extend(catalog.alternatives.iter().map(|alternative| alternative.id.to_string()));
    values.extend(catalog.sorts.iter().map(|key| key.id.to_string()));
    let value = prop_oneof![
        6 => vec(select(values), 1..4).prop_map(|values| values.join(",")),
        1 => "\\PC{0,90}",
        1 => "[%+,&=0-9a-f]{0,12}",
    ];
    let pair = (select(names), value).prop_map(|(name, value)| format!("{name}={value}"));
    let pairs = vec(prop_oneof![8 => pair, 1 => "\\PC{0,10}"], 0..10);
    pairs.prop_map(|pairs| format!("?{}", pairs.join("&")))
}

/// The catalog that the links of [`links`] are about.
fn catalog() -> Catalog {
    generated_catalog(6, 3)
}

/// The names that [`links`] has and the page knows, beside those with a dot.
const OWN: [&str; 12] = [
    "view", "step", "open", "q", "sort", "without", "compare", "rows", "today", "split", "person",
    "catalog",
];

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn every_valid_state_comes_back_from_its_link((sample, state) in catalogs_with_state()) {
        let link = encode(&sample.catalog, &state);
        let decoded = decode(&sample.catalog, &link);
        prop_assert_eq!(&decoded.state, &state, "{}", link);
        prop_assert_eq!(decoded.ignored, vec![]);
        prop_assert_eq!(decoded.made_with, None);
        prop_assert!(link.is_empty() || link.starts_with('?'));
        prop_assert!(link.bytes().all(|b| b.is_ascii_alphanumeric() || b"?&=-._~,%".contains(&b)));
        prop_assert_eq!(&decode(&sample.catalog, link.trim_start_matches('?')).state, &state);
        let undated = without_catalog_date(&link);
        prop_assert!(!undated.contains("catalog="), "{}", undated);
        prop_assert_eq!(decode(&sample.catalog, undated).state, state);
    }

    #[test]
    fn every_state_that_actions_lead_to_comes_back_from_its_link(
        (sample, actions) in catalogs_with_actions(),
    ) {
        let mut state = State::new(&sample.catalog);
        for action in actions {
            state = state.apply(&sample.catalog, action).unwrap_or(state);
        }
        let decoded = decode(&sample.catalog, &encode(&sample.catalog, &state));
        prop_assert_eq!(decoded.state, state);
        prop_assert_eq!(decoded.ignored, vec![]);
    }

    #[test]
    fn any_text_decodes_to_a_valid_state_whose_link_is_stable(
        text in prop_oneof![2 => any::<String>(), 5 => links()],
    ) {
        let catalog = catalog();
        let decoded = decode(&catalog, &text);
        prop_assert_eq!(fault(&catalog, &decoded.state), None);
        let again = decode(&catalog, &encode(&catalog, &decoded.state));
        prop_assert_eq!(again.state, decoded.state);
        prop_assert_eq!(again.ignored, vec![]);
    }

    /// A parameter that made no difference says the default, or is listed. (The step alone may be
    /// passed over: it is only of use in the questionnaire.)
    #[test]
    fn nothing_in_a_link_is_lost_silently(link in links()) {
        let catalog = catalog();
        let decoded = decode(&catalog, &link);
        let pairs: Vec<&str> = link.trim_start_matches('?').split('&').collect();
        for at in 0..pairs.len() {
            let (name, value) = pairs[at].split_once('=').unwrap_or((pairs[at], ""));
            let mut others = pairs.clone();
            others.remove(at);
            let without = decode(&catalog, &others.join("&"));
            let listed = without.ignored != decoded.ignored;
            let date = without.made_with != decoded.made_with;
            // Names that are nobody's are passed over; a second query may be appended to a value.
            let personal = name.split_once('.').filter(|(number, _)| {
                number.bytes().all(|it| it.is_ascii_digit()) && !number.is_empty()
            });
            let name = personal.map_or(name, |(_, own)| own);
            let is_own = personal.is_none() && OWN.contains(&name)
                || personal.is_some() && ["name", "without"].contains(&name)
                || ["f.", "a.", "must.", "w."].iter().any(|kind| name.starts_with(kind));
            let harmless = value.chars().all(|it| it == ',' || it == '+' || it.is_whitespace())
                || !is_own
                || value.contains('?')
                || matches!((name, value), ("view", "browse") | ("step", _))
                || (name.starts_with("w.") && value == "normal");
            let changed = without.state != decoded.state || date;
            prop_assert!(changed || listed || harmless, "{} in {}", pairs[at], link);
        }
    }

    /// Ignored parts come in the order in which they stand in the link.
    #[test]
    fn what_is_ignored_is_listed_in_the_order_of_the_link(link in links()) {
        let ignored = decode(&catalog(), &link).ignored;
        let names: Vec<String> = ignored.into_iter().map(|ignored| ignored.name).collect();
        let mut at = 0;
        let unescaped = |name: &str| {
            let name = name.replace('+', " ");
            percent_decode_str(&name).decode_utf8_lossy().into_owned()
        };
        let order: Vec<String> = link
            .trim_start_matches('?')
            .split('&')
            .map(|pair| unescaped(pair.split('=').next().unwrap_or_default()))
            .collect();
        for name in names {
            let from = order[at..].iter().position(|other| *other == name);
            prop_assert!(from.is_some(), "{name} out of order in {link}");
            at += from.unwrap();
        }
    }
}

fn ignored(link: &str) -> Vec<(String, String, Why)> {
    let ignored = decode(&catalog(), link).ignored;
    ignored.into_iter().map(|Ignored { name, value, why }| (name, value, why)).collect()
}

/// Each reason for ignoring, once.
#[test]
fn a_link_says_why_something_was_ignored() {
    let entry = |name: &str, value: &str, why| (name.to_owned(), value.to_owned(), why);
    let all: Vec<_> = catalog().alternatives.iter().map(|other| other.id.to_string()).collect();
    let cases = [
        ("?veiw=x".to_owned(), entry("veiw", "x", Why::UnknownParameter)),
        ("?f.colour=red".to_owned(), entry("f.colour", "red", Why::UnknownParameter)),
        ("?a.colour=red".to_owned(), entry("a.colour", "red", Why::UnknownParameter)),
        ("?view=attic".to_owned(), entry("view", "attic", Why::UnknownValue)),
        ("?view=fit&step=nowhere".to_owned(), entry("step", "nowhere", Why::UnknownValue)),
        ("?open=nobody".to_owned(), entry("open", "nobody", Why::UnknownValue)),
        ("?sort=colour".to_owned(), entry("sort", "colour", Why::UnknownValue)),
        ("?today=nobody".to_owned(), entry("today", "nobody", Why::UnknownValue)),
        ("?split=no".to_owned(), entry("split", "no", Why::UnknownValue)),
        ("?rows=some".to_owned(), entry("rows", "some", Why::UnknownValue)),
        ("?catalog=today".to_owned(), entry("catalog", "today", Why::UnknownValue)),
        ("?f.kind=micro,huge".to_owned(), entry("f.kind", "huge", Why::UnknownValue)),
        ("?a.kind=huge".to_owned(), entry("a.kind", "huge", Why::UnknownValue)),
        ("?a.kind=micro&w.kind=much".to_owned(), entry("w.kind", "much", Why::UnknownValue)),
        ("?view=result&view=fit".to_owned(), entry("view", "fit", Why::Repeated)),
        (format!("?compare={0},{0}", all[0]), entry("compare", &all[0], Why::Repeated)),
        (format!("?compare={}", all[..5].join(",")), entry("compare", &all[4], Why::TooMuch(4))),
        (format!("?q={}", "é".repeat(81)), entry("q", "é", Why::TooMuch(80))),
        ("?a.kind=modular,micro".to_owned(), entry("a.kind", "micro", Why::TooMuch(1))),
        ("?must.kind=micro".to_owned(), entry("must.kind", "micro", Why::WithoutAnswer)),
        ("?w.kind=important".to_owned(), entry("w.kind", "important", Why::WithoutAnswer)),
        (
            "?a.uses=social&must.uses=social".to_owned(),
            entry("must.uses", "social", Why::WithoutAnswer),
        ),
        (
            "?a.hosting=edge&must.hosting=edge,native".to_owned(),
            entry("must.hosting", "native", Why::WithoutAnswer),
        ),
    ];
    for (link, expected) in cases {
        assert_eq!(ignored(&link), [expected], "{link}");
    }
}

#[test]
fn must_haves_and_importances_may_stand_before_their_answers() {
    let catalog = catalog();
    let link =
        "?w.hosting=important&must.hosting=edge&comapre=1&a.hosting=edge,native&must.kind=micro";
    let decoded = decode(&catalog, link);
    let hosting = catalog.find_question("hosting").unwrap();
    let answer = decoded.state.answers.get(hosting).unwrap();
    let option = |id: &str| {
        let at = catalog.question(hosting).options.iter().position(|option| option.id == id);
        1_u32 << at.unwrap()
    };
    assert_eq!(catalog.question(hosting).select, Select::All);
    assert_eq!(answer.options, option("edge") | option("native"));
    assert_eq!((answer.musts, answer.importance.weight()), (option("edge"), 2));
    let names: Vec<_> = decoded.ignored.into_iter().map(|ignored| ignored.name).collect();
    assert_eq!(names, ["comapre", "must.kind"], "in the order of the link");
}

#[test]
fn a_link_of_another_version_says_which() {
    let catalog = catalog();
    let decoded = decode(&catalog, "?q=x&catalog=2025-01");
    assert_eq!(decoded.made_with, Some(Date { year: 2025, month: 1, day: 0 }));
    assert_eq!(decoded.ignored, []);
}

#[test]
fn a_link_reads_like_what_it_says() {
    let catalog = catalog();
    let start = State::new(&catalog);
    assert_eq!(encode(&catalog, &start), "", "the start needs no link");
    let kind = catalog.find_question("kind").unwrap();
    let actions = [
        Action::Go(View::Fit(Step::Question(kind))),
        Action::Search("c# & more".to_owned()),
        Action::ToggleOption(kind, 2),
        Action::ToggleMust(kind, 2),
        Action::SetInUse(catalog.alternative_ids().next()),
        Action::ToggleSplit,
        Action::ToggleAllRows,
    ];
    let state = actions.into_iter().fold(start, |state, action| {
        state.apply(&catalog, action).expect("each changes something")
    });
    let first = catalog.alternative_ids().next().unwrap();
    let id = &catalog.alternative(first).id;
    let expected = format!(
        "?view=fit&step=kind&q=c%23%20%26%20more&a.kind=micro&must.kind=micro&today={id}\
         &split=yes&rows=all&catalog=2026-11-23"
    );
    assert_eq!(encode(&catalog, &state), expected);
    assert_eq!(of_alternative(&catalog, first), format!("?open={id}&catalog=2026-11-23"));
}

#[test]
fn a_team_is_numbered_and_what_is_wrong_with_it_is_said() {
    let catalog = catalog();
    let link = "?view=team&2.name=Ben&2.a.hosting=edge,native&2.must.hosting=edge&4.a.kind=micro\
                &4.w.kind=important&person=4";
    let decoded = decode(&catalog, link);
    assert_eq!(decoded.ignored, []);
    let state = decoded.state;
    assert_eq!(state.view, View::Team);
    let names: Vec<_> = state.team.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["Ben", ""], "numbers that are left out are closed up");
    assert_eq!(state.person, Some(1));
    assert_eq!(state.answers, state.team[1].answers);
    let again = "?view=team&person=2&1.name=Ben&1.a.hosting=edge,native&1.must.hosting=edge\
                 &2.a.kind=micro&2.w.kind=important&catalog=2026-11-23";
    assert_eq!(encode(&catalog, &state), again);

    let entry = |name: &str, value: &str, why| (name.to_owned(), value.to_owned(), why);
    let long = "x".repeat(41);
    let cases = [
        ("?9.a.kind=micro".to_owned(), entry("9.a.kind", "micro", Why::TooMuch(8))),
        ("?99999999999999999999.name=A".to_owned(), {
            entry("99999999999999999999.name", "A", Why::TooMuch(8))
        }),
        ("?0.a.kind=micro".to_owned(), entry("0.a.kind", "micro", Why::UnknownParameter)),
        ("?1.a.colour=red".to_owned(), entry("1.a.colour", "red", Why::UnknownParameter)),
        ("?1.nmae=A".to_owned(), entry("1.nmae", "A", Why::UnknownParameter)),
        ("?1.a.kind=huge".to_owned(), entry("1.a.kind", "huge", Why::UnknownValue)),
        ("?1.without=nobody".to_owned(), entry("1.without", "nobody", Why::UnknownValue)),
        ("?1.must.kind=micro".to_owned(), entry("1.must.kind", "micro", Why::WithoutAnswer)),
        ("?1.name=A&1.name=B".to_owned(), entry("1.name", "B", Why::Repeated)),
        ("?1.name=A&01.name=B".to_owned(), entry("01.name", "B", Why::Repeated)),
        (format!("?1.name={long}"), entry("1.name", "x", Why::TooMuch(40))),
        ("?person=1".to_owned(), entry("person", "1", Why::UnknownValue)),
        ("?1.name=A&person=2".to_owned(), entry("person", "2", Why::UnknownValue)),
        ("?1.name=A&person=A".to_owned(), entry("person", "A", Why::UnknownValue)),
        ("?1.a.kind=micro&a.kind=modular&person=1".to_owned(), entry("person", "1", Why::Repeated)),
    ];
    for (link, expected) in cases {
        let expected = (expected.0, expected.1.to_lowercase(), expected.2);
        let found: Vec<_> = ignored(&link)
            .into_iter()
            .map(|(name, value, why)| (name, value.to_lowercase(), why))
            .collect();
        assert_eq!(found, [expected], "{link}");
    }
    for nobodys in ["?1.5=x", "?2024.utm=1", "?1=2", "?1.=2", "?.1=2"] {
        assert_eq!(ignored(nobodys), [], "{nobodys}");
    }
}
