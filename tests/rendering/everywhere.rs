//! What holds in every room and state: sound markup, headings in order, names for everything that can
//! be used, references that resolve, links that lead somewhere.
//!
//! # What this module does not do
//! It measures no colour and no size; the accessibility run on the built page does.

use std::collections::BTreeSet;

use stackfit::domain::permalink;

use crate::page::{Page, Piece, catalog};

/// A link into each room and each of its states.
const EVERYWHERE: [&str; 22] = [
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
    "?view=result&a.footprint=instant&a.box=openapi&must.box=openapi",
    "?view=compare",
    "?view=compare&compare=django,flask,spring-boot&a.language=python",
    "?open=django",
    "?view=embed&a.language=python",
    "?view=result&a.language=python&compact=yes&disclosure=Paid%20by%20us",
    "?compact=yes&only=django,flask&theme=dark",
    "?view=xyz&a.language=cobol&foo=1&catalog=2020-01-02",
];

/// Looks at each page; the query names the page that fails.
fn everywhere(look: impl Fn(&Page) -> Vec<String>) {
    let found: Vec<_> = EVERYWHERE
        .iter()
        .flat_map(|query| look(&Page::at(query)).into_iter().map(move |what| (query, what)))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_markup_needs_no_mending() {
    everywhere(Page::mended);
}

#[test]
fn no_placeholder_is_left_in_any_text_or_attribute() {
    everywhere(|page| {
        let attributes = page.all("*").into_iter().flat_map(Piece::attrs);
        let attributes = attributes.map(|(_, value)| value.to_owned());
        let texts = attributes.chain([page.body().text()]);
        texts.filter(|text| text.contains(['{', '}']) || text.contains(" | ")).collect()
    });
}

#[test]
fn there_is_one_title_and_no_level_of_headings_is_skipped() {
    everywhere(|page| {
        let headings = page.all("h1, h2, h3, h4, h5, h6");
        let level = |tag: &str| tag[1..].parse::<u8>().expect("a heading has a level");
        let mut wrong = Vec::new();
        let n_titles = headings.iter().filter(|heading| heading.tag() == "h1").count();
        if n_titles != 1 || headings.first().is_none_or(|first| first.tag() != "h1") {
            wrong.push(format!("{n_titles} titles"));
        }
        for pair in headings.windows(2) {
            let (one, next) = (level(pair[0].tag()), level(pair[1].tag()));
            if next > one + 1 {
                wrong.push(format!("h{one} {} / h{next} {}", pair[0].text(), pair[1].text()));
            }
        }
        let unnamed = headings.iter().filter(|heading| heading.text().is_empty());
        wrong.extend(unnamed.map(|heading| format!("an empty {}", heading.tag())));
        wrong
    });
}

#[test]
fn the_room_has_a_heading_that_can_take_the_focus() {
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
    everywhere(|page| {
        let labelled: BTreeSet<_> = page
            .all("label[for]")
            .into_iter()
            .filter(|label| !label.text().is_empty())
            .filter_map(|label| label.attr("for"))
            .collect();
        let nameless = page.all("input, select, textarea").into_iter().filter(|field| {
            let by_label = field.attr("id").is_some_and(|id| labelled.contains(id));
            let within =
                field.ancestors().any(|piece| piece.tag() == "label" && !piece.text().is_empty());
            !by_label && !within && field.attr("aria-label").is_none()
        });
        let silent =
            page.all("a, button, summary").into_iter().filter(|piece| piece.name().is_empty());
        let groups = page.all("fieldset").into_iter().filter(|group| {
            group.all("legend").first().is_none_or(|legend| legend.text().is_empty())
        });
        let tables = page.all("table").into_iter().filter(|table| !table.has("caption"));
        let all = nameless.chain(silent).chain(groups).chain(tables);
        all.map(|piece| format!("{} {:?}", piece.tag(), piece.attrs().collect::<Vec<_>>()))
            .collect()
    });
}

#[test]
fn what_an_attribute_refers_to_is_there_once() {
    everywhere(|page| {
        let ids: Vec<_> = page.all("[id]").iter().filter_map(|piece| piece.attr("id")).collect();
        let mut wrong: Vec<_> = ids
            .iter()
            .filter(|id| ids.iter().filter(|other| other == id).count() > 1)
            .map(|id| format!("twice: {id}"))
            .collect();
        for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
            for piece in page.all(&format!("[{name}]")) {
                let references = piece.attr(name).unwrap_or_default().split_whitespace();
                let lost = references.filter(|id| !ids.contains(id));
                wrong.extend(lost.map(|id| format!("{name}: {id}")));
            }
        }
        wrong
    });
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
            let is_sound = href.starts_with("https://")
                || href.starts_with('#')
                || href.starts_with('?') && permalink::decode(&catalog, href).ignored.is_empty();
            !is_sound
        });
        wrong.map(|link| format!("{} {:?}", link.name(), link.attr("href"))).collect()
    });
}

#[test]
fn no_button_submits_anything() {
    everywhere(|page| {
        let buttons = page.all("button").into_iter();
        let wrong = buttons.filter(|button| button.attr("type") != Some("button"));
        wrong.map(Piece::name).chain(page.all("form").iter().map(|form| form.text())).collect()
    });
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
    everywhere(|page| {
        let pictures = page.all("svg").into_iter();
        let wrong = pictures.filter(|picture| picture.attr("aria-hidden") != Some("true"));
        wrong.map(|picture| picture.tag().to_owned()).collect()
    });
}

#[test]
fn the_room_that_is_shown_is_marked_among_the_rooms() {
    for (query, room) in [
        ("", "Browse"),
        ("?view=fit", "Find my fit"),
        ("?view=result", "Result"),
        ("?view=compare", "Compare"),
    ] {
        assert_eq!(Page::at(query).one("nav [aria-current=page]").text(), room);
    }
}

#[test]
fn the_date_of_the_facts_is_on_every_page() {
    let date = format!("Facts as of {}", catalog().subject.date);
    everywhere(|page| {
        let text = page.one("footer").text();
        // A compact page leads to a page that has it.
        let is_compact = text == "Open in a new tab";
        if text.starts_with(&date) || is_compact { Vec::new() } else { vec![text] }
    });
}
