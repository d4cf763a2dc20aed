//! The team: a row for each person, a field for more, and what comes out for all of them.

use crate::page::{Page, texts};

const TWO: &str = "?view=team&1.name=Ana&1.a.language=python&2.a.language=ruby&2.a.size=large&q=x\
                   &theme=dark&only.language=python,ruby";

#[test]
fn each_person_has_a_name_to_give_a_result_and_a_way_out() {
    let page = Page::at(TWO);
    assert_eq!(page.one("main h2").text(), "Decide together");
    let rows = page.all(".team__person");
    assert_eq!(rows.len(), 2);
    let names: Vec<_> = rows
        .iter()
        .map(|row| row.one("input").attr("value").unwrap_or_default().to_owned())
        .collect();
    assert_eq!(names, ["Ana", ""]);
    let labels: Vec<_> = rows
        .iter()
        .map(|row| row.one("a").attr("aria-label").unwrap_or_default().to_owned())
        .collect();
    assert_eq!(labels, ["Result of Ana", "Result of Person 2"]);
    let href = rows[1].one("a").attr("href").unwrap_or_default().to_owned();
    assert!(href.starts_with("?view=result&") && href.contains("&person=2&"), "{href}");
    assert!(href.contains("&theme=dark"), "settings stay: {href}");
}

#[test]
fn the_link_of_the_team_has_its_people_and_nothing_of_this_reader() {
    let page = Page::at(&format!("{TWO}&person=2"));
    let link = page.one("#team-address").attr("value").unwrap_or_default().to_owned();
    let expected =
        "?view=team&1.name=Ana&1.a.language=python&2.a.language=ruby&2.a.size=large&catalog=";
    assert!(link.starts_with(expected), "{link}");
    assert!(!link.contains("theme") && !link.contains("person") && !link.contains("q=x"), "{link}");
    assert!(link.ends_with("&only.language=python,ruby"), "what is compared is the same: {link}");
}

#[test]
fn nobody_is_no_statement_and_own_answers_can_join() {
    let page = Page::at("?view=team");
    assert!(!page.main().has(".team__outcome") && !page.main().has("#team-address"));
    assert!(!texts(&page.all("main button")).contains(&"Add your own answers".to_owned()));
    let own = Page::at("?view=team&a.language=python");
    assert!(texts(&own.all("main button")).contains(&"Add your own answers".to_owned()));
}

#[test]
fn a_result_leads_to_the_team_and_says_whose_it_is() {
    let own = Page::at("?view=result&a.language=python");
    let link = own.all("main a").into_iter().find(|link| link.text() == "Decide together");
    let href = link.expect("there is a way").attr("href").unwrap_or_default().to_owned();
    assert!(href.starts_with("?view=team&person=1&1.a.language=python"), "{href}");
    let of_ben = Page::at(
        "?view=result&person=2&1.name=Ana&1.a.language=python&2.name=Ben&2.a.language=ruby",
    );
    assert!(of_ben.main().text().contains("Result of Ben"));
    let copied = of_ben.one("#result-link").attr("value").unwrap_or_default().to_owned();
    assert!(
        copied.starts_with("?view=result&a.language=ruby&catalog="),
        "one person alone: {copied}"
    );
    assert!(texts(&of_ben.all("nav a")).contains(&"Team (2)".to_owned()));
}

#[test]
fn a_team_of_two_can_take_its_decision_away_and_an_old_link_says_so() {
    let page = Page::at(TWO);
    let panel = page.main().one("details.decision");
    assert_eq!(panel.one("summary").text(), "Export this decision");
    assert!(panel.attr("open").is_none() && panel.all("textarea, select").is_empty());
    assert!(!page.main().has("details.since"));
    let alone = Page::at("?view=team&1.a.language=python");
    assert!(!alone.main().has("details.decision"), "nobody decides together with nobody");
    let old = Page::at(&[TWO, "&catalog=2020-01-01"].concat());
    let since = old.main().one("details.since");
    assert!(since.one("summary").text().starts_with("This link is from 2020-01-01"));
}
