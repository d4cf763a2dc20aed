//! Compare: a real table, own requirements first, only what differs unless all is asked for.
//!
//! It does not look at a narrow page, where styles lay the rows out as blocks.

use stackfit::domain::catalog::CriterionId;

use crate::page::{Page, catalog, texts};

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
fn sources_are_shown_on_demand() {
    let page = Page::at("?view=compare&compare=django,flask&rows=all");
    let labels = texts(&page.main().all("label"));
    assert!(labels.contains(&"Show sources and dates".to_owned()), "{labels:?}");
    assert!(!page.main().has("tbody td a"), "none before");
}

#[test]
fn what_was_asked_for_stands_first() {
    let page =
        Page::at("?view=compare&compare=django,flask&a.box=admin&must.box=admin&a.language=python");
    let rows = texts(&page.main().all("tbody tr"));
    assert_eq!(rows[0], "Your requirements");
    assert_eq!(rows[1], "Your fit 100.0 · best fit missing: Admin screens");
    assert_eq!(rows[2], "In the box Admin screens (must-have) has it missing");
    assert!(rows.contains(&"Language Python met met".to_owned()), "{rows:?}");
    let without = Page::at("?view=compare&compare=django,flask").main().text();
    assert!(!without.contains("Your requirements"), "{without}");
}

#[test]
fn a_requirement_is_followed_by_the_facts_on_which_it_rests() {
    let page = Page::at("?view=compare&compare=django,flask&a.box=admin&rows=all");
    let rows = page.main().all("tbody tr");
    let need = rows.iter().position(|row| row.attr("class") == Some("versus__need"));
    let need = need.expect("a requirement");
    assert!(rows[need].one("th").text().contains("points apart"), "{}", rows[need].text());
    let basis = &rows[need + 1];
    assert_eq!(basis.attr("class"), Some("versus__basis"));
    let cells = basis.all("td");
    assert!(cells[0].has("strong"), "Django has it: {}", cells[0].text());
    assert!(!cells[1].has("strong"), "Flask has not: {}", cells[1].text());
}

#[test]
fn each_fact_is_there_once_whatever_was_asked_for() {
    let asked = "a.box=admin&a.language=python&a.size=large&a.load=heavy";
    let page = Page::at(&format!("?view=compare&compare=django,flask&rows=all&{asked}"));
    let rows = page.main().all("tbody tr:has(td)");
    let mut facts = rows;
    facts.retain(|row| {
        row.attr("class") != Some("versus__need") && row.one("th").text() != "Your fit"
    });
    let n_facts = facts.len();
    assert_eq!(n_facts, catalog().criteria.len());
}

#[test]
fn what_would_make_one_first_is_offered_once_something_was_asked_for() {
    let page = Page::at("?view=compare&compare=django,flask&a.box=admin");
    let names = texts(&page.main().all(".compare__like button"));
    assert_eq!(names, ["Django", "Flask"]);
    assert!(!Page::at("?view=compare&compare=django,flask").main().has(".compare__like"));
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
    assert_eq!(buttons, ["Remove Django", "Remove Flask"]);
    let swaps: Vec<_> = page.main().all(".swap > summary").iter().map(|it| it.name()).collect();
    assert_eq!(swaps, ["Replace Django with", "Replace Flask with"]);
    assert_eq!(page.main().one("details.add > summary").text(), "+ Add");
    assert!(page.main().one("details.add").attr("open").is_none());
    assert!(Page::at("?view=compare").main().one("details.add").attr("open").is_some());
    assert!(!page.main().has("option"), "a list is drawn when it is opened");
    let options = texts(&Page::at("?view=compare").main().all("#add-field option"));
    assert_eq!(options.len(), 1 + catalog().alternatives.len());
}

#[test]
fn a_fifth_cannot_be_added() {
    let page = Page::at("?view=compare&compare=django,flask,laravel,rails");
    assert!(!page.main().has("details.add"));
    assert!(page.main().has(".swap > summary"), "but one can be replaced");
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
    let shown: Vec<_> = page
        .main()
        .all(".compare__shown button")
        .iter()
        .map(|it| it.attr("aria-pressed"))
        .collect();
    assert_eq!(shown, [Some("true"), Some("true"), Some("false")]);
    assert!(page.main().one("table").attr("class").is_some_and(|it| it.ends_with("without-3")));
    assert!(!Page::at("?view=compare&compare=django,flask").main().has(".compare__shown"));
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
