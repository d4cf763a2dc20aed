//! What holds in every view and state: sound markup, headings in order, names for everything that can
//! be used, references that resolve, links that lead somewhere.
//!
//! It measures no colour and no size; the accessibility run on the built page does.

use stackfit::domain::permalink;

use test_support::{markup, soundness};

use crate::page::{Page, Piece, catalog};

/// A link into each view and each of its states.
pub(crate) const EVERYWHERE: [&str; 32] = [
    "",
    "?f.language=ruby&f.included=admin&sort=newest-release",
    "?q=djagno&sort=fit",
    "?q=zzzz",
    "?a.language=python&a.box=admin&must.box=admin&compare=django",
    "?view=fit",
    "?view=fit&step=box&a.box=admin,jobs&must.box=jobs&w.box=important",
    "?view=fit&step=size&a.size=small",
    "?view=fit&step=review",
    "?view=fit&step=review&a.size=small&a.language=python",
    "?view=result",
    "?view=result&a.language=python&a.building=content-site&a.box=admin&must.box=admin",
    "?view=result&a.language=python",
    "?view=result&a.language=python&must.language=python&a.hosting=shared&must.hosting=shared",
    "?view=result&a.load=light&a.box=openapi&must.box=openapi",
    "?view=result&a.language=python&today=rails",
    "?view=result&a.language=python&today=django&split=yes",
    "?view=result&a.box=admin,openapi&must.box=admin,openapi&today=express",
    "?view=result&a.language=python,php&a.box=admin,jobs,auth&w.box=important&split=yes",
    "?view=result&a.language=go&must.language=go&a.box=admin&must.box=admin&a.hosting=shared\
     &must.hosting=shared&today=laravel&split=yes",
    "?view=fit&step=size&a.language=python&a.box=admin&must.box=admin",
    "?view=compare",
    "?view=compare&compare=django,flask,spring-boot&a.language=python",
    "?view=team",
    "?view=team&a.language=python",
    "?view=team&1.name=Ana&1.a.language=python&1.a.box=admin&1.must.box=admin&2.a.language=ruby\
     &2.w.language=important&3.name=Cem",
    "?view=team&1.a.language=python&1.must.language=python&2.a.language=ruby&2.must.language=ruby\
     &person=2",
    "?open=django",
    "?view=embed&a.language=python",
    "?view=result&a.language=python&compact=yes&disclosure=Paid%20by%20us",
    "?compact=yes&only=django,flask&theme=dark",
    "?view=xyz&a.language=cobol&foo=1&catalog=2020-01-02",
];

/// Looks at each page; the query names the page that fails.
fn everywhere(look: impl Fn(&markup::Page) -> Vec<String>) {
    let found: Vec<_> = EVERYWHERE
        .iter()
        .flat_map(|query| look(&Page::at(query)).into_iter().map(move |what| (query, what)))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_markup_needs_no_mending() {
    everywhere(markup::Page::mended);
}

#[test]
fn no_placeholder_is_left_in_any_text_or_attribute() {
    everywhere(soundness::placeholders);
}

#[test]
fn there_is_one_title_and_no_level_of_headings_is_skipped() {
    everywhere(soundness::headings);
}

#[test]
fn the_view_has_a_heading_that_can_take_the_focus() {
    everywhere(|page| {
        let title = page.all("main h2")[0];
        let skip = page.all("a")[0].attr("href").unwrap_or_default().to_owned();
        let leads_there = title.attr("id").is_some_and(|id| skip == format!("#{id}"));
        let can_focus = title.attr("tabindex") == Some("-1");
        if leads_there && can_focus { Vec::new() } else { vec![title.text()] }
    });
}

#[test]
fn everything_that_can_be_used_has_a_name() {
    everywhere(soundness::nameless);
}

#[test]
fn no_translator_touches_a_name_in_a_statement() {
    let catalog = catalog();
    everywhere(|page| {
        let places = ".statements, .leader";
        let said =
            page.all(places).into_iter().flat_map(|place| place.all("p, h2, h4, th, td, caption"));
        let unmarked = said.filter_map(|piece| {
            let is_marked = |one: &Piece| one.attr("translate") == Some("no");
            let mut text = piece.text();
            if piece.ancestors().any(|one| is_marked(&one)) || is_marked(&piece) {
                return None;
            }
            for name in piece.all("[translate=no]") {
                text = text.replacen(&name.text(), "", 1);
            }
            let words: Vec<_> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
            let names = catalog.alternatives.iter().map(|entry| &*entry.name);
            let mut names = names.filter(|name| !name.contains(' '));
            names.any(|name| words.contains(&name)).then_some(text)
        });
        unmarked.collect()
    });
}

#[test]
fn every_table_has_a_caption_and_says_what_its_headings_are_for() {
    everywhere(soundness::tables);
}

#[test]
fn what_an_attribute_refers_to_is_there_once() {
    everywhere(soundness::references);
}

#[test]
fn links_to_others_open_beside_the_page_and_tell_them_nothing_of_it() {
    everywhere(|page| {
        let links = page.all("a[href^='http']").into_iter();
        let wrong = links.filter(|link| {
            let relations = link.attr("rel").unwrap_or_default();
            !relations.split_whitespace().any(|relation| relation == "noopener")
                || link.attr("target") != Some("_blank")
                || link.attr("href").is_none_or(|href| !href.starts_with("https://"))
        });
        wrong.map(Piece::text).collect()
    });
}

#[test]
fn every_link_within_the_page_says_something_that_is_understood() {
    let catalog = catalog();
    everywhere(|page| {
        let links = page.all("a").into_iter();
        let wrong = links.filter(|link| {
            let href = link.attr("href").unwrap_or_default();
            // A file to download is in its own link.
            let is_sound = href.starts_with("https://")
                || link.attr("download").is_some()
                || href.starts_with('#')
                || href.starts_with('?') && permalink::decode(&catalog, href).ignored.is_empty();
            !is_sound
        });
        wrong.map(|link| format!("{} {:?}", link.name(), link.attr("href"))).collect()
    });
}

#[test]
fn no_button_submits_anything() {
    everywhere(soundness::buttons);
}

#[test]
fn nothing_is_fetched_from_anywhere() {
    everywhere(|page| {
        let fetching = page.all("script, link, img, iframe, object, embed, [src], [style*='url']");
        // But for the preview of the page itself.
        let others = fetching
            .into_iter()
            .filter(|piece| !piece.attr("src").is_some_and(|address| address.starts_with('?')));
        others.map(|piece| piece.tag().to_owned()).collect()
    });
}

#[test]
fn every_picture_is_hidden_from_who_cannot_see_it_because_words_say_the_same() {
    everywhere(soundness::pictures);
}

#[test]
fn the_view_that_is_shown_is_marked_among_the_views() {
    for (query, view) in [
        ("", "Browse"),
        ("?view=fit", "Find my fit"),
        ("?view=result", "Result"),
        ("?view=compare", "Compare"),
    ] {
        assert_eq!(Page::at(query).one("nav [aria-current=page]").text(), view);
    }
}

#[test]
fn the_date_of_the_facts_is_on_every_page() {
    let date = format!("checked {}", catalog().subject.date);
    everywhere(|page| {
        let text = page.one("footer").text();
        // A compact page leads to a page that has it.
        let is_compact = text == "Open in a new tab";
        if text.contains(&date) || is_compact { Vec::new() } else { vec![text] }
    });
}
