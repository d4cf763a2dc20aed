//! What people paste: a link in any form leads to the same people, and what is no link of ours to nobody.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;
use stackfit::domain::catalog::Catalog;
use stackfit::domain::decide::Answers;
use stackfit::domain::permalink::{self, encode};
use stackfit::domain::state::{State, View};
use stackfit::domain::team::Member;

use test_support::generated::generated_catalog;
use test_support::strategies::{Sample, cases, catalogs, members_of};

/// The people of all links in a text.
fn people_in(catalog: &Catalog, text: &str) -> Vec<Member> {
    permalink::people_in(catalog, text).into_iter().flat_map(|link| link.people).collect()
}

/// A catalog, and some people.
fn people() -> impl Strategy<Value = (Sample, Vec<Member>)> {
    catalogs().prop_flat_map(|sample| {
        let people = proptest::collection::vec(members_of(&sample.catalog), 1..=8);
        (Just(sample), people)
    })
}

/// The forms in which a query arrives.
fn forms(query: &str) -> Vec<String> {
    let own = "https://example.org/fit/";
    let escaped = utf8_percent_encode(&format!("{own}{query}"), NON_ALPHANUMERIC).to_string();
    vec![
        query.to_owned(),
        query.trim_start_matches('?').to_owned(),
        format!("{own}{query}"),
        format!("  {own}{query}#view-title \n"),
        format!("<{own}{query}>"),
        format!("Here is mine: {own}{query}"),
        format!("{own}{query}&utm_source=mail&fbclid=abc"),
        format!("{own}{}", query.replace('&', "&amp;")),
        format!("https://mail.example/?url={escaped}&data=05"),
    ]
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_team_link_has_all_of_its_people_in_any_form((sample, people) in people()) {
        let catalog = &sample.catalog;
        let state = State { view: View::Team, team: people.clone(), ..State::new(catalog) };
        for form in forms(&encode(catalog, &state)) {
            prop_assert_eq!(&people_in(catalog, &form), &people, "{}", form);
        }
    }

    #[test]
    fn a_link_to_a_result_is_one_person((sample, people) in people()) {
        let catalog = &sample.catalog;
        let answers = people[0].answers.clone();
        prop_assume!(!answers.is_blank());
        let state = State { view: View::Result, answers: answers.clone(), ..State::new(catalog) };
        for form in forms(&encode(catalog, &state)) {
            let expected = [Member { name: String::new(), answers: answers.clone() }];
            prop_assert_eq!(&people_in(catalog, &form), &expected, "{}", form);
        }
    }

    #[test]
    fn any_text_is_some_people_or_none(text in any::<String>()) {
        let catalog = generated_catalog(6, 3);
        for link in permalink::people_in(&catalog, &text) {
            let people = link.people;
            prop_assert!(!people.is_empty() && people.len() <= 9);
            prop_assert!(people.iter().all(|it| !it.answers.is_blank() || !it.name.is_empty() || people.len() > 1 || text.contains("name")));
        }
    }
}

#[test]
fn what_is_no_link_of_ours_is_nobody() {
    let catalog = generated_catalog(6, 3);
    for text in [
        "",
        "hello",
        "https://example.org/",
        "https://example.org/?q=a.kind",
        "https://example.org/?id=1&a=2",
        "?view=result",
        "?view=team",
        "a.kind",
        "?a.kind=huge",
    ] {
        assert_eq!(people_in(&catalog, text), [], "{text}");
    }
}

#[test]
fn a_person_and_a_team_that_were_damaged_on_their_way_are_still_they() {
    let catalog = generated_catalog(6, 3);
    let kind = catalog.find_question("kind").unwrap();
    let hosting = catalog.find_question("hosting").unwrap();
    let whole = people_in(
        &catalog,
        "?1.name=Ana&1.a.kind=micro&1.must.kind=micro&2.a.hosting=edge,native&2.w.hosting=important",
    );
    assert_eq!(whole.len(), 2);
    assert!(whole[0].answers.get(kind).is_some_and(|answer| answer.musts != 0));
    assert!(whole[1].answers.get(hosting).is_some());
    for damaged in [
        "https://x.example/?1_name=Ana&1_a_kind=micro&1_must_kind=micro&2_a_hosting=edge,native\
         &2_w_hosting=important",
        "?1.name=Ana&#038;1.a.kind=micro&#038;1.must.kind=micro&#038;2.a.hosting=edge,native\
         &#038;2.w.hosting=important",
        "?1.name=Ana&1.A.Kind=Micro&1.must.kind=micro.&2.a.hosting=edge, native&2.w.hosting=important",
        "?1.name=Ana&1.a.kind=3Dmicro&1.must.kind=micro&2.a.hosting[]=edge&2.a.hosting[]=native\
         &2.w.hosting=important)",
    ] {
        assert_eq!(people_in(&catalog, damaged), whole, "{damaged}");
    }
    let none = Answers::none(catalog.questions.len());
    assert_ne!(whole[0].answers, none);
}

#[test]
fn links_in_one_text_are_people_of_their_own() {
    let catalog = generated_catalog(6, 3);
    let (one, other) = ("?view=result&a.kind=micro", "?view=result&a.hosting=edge");
    let own = "https://example.org/fit/";
    let alone = |text: &str| people_in(&catalog, text).remove(0);
    for text in [
        format!("{own}{one} {own}{other}"),
        format!("{own}{one}\n{own}{other}\n"),
        format!("{own}{one}{own}{other}"),
        format!("{one} {other}"),
        format!("{one}{other}"),
        format!("example.org/fit/{one} example.org/fit/{other}"),
        format!("Ana: {own}{one}, Ben: {own}{other}."),
        format!("{own}{one}\nhttps://example.org/?id=1\n{own}{other}"),
    ] {
        assert_eq!(people_in(&catalog, &text), [alone(one), alone(other)], "{text}");
    }
    // A query that was appended, and a list with a space, are one link.
    for text in ["?a.kind=micro?a.hosting=edge,native", "?a.hosting=edge, native&a.kind=micro"] {
        assert_eq!(people_in(&catalog, text).len(), 1, "{text}");
    }
}

#[test]
fn the_own_answers_of_a_team_link_are_one_more_person() {
    let catalog = generated_catalog(6, 3);
    let named = |link: &str| -> Vec<_> {
        people_in(&catalog, link).into_iter().map(|person| person.name).collect()
    };
    let ana = "1.name=Ana&1.a.kind=micro";
    assert_eq!(named(&format!("?view=team&a.hosting=edge&{ana}")), ["Ana", ""]);
    assert_eq!(named(&format!("?view=team&person=1&{ana}")), ["Ana"], "they are Ana's");
}

#[test]
fn what_a_link_says_in_vain_is_listed() {
    let catalog = generated_catalog(6, 3);
    let links = permalink::people_in(&catalog, "?a.kind=micro&a.hosting=moon&f.colour=red");
    let ignored: Vec<_> = links[0].ignored.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(ignored, ["a.hosting", "f.colour"]);
}

#[test]
fn a_link_is_told_from_a_query_and_parted_into_address_and_query() {
    let page = "https://example.org/fit/";
    for (text, address, query) in [
        ("https://example.org/fit/?a.language=python#top", page, "a.language=python"),
        (page, page, ""),
        ("https://example.org/a=b/?q=x", "https://example.org/a=b/", "q=x"),
        ("example.org/fit/?q=x", "example.org/fit/", "q=x"),
        ("?a.language=python", "", "a.language=python"),
        ("a.language=python&q=x?y", "", "a.language=python&q=x?y"),
        ("?q=https://a", "", "q=https://a"),
        ("q=https://a?b", "", "q=https://a?b"),
    ] {
        assert_eq!(permalink::address_and_query(text), (address, query.to_owned()), "{text}");
    }
}

#[test]
fn a_part_of_the_query_that_became_a_hash_is_in_the_query() {
    let text = "https://example.org/?a.language=python&#038;a.size=small#top";
    let (_, query) = permalink::address_and_query(text);
    let mut parts = query.split('&');
    assert_eq!(parts.next(), Some("a.language=python"));
    assert!(query.contains("a.size=small"), "{query}");
}
