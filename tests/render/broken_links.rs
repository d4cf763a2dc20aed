//! Links that are broken, old, foreign or hostile still open, and say what was not followed.
//!
//! Which state a link means is for the properties of links; here it is what the page says of it.

use crate::page::{Page, texts};

/// The lines of the notice; none where there is no notice.
fn notice(query: &str) -> Vec<String> {
    let page = Page::at(query);
    let notice = page.all("aside.notice");
    notice.into_iter().flat_map(|notice| texts(&notice.all("p, li"))).collect()
}

#[test]
fn each_part_that_could_not_be_followed_is_listed() {
    assert_eq!(
        notice("?view=xyz&a.language=cobol&themes=dark"),
        [
            "Parts of this link could not be used:",
            "view=xyz: unknown value",
            "a.language=cobol: unknown value",
            "themes=dark: unknown setting",
        ]
    );
}

#[test]
fn the_rest_of_a_broken_link_is_followed() {
    let page =
        Page::at("?view=result&a.language=cobol,ruby&foo=1&a.building=rest-api&a.size=small");
    assert_eq!(page.one("main h2").text(), "Best fit for your 3 answers: Sinatra");
    assert_eq!(page.all("aside.notice").len(), 1);
}

#[test]
fn every_kind_of_slip_has_its_own_words() {
    let lines = notice("?q=a&q=b&must.box=admin&a.size=small,large");
    assert_eq!(
        lines[1..],
        [
            "q=b: given twice",
            "must.box=admin: its question has no answer",
            "a.size=large: over the limit of 1",
        ]
    );
}

#[test]
fn a_clean_link_has_no_notice() {
    assert_eq!(notice("?view=result&a.language=ruby"), [""; 0]);
    assert_eq!(notice(""), [""; 0]);
}

#[test]
fn what_hosts_and_campaigns_append_is_no_mistake() {
    assert_eq!(notice("?utm_source=a&utm_campaign=b&fbclid=c&gclid=d&ref=e"), [""; 0]);
}

#[test]
fn an_older_catalog_is_named() {
    let lines = notice("?q=a&catalog=2020-01-02");
    assert_eq!(lines.len(), 1);
    assert!(lines[0].contains("This link is from 2020-01-02"), "{lines:?}");
}

#[test]
fn markup_in_a_link_is_text_on_the_page() {
    let attack = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%3E%3Cimg%20src%3Dx%3E";
    for query in [format!("?q={attack}"), format!("?{attack}=1"), format!("?view={attack}")] {
        let page = Page::at(&query);
        assert!(page.all("script, img").is_empty(), "{query}");
        assert!(page.mended().is_empty(), "{query}: {:?}", page.mended());
    }
    let page = Page::at(&format!("?q={attack}"));
    let search = page.one("input[type=search]").attr("value");
    assert_eq!(search, Some("<script>alert(1)</script>\"><img src=x>"));
}

#[test]
fn no_link_is_too_broken_to_open() {
    let long = format!("?q={}", "ä".repeat(10_000));
    for query in [
        "?",
        "??",
        "&",
        "?&&=",
        "?=",
        "?%",
        "?%ff%fe=%00",
        "?f.=",
        "?a.=x",
        "?must.=&w.=",
        "?compare=,,,",
        "?open=",
        "?view=fit&step=",
        "?view=compare&compare=x,y,z",
        "?catalog=yesterday",
        &long,
    ] {
        let page = Page::at(query);
        assert_eq!(page.all("h1").len(), 1, "{query}");
        assert!(page.main().has("h2"), "{query}");
    }
}
