//! Contesting a fact: each has a link that opens an issue with all that is known of it, or else the
//! same as text to copy.

use percent_encoding::percent_decode_str;
use stackfit::domain::catalog::{AltId, CriterionId};
use stackfit::text::{Correction, Words};
use stackfit::ui::Model;

use crate::page::{Page, catalog, evidence};

/// The parameters of an address, decoded.
fn parameters(address: &str) -> Vec<(String, String)> {
    let query = address.split_once('?').expect("it has parameters").1;
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().expect("text").into_owned();
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (decoded(name), decoded(value))).collect()
}

#[test]
fn every_fact_opens_an_issue_that_names_file_field_value_source_and_day() {
    let (page, catalog, evidence) = (Page::at("?open=django"), catalog(), evidence());
    let id = catalog.find_alternative("django").expect("Django");
    let (entry, dossier) = (catalog.alternative(id), evidence.of(id).expect("a dossier"));
    let links: Vec<_> = page
        .main()
        .all(".fact__backing a")
        .into_iter()
        .filter(|link| link.name().starts_with("Wrong? Tell us"))
        .collect();
    assert_eq!(links.len(), catalog.criteria.len());
    let place = &catalog.subject.contest.as_ref().expect("the catalog names a place");
    for criterion in catalog.criterion_ids() {
        let (known, fact) = (catalog.criterion(criterion), entry.fact(criterion));
        let name = format!("Wrong? Tell us {}", known.label);
        let link = links.iter().find(|link| link.name() == name);
        let address = link.and_then(|link| link.attr("href")).unwrap_or_else(|| panic!("{name}"));
        assert!(address.starts_with(&format!("{place}?title=")), "{address}");
        assert!(address.len() < 4000, "{} bytes of address", address.len());
        let [(title, titled), (body, text)] = &parameters(address)[..] else {
            panic!("two parameters: {address}");
        };
        assert_eq!((title.as_str(), body.as_str()), ("title", "body"));
        assert_eq!(*titled, format!("Django: {}", known.label));
        assert!(text.contains("- file: frameworks/django.toml\n"), "{text}");
        assert!(text.contains(&format!("- field: facts.{}\n", known.id)), "{text}");
        assert!(text.contains(&format!("- checked: {}\n", fact.checked)), "{text}");
        let backing = dossier.backing(criterion).expect("each fact has one");
        for source in dossier.sources_at(&backing.sources) {
            assert!(text.contains(&*source.url), "{text}");
        }
        assert!(text.contains("What it should be:"), "{text}");
        assert!(!text.contains(['{', '}']), "{text}");
    }
    let value = parameters(links[0].attr("href").unwrap_or_default());
    assert!(value[1].1.contains("- value: Python\n"), "{}", value[1].1);
}

#[test]
fn without_a_place_each_fact_offers_a_correction_to_copy() {
    let mut catalog = catalog();
    catalog.subject.contest = None;
    let n = catalog.criteria.len();
    let page = Page::of(Model::new(catalog, ""), "?open=django");
    let buttons = page.main().all(".fact__backing button[aria-expanded=false]");
    assert_eq!(buttons.len(), n);
    assert_eq!(buttons[0].name(), "Wrong? Tell us Language");
    assert!(page.main().all(".fact__backing textarea").is_empty(), "it opens on a click");
    let links = page.main().all(".fact__backing a");
    assert!(links.iter().all(|link| !link.name().starts_with("Wrong?")), "no link is made up");
}

#[test]
fn a_correction_as_text_says_what_an_issue_would() {
    let (catalog, evidence) = (catalog(), evidence());
    let id = catalog.find_alternative("django").expect("Django");
    let words = Words::english(&catalog.subject);
    let criterion = catalog.find_criterion("language").expect("a criterion");
    let correction = Correction::of(&catalog, &words, evidence.of(id), id, criterion);
    let text = correction.text();
    assert!(text.starts_with("Django: Language\n\nThe fact, as it stands:\n"), "{text}");
    assert!(text.contains("- file: frameworks/django.toml\n- field: facts.language\n"), "{text}");
    let [(_, title), (_, body)] = &parameters(&correction.address("https://a.example/"))[..] else {
        panic!("two parameters");
    };
    assert_eq!(text, format!("{title}\n\n{body}"));
}

#[test]
fn an_address_that_has_parameters_gets_two_more() {
    let (catalog, id) = (catalog(), AltId(0));
    let words = Words::english(&catalog.subject);
    let correction = Correction::of(&catalog, &words, None, id, CriterionId(0));
    let address = correction.address("https://a.example/new?kind=fact");
    assert!(address.starts_with("https://a.example/new?kind=fact&title="), "{address}");
}

#[test]
fn the_footer_links_to_the_project_only_if_the_build_names_it() {
    let source = |page: &Page| {
        let links = page.one("footer").all("a");
        let link = links.into_iter().find(|link| link.name() == "Source and licence");
        link.and_then(|link| link.attr("href").map(ToOwned::to_owned))
    };
    assert_eq!(source(&Page::at("")), None);
    let mut catalog = catalog();
    catalog.subject.repository = Some("https://code.example.org/project".into());
    let page = Page::of_catalog(catalog, "");
    assert_eq!(source(&page).as_deref(), Some("https://code.example.org/project"));
}

#[test]
fn only_the_details_have_it() {
    for query in ["", "?view=compare&compare=django,flask", "?view=result&a.language=python"] {
        assert!(!Page::at(query).body().text().contains("Wrong? Tell us"), "{query}");
    }
}
