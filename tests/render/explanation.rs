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
    assert!(verdict(&page).text().starts_with("tied "), "{}", verdict(&page).text());
    let page = Page::at(
        "?view=result&a.building=content-site&a.learning=quick\
         &only=django,flask",
    );
    assert_eq!(title(&page), "Django fits best");
    let line = verdict(&page).all("p")[0];
    let word = line.one(".line__word");
    assert_eq!(word.text(), "firm");
    assert_eq!(word.attr("title"), Some("Each importance may be off by a third."));
    let sentence =
        "firm Ahead of Flask, its closest rival, even if each importance is off by 37 %.";
    assert_eq!(line.text(), sentence, "1000 against 450");
}

#[test]
fn open_questions_that_could_change_the_result_are_links_to_them() {
    let page = Page::at("?view=result&a.language=python&a.building=content-site");
    let links = verdict(&page).all("a");
    assert!(!links.is_empty(), "{}", verdict(&page).text());
    let catalog = catalog();
    for link in links {
        let question = catalog.questions.iter().find(|question| *question.label == link.text());
        let question = question.expect("a link is called as its question");
        let href = link.attr("href").expect("a link leads somewhere");
        assert!(href.contains(&format!("step={}", question.id)), "{href}");
        assert!(href.contains("a.language=python"), "the answers stay: {href}");
        assert_eq!(Page::at(href).one("main h2").text(), &*question.prompt);
    }
}

#[test]
fn where_nobody_is_first_there_is_no_verdict() {
    for query in ["?view=result", NOBODY, "?view=result&a.language=python&must.language=python"] {
        let page = Page::at(query);
        assert!(page.all(".line__word").is_empty(), "{query}");
        assert!(!page.main().text().contains("closest rival"), "{query}");
    }
}

#[test]
fn what_to_give_up_is_offered_only_where_nobody_is_left() {
    let page = Page::at(NOBODY);
    let section = page.section("What to give up").expect("there is a way out");
    let said = section.text();
    let conflict = "Nothing in the catalog has both: Python and Shared web hosting.";
    assert!(said.contains(conflict), "{said}");
    let tries = section.all("a.button");
    assert_eq!(tries.len(), 2, "{said}");
    for link in tries {
        let page = Page::at(link.attr("href").expect("a link leads somewhere"));
        assert!(!ranking(&page).is_empty(), "somebody is back");
    }
    assert!(!Page::at(SITE).main().text().contains("What to give up"));
}

#[test]
fn what_is_used_today_is_chosen_beside_its_place() {
    let page = Page::at("?view=result&a.language=python&a.building=content-site&today=rails");
    let section = page.section("What you use today").expect("a section");
    assert_eq!(section.one("option[selected]").text(), "Ruby on Rails");
    assert!(section.text().contains("Ruby on Rails is on rank "), "{}", section.text());
    let none = Page::at("?view=result&a.language=python");
    let section = none.section("What you use today").expect("a section");
    assert_eq!(section.one("option[selected]").text(), "Nothing of this, or not saying");
    assert_eq!(section.all(".statements p").len(), 0);
}

#[test]
fn who_covers_it_together_is_told_where_nobody_does_alone_or_somebody_asks() {
    let together = |query: &str| {
        let page = Page::at(query);
        let section = page.section("Together").expect("a section");
        let is_split = section.one("input[type=checkbox]").attr("checked").is_some();
        (is_split, texts(&section.all("h4")), section.all("p")[0].text())
    };
    let (is_split, titles, means) = together(SITE);
    assert!(!is_split && titles.is_empty());
    assert!(means.starts_with("Two or three frameworks can share the work"), "{means}");
    let (is_split, titles, means) = together(NOBODY);
    assert!(!is_split && !titles.is_empty());
    assert!(titles.iter().all(|title| title.contains(" + ")), "{titles:?}");
    assert!(means.starts_with("No single framework meets all of this."), "{means}");
    let (is_split, _, means) = together(&format!("{SITE}&split=yes"));
    assert!(is_split);
    assert_eq!(means, "No three frameworks together cover it.", "the finding takes its place");
}
