//! Contesting a fact: each has a link that opens an issue with all that is known of it.

use percent_encoding::percent_decode_str;
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
        .all("dd .facts__source a")
        .into_iter()
        .filter(|link| link.name().starts_with("Contest this fact"))
        .collect();
    assert_eq!(links.len(), catalog.criteria.len());
    let place = &catalog.subject.contest.as_ref().expect("the catalog names a place").url;
    for criterion in catalog.criterion_ids() {
        let (known, fact) = (catalog.criterion(criterion), entry.fact(criterion));
        let name = format!("Contest this fact {}", known.label);
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
fn a_catalog_that_names_no_place_has_no_such_link() {
    let mut catalog = catalog();
    catalog.subject.contest = None;
    let page = Page::of(Model::new(catalog, ""), "?open=django");
    assert!(!page.main().text().contains("Contest"), "{}", page.main().text());
}

#[test]
fn only_the_details_have_it() {
    for query in ["", "?view=compare&compare=django,flask", "?view=result&a.language=python"] {
        assert!(!Page::at(query).body().text().contains("Contest"), "{query}");
    }
}
