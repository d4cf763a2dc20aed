//! Embed: the configurator, and what the settings of an address do to every view.
//!
//! What a snippet is made of is for the tests of the domain, and what colours do for the browser.

use stackfit::domain::permalink;
use stackfit::domain::settings::{Key, PARAMETERS, Settings, is_parameter};

use crate::page::{Page, catalog, names, texts};

/// A link into each view.
const VIEWS: [&str; 8] = [
    "",
    "view=fit",
    "view=fit&step=review",
    "view=result&a.language=python",
    "view=compare",
    "view=compare&compare=django,flask",
    "view=embed",
    "open=django",
];

/// The names of the parameters of a link.
fn parameters(href: &str) -> Vec<&str> {
    let pairs = href.trim_start_matches('?').split('&');
    pairs.filter_map(|pair| pair.split('=').next()).filter(|name| !name.is_empty()).collect()
}

#[test]
fn the_footer_leads_to_it_and_no_tab_does() {
    let page = Page::at("");
    let link = page.one("footer a");
    assert_eq!(link.text(), "Embed this");
    assert!(parameters(link.attr("href").unwrap()).contains(&"view"));
    let page = Page::at(link.attr("href").unwrap());
    assert_eq!(page.one("main h2").text(), "Embed this");
    assert_eq!(texts(&page.all("nav.views a")), ["Browse", "Find my fit", "Compare"]);
    assert!(page.all("nav.views [aria-current]").is_empty());
}

#[test]
fn there_is_a_control_for_every_parameter_with_what_it_means() {
    let page = Page::at("?view=embed");
    let labels = texts(&page.main().all("label, summary"));
    for label in [
        "One question, then the result",
        "The whole catalog",
        "More settings",
        "Opens with",
        "Keep my current answers and filters",
        "Height in pixels",
        "Compact",
        "Colours",
        "Accent colour",
        "Transparent",
        "Text size",
        "Only these frameworks",
        "Only these: Language",
        "Your note",
        "Without the frameworks' own marks",
        "Send events to my page",
        "Language",
        "For",
        "Code",
    ] {
        assert!(labels.iter().any(|other| other == label), "{label} in {labels:?}");
    }
    assert_eq!(page.main().all(".embed__means").len(), PARAMETERS.len());
    for parameter in PARAMETERS.iter().filter(|parameter| parameter.key == Key::Theme) {
        let options = page.by_id(&format!("embed-{}", parameter.name)).unwrap().all("option");
        let words = texts(&options);
        assert_eq!(words, ["Follow the page", "Light", "Dark"]);
    }
    let catalog = catalog();
    for entry in &catalog.alternatives {
        assert!(labels.contains(&entry.name.to_string()), "{}", entry.name);
    }
    for value in catalog.facets.iter().flat_map(|facet| &facet.values) {
        assert!(labels.contains(&value.label.to_string()), "{}", value.label);
    }
}

#[test]
fn the_code_can_always_be_selected_and_its_title_is_the_pages_own() {
    let page = Page::at("?view=embed");
    let code = page.one("textarea");
    assert!(code.attr("readonly").is_some());
    let text = code.text();
    assert!(
        text.starts_with("<iframe src=\"?view=fit&amp;step=language&amp;compact=yes\" title=\""),
        "{text}"
    );
    assert!(text.contains("height=\"720\" loading=\"lazy\""), "{text}");
    let index = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/index.html"));
    let index = index.unwrap();
    // The last step of the build puts the name of the subject before it.
    let title = index.split("<title data-slot=\"title\">").nth(1);
    let title = title.and_then(|rest| rest.split('<').next()).unwrap();
    let title = [&catalog().subject.title, title].concat();
    assert!(text.contains(&format!("title=\"{title}\"")), "{text}\n{title}");
    let kinds = page.by_id("embed-kind").unwrap().all("option");
    let kinds: Vec<_> = kinds.iter().filter_map(|kind| kind.attr("value")).collect();
    assert_eq!(kinds, ["iframe", "iframe-auto", "wordpress", "ghost", "hugo", "markdown"]);
}

#[test]
fn the_usual_choices_come_first_and_the_rest_is_folded() {
    let page = Page::at("?view=embed&compare=flask,django");
    let presets = texts(&page.main().all(".preset"));
    let expected =
        ["One question, then the result", "Comparison of Flask and Django", "The whole catalog"];
    assert_eq!(presets, expected);
    assert_eq!(page.main().all(".preset:has([checked])").len(), 1);
    let more = page.main().one(".embed__more");
    assert!(more.attr("open").is_none());
    let folded = more.all(".embed__means").len();
    assert_eq!(folded, PARAMETERS.len() - 2, "all but the colours");
    let compact = more.all("label").into_iter().find(|label| label.text() == "Compact");
    assert!(compact.expect("it is there").has("[checked]"), "compact unless it is switched off");
}

#[test]
fn the_preview_is_the_page_itself() {
    let page = Page::at("?view=embed&a.language=python");
    let frame = page.one("iframe");
    assert_eq!(
        frame.attr("src"),
        Some("?view=fit&step=language&compact=yes"),
        "without the reader's answers, until they are wanted"
    );
    assert_eq!(frame.attr("loading"), Some("lazy"));
    assert!(frame.attr("title").unwrap().starts_with("Preview of "));
}

#[test]
fn what_the_page_is_restricted_to_is_chosen_already() {
    let page = Page::at("?view=embed&only.language=python&disclosure=Paid&compact=yes");
    let code = page.one("textarea").text();
    assert!(code.contains("src=\"?view=fit&amp;step=language&amp;compact=yes&amp;only.language=python&amp;disclosure=Paid\""), "{code}");
}

#[test]
fn a_compact_page_is_the_view_the_ways_and_one_link_out() {
    for view in VIEWS {
        let page = Page::at(&format!("?{view}&compact=yes&theme=dark&accent=336699&emit=state"));
        assert!(page.one("h1").ancestors().any(|it| it.attr("class") == Some("visually-hidden")));
        assert!(page.all("nav.views a").len() >= 3, "{view}");
        assert_eq!(page.all("footer a").len(), 1, "{view}");
        let link = page.one("footer a");
        assert_eq!(page.one("footer").text(), "Open in a new tab", "{view}");
        assert_eq!(link.attr("target"), Some("_blank"));
        assert_eq!(link.attr("rel"), Some("noopener"));
        let href = link.attr("href").unwrap();
        assert!(parameters(href).iter().all(|name| !is_parameter(name)), "{href}");
        let state = |query: &str| permalink::decode(&catalog(), query).state;
        assert_eq!(state(href), state(&format!("?{view}")), "the same view");
    }
}

#[test]
fn the_line_of_the_host_is_text_in_every_view() {
    for view in VIEWS {
        let page = Page::at(&format!("?{view}&disclosure=Paid%20by%20%3Cb%3Eus%3C/b%3E"));
        assert_eq!(page.one(".disclosure").text(), "Paid by <b>us</b>", "{view}");
        assert!(page.all("b").is_empty());
        assert!(Page::at(&format!("?{view}")).all(".disclosure").is_empty(), "{view}");
    }
}

#[test]
fn every_link_of_the_page_keeps_its_settings() {
    let settings = "compact=yes&theme=dark&accent=336699&text-size=18&only.language=python,php\
                    &disclosure=Paid&emit=state";
    let expected = Settings::decode(&catalog(), settings).0;
    for view in VIEWS {
        let page = Page::at(&format!("?{view}&{settings}"));
        let links = page.all("a[href^='?']").into_iter();
        for link in links.filter(|link| link.attr("target").is_none()) {
            let href = link.attr("href").unwrap();
            let (settings, ignored) = Settings::decode(&catalog(), href);
            assert_eq!((&settings, ignored.len()), (&expected, 0), "{} {href}", link.name());
        }
    }
}

#[test]
fn a_restricted_page_knows_nobody_else() {
    let page = Page::at("?only.language=python");
    let catalog = catalog();
    let language = catalog.facet(catalog.find_facet("language").unwrap());
    let python = language.values.iter().find(|value| value.id == "python").unwrap();
    let expected = names(&catalog, |entry| python.test.admits(entry));
    assert!(expected.len() < catalog.alternatives.len());
    assert_eq!(texts(&page.main().all(".card h3")), expected);
    let heading = page.one("#view-title .browse__all").text();
    assert_eq!(heading, format!("{} frameworks", expected.len()));
    let others = names(&catalog, |entry| !python.test.admits(entry));
    for view in VIEWS {
        let text = Page::at(&format!("?{view}&only.language=python")).main().text();
        let strangers = others.iter().filter(|name| text.contains(name.as_str()));
        // Prose of the catalog may still speak of somebody who is not there.
        let of_names = strangers.filter(|name| !catalog_prose(&expected).contains(name.as_str()));
        assert_eq!(of_names.collect::<Vec<_>>(), [""; 0], "{view}");
    }
}

/// All sentences and facts of some entries, and of the questions.
fn catalog_prose(names: &[String]) -> String {
    let catalog = catalog();
    let entries =
        catalog.alternatives.iter().filter(|entry| names.contains(&entry.name.to_string()));
    let entries: Vec<_> = entries.collect();
    format!("{entries:?}{:?}{:?}{:?}", catalog.questions, catalog.criteria, catalog.scales)
}

#[test]
fn a_restriction_that_leaves_nobody_is_not_followed_and_said() {
    let page = Page::at("?only=django&only.language=ruby");
    assert_eq!(page.main().all(".card").len(), catalog().alternatives.len());
    assert_eq!(
        texts(&page.all("aside.notice li")),
        ["only=django: would leave no framework", "only.language=ruby: would leave no framework",]
    );
}

#[test]
fn a_setting_that_is_malformed_is_listed_with_what_it_should_be() {
    let page = Page::at("?theme=blue&view=attic&text-size=400&compact=yes&accent=red");
    assert_eq!(
        texts(&page.all("aside.notice li")),
        [
            "view=attic: unknown value",
            "theme=blue: should be auto, light or dark",
            "text-size=400: should be 12–24",
            "accent=red: should be six hexadecimal digits",
        ]
    );
    assert!(Page::at("?theme=dark&compact=yes&accent=%23abcdef").all("aside.notice").is_empty());
}
