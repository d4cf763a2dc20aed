//! What the result page says beside its ranking: how firm it is, what could change it, what to give up,
//! what is in use, who covers it together.
//!
//! Whether the statements are right is for the tests of reports; here it is where they stand, and where
//! they lead.

use crate::page::{Page, Piece, catalog, texts};
use crate::result::{NOBODY, SITE, ranking, title};

/// The statements in the panel of the first.
fn verdict(page: &Page) -> Piece<'_> {
    page.main().all(".leader")[0].all(".statements")[0]
}

#[test]
fn the_first_stands_with_a_word_for_how_firm_it_is_and_what_the_word_means() {
    let page = Page::at("?view=result&a.language=python&only=django,flask,rails");
    assert!(verdict(&page).text().starts_with("A tie. "), "{}", verdict(&page).text());
    let page = Page::at(
        "?view=result&a.building=content-site&a.learning=quick\
         &only=django,flask",
    );
    assert_eq!(title(&page), "Best fit for your 2 answers: Django");
    let line = verdict(&page).all("p")[0];
    let word = line.one(".line__word");
    assert_eq!(word.text(), "Fairly clear.");
    assert_eq!(word.attr("title"), Some("Each weight may be off by a third."));
    assert_eq!(line.one(".meter").attr("aria-hidden"), Some("true"), "the word says it too");
    let sentence = "Stays ahead of Flask unless your weights are off by more than 37 %.";
    assert!(line.text().contains(sentence), "1000 against 450: {}", line.text());
}

#[test]
fn the_question_to_answer_next_is_a_link_to_it() {
    let page = Page::at("?view=result&a.language=python&a.building=content-site");
    let links = verdict(&page).all("a");
    assert_eq!(links.len(), 1, "{}", verdict(&page).text());
    let catalog = catalog();
    let said = links[0].text();
    let is_named = |label: &str| said == format!("Answer “{label}” next");
    let question = catalog.questions.iter().find(|question| is_named(&question.label));
    let question = question.expect("a link names its question");
    let href = links[0].attr("href").expect("a link leads somewhere");
    assert!(href.contains(&format!("step={}", question.id)), "{href}");
    assert!(href.contains("a.language=python"), "the answers stay: {href}");
    assert_eq!(Page::at(href).one("main h2").text(), &*question.prompt);
}

#[test]
fn where_nobody_is_first_there_is_no_verdict() {
    for query in ["?view=result", NOBODY, "?view=result&a.language=python&must.language=python"] {
        let page = Page::at(query);
        assert!(page.all(".line__word").is_empty(), "{query}");
        assert!(!page.main().text().contains("Stays ahead"), "{query}");
    }
}

#[test]
fn what_to_give_up_is_offered_only_where_nobody_is_left() {
    let page = Page::at(NOBODY);
    let section = page.section("What could you drop?").expect("there is a way out");
    let said = section.text();
    let conflict = "No framework has both Python and Shared web hosting.";
    assert!(said.contains(conflict), "{said}");
    let tries = section.all("a.button");
    assert_eq!(tries.len(), 2, "{said}");
    for link in tries {
        let page = Page::at(link.attr("href").expect("a link leads somewhere"));
        assert!(!ranking(&page).is_empty(), "somebody is back");
    }
    assert!(!Page::at(SITE).main().text().contains("What could you drop?"));
}

#[test]
fn what_is_used_today_is_chosen_beside_its_place() {
    let page = Page::at("?view=result&a.language=python&a.building=content-site&today=rails");
    let section = page.section("Should you switch?").expect("a section");
    assert_eq!(section.one("option[selected]").text(), "Ruby on Rails");
    assert!(section.text().contains("You use Ruby on Rails: rank "), "{}", section.text());
    let none = Page::at("?view=result&a.language=python&split=yes");
    let section = none.section("Should you switch?").expect("a section");
    assert_eq!(section.one("option[selected]").text(), "– choose –");
    assert_eq!(section.all(".statements p").len(), 0);
}

#[test]
fn the_rest_is_closed_until_a_link_asks_for_it() {
    let is_open = |query: &str| {
        let page = Page::at(query);
        let rest = page.main().one("details.deep");
        let is_open = rest.attr("open").is_some();
        assert_eq!(rest.has("section"), is_open, "what is closed is not computed: {query}");
        is_open
    };
    assert!(!is_open(SITE));
    for query in [NOBODY, &format!("{SITE}&today=rails"), &format!("{SITE}&split=yes")] {
        assert!(is_open(query), "{query}");
    }
}

#[test]
fn who_covers_it_together_is_told_where_nobody_does_alone_or_somebody_asks() {
    let together = |query: &str| {
        let page = Page::at(query);
        let section = page.section("Combine two or three").expect("a section");
        let is_split = section.one("input[type=checkbox]").attr("checked").is_some();
        (is_split, texts(&section.all("h4")), section.all("p")[0].text())
    };
    let (is_split, titles, means) = together(&format!("{SITE}&today=rails"));
    assert!(!is_split && titles.is_empty());
    assert!(means.starts_with("Each service of a system"), "{means}");
    let (is_split, titles, means) = together(NOBODY);
    assert!(!is_split && !titles.is_empty());
    assert!(titles.iter().all(|title| title.contains(" + ")), "{titles:?}");
    assert!(means.starts_with("No single framework meets all of this."), "{means}");
    let (is_split, _, means) = together(&format!("{SITE}&split=yes"));
    assert!(is_split);
    assert_eq!(means, "No three frameworks together cover it.", "the finding takes its place");
}
