//! The way to a record of the decision, and what is said of an old link. What is there only once the panel is
//! opened is tested in browsers.

use crate::page::Page;
use crate::result::SITE;

#[test]
fn the_panel_is_offered_and_makes_nothing_until_it_is_opened() {
    let page = Page::at(SITE);
    let panel = page.main().one("details.decision");
    assert_eq!(panel.one("summary").text(), "Export this decision");
    assert!(panel.attr("open").is_none() && panel.all("textarea, select").is_empty());
    assert!(!page.main().has(".record"), "that is for paper alone");
}

#[test]
fn a_link_of_an_older_catalog_says_since_when_and_one_of_today_says_nothing() {
    let old = Page::at(&[SITE, "&catalog=2020-01-01"].concat());
    let since = old.main().one("details.since");
    assert!(since.one("summary").text().starts_with("This link is from 2020-01-01"));
    assert!(
        since.attr("open").is_none() && since.all(".statements").is_empty(),
        "not yet computed"
    );
    assert!(!Page::at(SITE).main().has(".since"));
}
