//! The details of an entry: every fact with its level, source and date, and what is not known.

use stackfit::domain::catalog::Value;

use crate::page::{Page, catalog, evidence, texts};

#[test]
fn every_criterion_has_its_fact_with_sources_and_a_date() {
    let (page, catalog, evidence) = (Page::at("?open=django"), catalog(), evidence());
    let id = catalog.find_alternative("django").expect("Django");
    let (entry, dossier) = (catalog.alternative(id), evidence.of(id).expect("a dossier"));
    let rows = page.main().all(".facts > li");
    assert_eq!(rows.len(), catalog.criteria.len());
    let mut n_unknown = 0;
    for criterion in catalog.criterion_ids() {
        let (label, fact) = (&catalog.criterion(criterion).label, entry.fact(criterion));
        let is_it = |text: &str| text == &**label || text == format!("{label} Our judgement");
        let row = rows.iter().find(|row| is_it(&row.one(".fact__label").text()));
        let row = row.unwrap_or_else(|| panic!("{label} has a row"));
        let (value, backing) =
            (row.one("summary > .fact__value").text(), row.one(".fact__backing"));
        let said = backing.text();
        assert!(said.contains(&format!("checked {}", fact.checked)), "{said}");
        let links = backing.all(".sources a");
        let links: Vec<_> = links.iter().filter_map(|link| link.attr("href")).collect();
        let known = dossier.backing(criterion).expect("each fact has one");
        let sources = dossier.sources_at(&known.sources);
        let sources: Vec<_> = sources.map(|source| &*source.url).collect();
        assert_eq!(links, sources, "{label}");
        assert!(said.contains(&*known.note), "{said}");
        if fact.value == Value::Unknown {
            n_unknown += 1;
            assert!(value.ends_with("Unknown"), "{value}");
        } else {
            assert!(!links.is_empty(), "{label} has a source");
            assert!(!value.contains("Unknown"), "{value}");
        }
    }
    assert!(n_unknown > 0, "something about Django is not known");
}

#[test]
fn the_details_take_the_place_of_the_view_and_lead_back_to_it() {
    let page = Page::at("?view=result&a.language=python&open=flask&only=django,flask");
    assert_eq!(page.main().one("h2").text(), "Flask");
    assert!(!page.main().text().contains("fit equally well"));
    let back = page.main().all("a")[0];
    assert!(back.text().contains("Back"), "{}", back.text());
    let href = back.attr("href").expect("it is a link");
    assert_eq!(
        Page::at(href).one("main h2").text(),
        "These fit your answer equally well: Django and Flask"
    );
}

#[test]
fn the_project_is_one_step_away() {
    let (page, evidence) = (Page::at("?open=rails"), evidence());
    let id = catalog().find_alternative("rails").expect("Rails");
    let dossier = evidence.of(id).expect("a dossier");
    for (text, address) in [("Website", &dossier.site), ("Source code", &dossier.repository)] {
        let link = page.main().all("a").into_iter().find(|link| link.text() == text);
        assert_eq!(link.and_then(|link| link.attr("href")), Some(&**address));
    }
}

#[test]
fn facts_stand_in_the_catalogs_groups_after_what_speaks_against_it() {
    let (page, catalog) = (Page::at("?open=django"), catalog());
    let labels = catalog.groups.iter().map(|group| group.label.to_string());
    let expected: Vec<_> = ["When not to choose it".to_owned()].into_iter().chain(labels).collect();
    assert_eq!(texts(&page.main().all("section > h3")), expected);
    // And both after what speaks for it.
    let first = page.main().all("h3")[0].text();
    assert_eq!(first, "Best for Our judgement");
}

#[test]
fn the_two_columns_of_facts_are_about_as_high() {
    let page = Page::at("?open=django");
    let lines = |css: &str| -> Vec<usize> {
        let selected = page.main().all(css);
        selected.iter().map(|one| one.all(".fact").len() + 2 * one.all("h3").len()).collect()
    };
    let columns = lines(".detail__groups > div");
    let [first, second] = columns[..] else { panic!("{} columns", columns.len()) };
    // Or else its last or first group would stand in the other one.
    let largest = lines(".detail__group").into_iter().max().expect("a group");
    assert!(first.abs_diff(second) <= largest, "{first} lines beside {second}");
}

#[test]
fn a_judgement_is_marked_as_one() {
    let (page, catalog) = (Page::at("?open=django"), catalog());
    let labels = page.main().all(".fact__label");
    let marked = labels.iter().filter(|label| label.text().ends_with("Our judgement")).count();
    let editorial = catalog.criteria.iter().filter(|criterion| criterion.editorial).count();
    assert!(editorial > 0);
    assert_eq!(marked, editorial);
}

#[test]
fn before_the_evidence_has_come_the_facts_stand_and_say_that_their_sources_follow() {
    let page = Page::before_the_evidence("?open=django");
    assert_eq!(page.main().all(".facts > li").len(), catalog().criteria.len());
    let said = page.main().text();
    assert!(said.contains("Loading sources…"), "{said}");
    assert!(said.contains("django.contrib.auth"), "what provides it is no evidence: {said}");
    assert!(page.main().all(".fact .sources a").is_empty());
    let after = Page::at("?open=django").main().text();
    assert!(!after.contains("Loading"), "{after}");
}

#[test]
fn every_reason_against_an_entry_has_its_source() {
    let (catalog, evidence) = (catalog(), evidence());
    let id = catalog.find_alternative("django").expect("Django");
    let dossier = evidence.of(id).expect("a dossier");
    let page = Page::at("?open=django");
    let listed = page.main().all(".drawbacks > ul > li");
    assert_eq!(listed.len(), dossier.drawbacks.len());
    for (item, drawback) in listed.iter().zip(&dossier.drawbacks) {
        assert!(item.text().contains(&*drawback.text), "{}", item.text());
        let links: Vec<_> = item.all("a").iter().filter_map(|link| link.attr("href")).collect();
        let sources = dossier.sources_at(&drawback.sources);
        assert_eq!(links, sources.map(|source| &*source.url).collect::<Vec<_>>());
        assert!(!links.is_empty());
    }
}

#[test]
fn the_head_says_what_it_is_and_how_it_fits_once_something_is_answered() {
    let text = Page::at("?open=django").main().text();
    assert!(text.contains("Python · Full-stack"), "{text}");
    assert!(!text.contains("Your fit"), "{text}");
    let fit = |query: &str| Page::at(query).one(".detail__fit").text();
    assert_eq!(fit("?open=django&a.language=python"), "Your fit: 100.0 · best fit");
    let missing = fit("?open=django&a.language=php&must.language=php");
    assert_eq!(missing, "Your fit: missing: PHP");
}

#[test]
fn a_fact_is_one_line_that_opens_to_what_it_rests_on() {
    let page = Page::at("?open=django");
    for row in page.main().all(".facts > li > details") {
        assert!(row.attr("open").is_none() && row.one("summary").all("a, button").is_empty());
    }
}
