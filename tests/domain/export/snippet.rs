//! Snippets: what is pasted into other people's pages has everything that a frame needs, and nothing in
//! it can break out of its place.
//!
//! It tries no platform; it reads what is pasted as a browser would.

use scraper::{Html, Selector};
use stackfit::domain::export::snippet::{Kind, Snippet};
use stackfit::domain::settings::Theme;

fn snippet() -> Snippet<'static> {
    Snippet {
        address: "https://example.org/pick/",
        framed: "?compact=yes&only.language=python",
        alone: "?only.language=python",
        title: "Frameworks: compare & choose",
        link: "Open the comparison in a new tab",
        theme: Theme::Auto,
        height: 720,
    }
}

/// The attribute of the only element that matches.
fn attribute(html: &str, css: &str, name: &str) -> String {
    let document = Html::parse_fragment(html);
    let selector = Selector::parse(css).unwrap();
    let found: Vec<_> = document.select(&selector).collect();
    assert_eq!(found.len(), 1, "{css} in {html}");
    found[0].attr(name).unwrap_or_else(|| panic!("{css} has no {name}: {html}")).to_owned()
}

#[test]
fn a_plain_frame_reads_like_this() {
    assert_eq!(
        snippet().text(Kind::Plain),
        "<iframe src=\"https://example.org/pick/?compact=yes&amp;only.language=python\" \
         title=\"Frameworks: compare &amp; choose\" width=\"100%\" height=\"720\" loading=\"lazy\" \
         allow=\"clipboard-write\" style=\"border:0;width:100%;color-scheme:light dark\"></iframe>\n\
         <p><a href=\"https://example.org/pick/?only.language=python\">\
         Open the comparison in a new tab</a></p>"
    );
}

#[test]
fn every_frame_has_all_that_a_frame_needs() {
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Markdown) {
        let html = snippet().text(kind);
        for (name, expected) in [
            ("title", "Frameworks: compare & choose"),
            ("width", "100%"),
            ("height", "720"),
            ("loading", "lazy"),
            ("allow", "clipboard-write"),
            ("style", "border:0;width:100%;color-scheme:light dark"),
        ] {
            assert_eq!(attribute(&html, "iframe", name), expected, "{kind:?}");
        }
        assert!(html.contains("\"></iframe>"), "an empty frame, as WordPress wants it: {kind:?}");
        let link = attribute(&html, "p > a", "href");
        assert!(link.starts_with("https://example.org/pick/"), "{kind:?}: {link}");
        let frame = attribute(&html, "iframe", "src");
        assert!(frame.starts_with("https://example.org/pick/"), "{kind:?}: {frame}");
    }
}

#[test]
fn only_places_that_run_scripts_get_one_and_it_stands_beside_the_page() {
    for kind in Kind::ALL {
        let html = snippet().text(kind);
        let runs = matches!(kind, Kind::Fitted | Kind::Ghost | Kind::Hugo);
        assert_eq!(html.contains("<script"), runs, "{kind:?}");
        if runs {
            let address = attribute(&html, "script", "src");
            assert_eq!(address, "https://example.org/pick/embed.js", "{kind:?}");
        }
    }
    let named = Snippet { address: "https://example.org/pick/index.html", ..snippet() };
    let address = attribute(&named.text(Kind::Fitted), "script", "src");
    assert_eq!(address, "https://example.org/pick/embed.js");
}

#[test]
fn each_place_has_its_own_wrapping() {
    let wordpress = snippet().text(Kind::WordPress);
    assert!(wordpress.starts_with("<!-- wp:html -->\n<iframe "), "{wordpress}");
    assert!(wordpress.ends_with("</p>\n<!-- /wp:html -->"), "{wordpress}");
    let ghost = snippet().text(Kind::Ghost);
    assert!(ghost.starts_with("<!--kg-card-begin: html-->\n<iframe "), "{ghost}");
    assert!(ghost.ends_with("\n<!--kg-card-end: html-->"), "{ghost}");
    let hugo = snippet().text(Kind::Hugo);
    assert!(hugo.contains("src=\"https://example.org/pick/{{ .Get 0 }}\""), "{hugo}");
    assert!(hugo.contains("href=\"https://example.org/pick/{{ .Get 1 }}\""), "{hugo}");
    let used = "{{< stackfit \"?compact=yes&only.language=python\" \"?only.language=python\" >}}";
    assert!(hugo.ends_with(used), "{hugo}");
    let awkward = Snippet { address: "https://example.org/a_(b)/", title: "A [b]", ..snippet() };
    assert_eq!(
        awkward.text(Kind::Markdown),
        "[A \\[b\\]](https://example.org/a_%28b%29/?only.language=python)"
    );
}

#[test]
fn a_forced_theme_is_the_frames_scheme_too() {
    for (theme, scheme) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let html = Snippet { theme, ..snippet() }.text(Kind::Plain);
        let style = attribute(&html, "iframe", "style");
        assert_eq!(style, format!("border:0;width:100%;color-scheme:{scheme}"));
    }
}

#[test]
fn nothing_breaks_out_of_its_attribute() {
    let attack = "\"><script>alert('1')</script><iframe src=\"x";
    let awkward = Snippet {
        address: "https://example.org/\"onload='x'/",
        framed: "?q=\"><b>",
        alone: "?q='\"><b>",
        title: attack,
        link: attack,
        ..snippet()
    };
    let html = awkward.text(Kind::Plain);
    assert_eq!(attribute(&html, "iframe", "title"), attack);
    assert_eq!(attribute(&html, "iframe", "src"), "https://example.org/\"onload='x'/?q=\"><b>");
    assert_eq!(attribute(&html, "a", "href"), "https://example.org/\"onload='x'/?q='\"><b>");
    let document = Html::parse_fragment(&html);
    assert_eq!(document.select(&Selector::parse("script, b").unwrap()).count(), 0, "{html}");
}

#[test]
fn every_kind_has_a_name_of_its_own() {
    for kind in Kind::ALL {
        assert_eq!(Kind::named(kind.id()), Some(kind));
    }
    assert_eq!(Kind::named("facebook"), None);
}
