//! Compare: a real table, own requirements first, only what differs unless all is asked for.
//!
//! It does not look at a narrow page, where styles lay the rows out as blocks.

use stackfit::domain::catalog::CriterionId;

use crate::page::{Page, catalog, evidence, texts};

/// The labels of the rows of facts, in order.
fn facts(page: &Page) -> Vec<String> {
    let rows = page.main().all("tbody tr:has(td) > th");
    texts(&rows).into_iter().map(|label| label.replace(" Our judgement", "")).collect()
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
    assert_eq!(texts(&table.all("thead th[scope=col] a")), ["Django", "Flask"]);
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
    let said = format!("{} identical facts hidden", equal.len());
    assert!(page.main().text().contains(&said), "{said}");
}

#[test]
fn all_rows_are_there_for_who_wants_them() {
    let page = Page::at("?view=compare&compare=django,flask&rows=all");
    assert_eq!(facts(&page), criteria(|_| true));
    assert!(page.main().text().contains("All facts shown"));
    let switch =
        page.main().all("label").into_iter().find(|label| label.text() == "Show all facts");
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
    assert_eq!(rows[0], "Your requirements");
    assert_eq!(rows[1], "Your fit 100.0 · best fit missing: Admin screens");
    assert_eq!(rows[2], "Language Python met met");
    assert_eq!(rows[3], "In the box Admin screens (must-have) has it missing");
    let without = Page::at("?view=compare&compare=django,flask").main().text();
    assert!(!without.contains("Your requirements"), "{without}");
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
    assert_eq!(page.main().one("details.add > summary").text(), "+ Add");
    assert!(page.main().one("details.add").attr("open").is_none());
    assert!(Page::at("?view=compare").main().one("details.add").attr("open").is_some());
    let options = texts(&page.main().all("select option"));
    assert_eq!(options.len(), 1 + catalog().alternatives.len() - 2);
    assert!(!options.contains(&"Django".to_owned()));
}

#[test]
fn a_fifth_cannot_be_added() {
    let page = Page::at("?view=compare&compare=django,flask,laravel,rails");
    assert!(!page.main().has("select"));
    assert_eq!(page.one("nav[aria-label=Pages] [aria-current=page]").text(), "Compare (4)");
}

#[test]
fn what_all_have_is_said_beside_what_they_do_not_share() {
    let page = Page::at("?view=compare&compare=django,laravel");
    let shared = texts(&page.main().all(".versus__shared"));
    assert!(!shared.is_empty(), "they share some tags");
    assert!(shared.iter().all(|text| text.starts_with("both: ")), "{shared:?}");
    // Nothing is dropped: own and shared together are all that the details list.
    let catalog = catalog();
    let id = catalog.find_alternative("django").expect("Django");
    let django = catalog.alternative(id);
    let row = page.main().all("tbody tr:has(.versus__shared)")[0];
    let label = row.one("th").text();
    let is_it = |it: &CriterionId| label.starts_with(&*catalog.criterion(*it).label);
    let criterion = catalog.criterion_ids().find(is_it).expect("a criterion");
    let cell = row.all("td")[0].text();
    for tag in stackfit::text::labels(&catalog, id, criterion) {
        assert!(cell.contains(&tag), "{}: {tag} in {cell}", django.name);
    }
    let three = Page::at("?view=compare&compare=django,laravel,rails");
    let shared = texts(&three.main().all(".versus__shared"));
    assert!(shared.iter().all(|text| text.starts_with("all: ")), "{shared:?}");
}

#[test]
fn the_shapes_of_levels_are_explained() {
    let page = Page::at("?view=compare&compare=django,flask");
    let legend = page.main().one(".legend").text();
    let catalog = catalog();
    let scale = catalog.scales.iter().find(|it| it.values.iter().any(|it| !it.glyph.is_empty()));
    for value in &scale.expect("a scale with shapes").values {
        assert!(legend.contains(&format!("{} {}", value.glyph, value.label)), "{legend}");
    }
}

#[test]
fn of_three_and_more_a_narrow_page_shows_two() {
    let page = Page::at("?view=compare&compare=django,flask,laravel");
    let shown: Vec<_> =
        page.main().all("button[aria-pressed]").iter().map(|it| it.attr("aria-pressed")).collect();
    assert_eq!(shown, [Some("true"), Some("true"), Some("false")]);
    assert!(page.main().one("table").attr("class").is_some_and(|it| it.ends_with("without-3")));
    assert!(!Page::at("?view=compare&compare=django,flask").main().has("button[aria-pressed]"));
}

#[test]
fn no_row_of_a_must_have_contradicts_the_result() {
    for query in ["a.box=admin&must.box=admin", "a.box=admin,auth&must.box=admin"] {
        for entry in &catalog().alternatives {
            let page = Page::at(&format!("?view=compare&compare=django,{}&{query}", entry.id));
            if entry.id == "django" {
                continue;
            }
            let rows = page.main().all("tbody tr:has(td)");
            let (fit, row) = (rows[0].all("td")[1].text(), rows[1].all("td")[1].text());
            assert_eq!(
                fit.starts_with("missing:"),
                row == "missing",
                "{}: {fit}, {row}",
                entry.name
            );
            assert_eq!(
                fit.starts_with("not known:"),
                row == "not known",
                "{}: {fit}, {row}",
                entry.name
            );
        }
    }
}
