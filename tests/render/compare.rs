//! Compare: a real table, own requirements first, only what differs unless all is asked for.
//!
//! It does not look at a narrow page, where styles lay the rows out as blocks.

use stackfit::domain::catalog::CriterionId;

use crate::page::{Page, catalog, evidence, texts};

/// The labels of the rows of facts, in order.
fn facts(page: &Page) -> Vec<String> {
    let rows = page.main().all("tbody tr:has(td) > th");
    texts(&rows).into_iter().map(|label| label.replace(" Editors' view", "")).collect()
}

/// The labels of the criteria for which something holds of Django's and Flask's values.
fn criteria(holds: impl Fn(bool) -> bool) -> Vec<String> {
    let catalog = catalog();
    let entry = |id| catalog.alternative(catalog.find_alternative(id).expect(id));
    let (django, flask) = (entry("django"), entry("flask"));
    let differs = |id: CriterionId| django.fact(id).value != flask.fact(id).value;
    // In the order of the groups, as the page has them.
    let mut ids: Vec<_> = catalog.criterion_ids().filter(|id| holds(differs(*id))).collect();
    ids.sort_by_key(|id| catalog.criterion(*id).group);
    ids.into_iter().map(|id| catalog.criterion(id).label.to_string()).collect()
}

#[test]
fn it_is_a_table_with_a_caption_and_headers_that_say_what_they_head() {
    let page = Page::at("?view=compare&compare=django,flask");
    let table = page.main().one("table");
    assert_eq!(table.one("caption").text(), "Comparison of Django and Flask");
    assert_eq!(texts(&table.all("thead th[scope=col]")), ["Django", "Flask"]);
    for header in table.all("th") {
        assert!(header.attr("scope").is_some(), "{}", header.text());
    }
    for row in table.all("tbody tr:has(td)") {
        assert_eq!(row.all("th[scope=row]").len(), 1, "{}", row.text());
        assert_eq!(row.all("td").len(), 2, "{}", row.text());
    }
    for part in ["table", "thead", "tbody", "tr", "th", "td"] {
        let all = page.main().all(part);
        assert!(all.iter().all(|piece| piece.attr("role").is_some()), "a role for each {part}");
    }
}

#[test]
fn only_rows_that_differ_are_shown_and_the_rest_is_counted() {
    let page = Page::at("?view=compare&compare=django,flask");
    let (differing, equal) = (criteria(|differs| differs), criteria(|differs| !differs));
    assert_eq!(facts(&page), differing);
    assert!(!equal.is_empty());
    let said = format!("{} equal rows hidden", equal.len());
    assert!(page.main().text().contains(&said), "{said}");
}

#[test]
fn all_rows_are_there_for_who_wants_them() {
    let page = Page::at("?view=compare&compare=django,flask&rows=all");
    assert_eq!(facts(&page), criteria(|_| true));
    assert!(page.main().text().contains("All rows shown"));
    let switch =
        page.main().all("label").into_iter().find(|label| label.text() == "Show equal rows too");
    assert!(switch.expect("there is a switch").has("input[checked]"));
}

#[test]
fn every_fact_shown_has_its_sources_with_the_day_they_were_read() {
    let page = Page::at("?view=compare&compare=django,flask&rows=all");
    let catalog = catalog();
    let evidence = evidence();
    let id = catalog.find_alternative("django").expect("Django");
    let dossier = evidence.of(id).expect("a dossier");
    let orm = dossier.backing(catalog.find_criterion("orm").expect("a criterion"));
    let orm = orm.expect("each fact has one");
    let source = dossier.sources_at(&orm.sources).next().expect("it has a source");
    let row = page
        .main()
        .all("tbody tr:has(td)")
        .into_iter()
        .find(|row| row.one("th").text() == "Data layer (ORM)");
    let cell = row.expect("there is a row for it").all("td")[0];
    assert!(cell.text().contains("django.db.models"), "{}", cell.text());
    let link = cell.one("a");
    assert_eq!(link.attr("href"), Some(&*source.url));
    let name = format!("[1] {}, checked {}", source.title, source.checked);
    assert_eq!(link.attr("aria-label"), Some(name.as_str()));
}

#[test]
fn what_was_asked_for_stands_first() {
    let page =
        Page::at("?view=compare&compare=django,flask&a.box=admin&must.box=admin&a.language=python");
    let rows = texts(&page.main().all("tbody tr"));
    assert_eq!(rows[0], "What you asked for");
    assert_eq!(rows[1], "Fit 100.0 not met");
    assert_eq!(rows[2], "Language Python met met");
    assert_eq!(rows[3], "In the box Admin screens (must-have) met partly");
    let without = Page::at("?view=compare&compare=django,flask").main().text();
    assert!(!without.contains("What you asked for"), "{without}");
}

#[test]
fn nothing_to_compare_is_said_and_shows_no_table() {
    let page = Page::at("?view=compare");
    assert!(page.main().text().contains("Choose two to four frameworks to compare."));
    assert!(!page.main().has("table"));
    let one = Page::at("?view=compare&compare=django");
    assert!(one.main().text().contains("Choose at least one more."));
    assert_eq!(facts(&one).len(), catalog().criteria.len(), "one alone has nothing to differ from");
}

#[test]
fn what_is_compared_can_be_taken_out_and_what_is_not_can_be_added() {
    let page = Page::at("?view=compare&compare=django,flask");
    let buttons: Vec<_> = page.main().all("button").iter().map(|button| button.name()).collect();
    assert_eq!(buttons, ["Add", "Remove Django", "Remove Flask"]);
    let options = texts(&page.main().all("select option"));
    assert_eq!(options.len(), 1 + catalog().alternatives.len() - 2);
    assert!(!options.contains(&"Django".to_owned()));
}

#[test]
fn a_fifth_cannot_be_added() {
    let page = Page::at("?view=compare&compare=django,flask,laravel,rails");
    let select = page.main().one("select");
    assert!(select.is_disabled());
    assert_eq!(select.all("option")[0].text(), "Four at most");
    assert_eq!(page.one("nav[aria-label=Pages] [aria-current=page]").text(), "Compare (4)");
}
