//! The age of facts: told beside the day they were checked, and counted from the day of the reader.
//!
//! What age does to points is the domain's, and tested there.

use stackfit::domain::catalog::{Catalog, Date};
use stackfit::ui::Model;

use crate::page::{Page, catalog, has_points};

/// The catalog's own date, some years later.
fn years_later(years: u16) -> Date {
    let date = catalog().subject.date;
    Date { year: date.year + years, ..date }
}

/// A day after, and not long after.
fn day_after(date: Date) -> Date {
    match date {
        Date { day: 1..28, .. } => Date { day: date.day + 1, ..date },
        Date { month: 12, year, .. } => Date { year: year + 1, month: 1, day: 1 },
        Date { month, .. } => Date { month: month + 1, day: 1, ..date },
    }
}

fn marks(page: &Page, word: &str) -> usize {
    page.main().all(".fact__value > .mark").iter().filter(|mark| mark.text() == word).count()
}

#[test]
fn a_fact_says_when_it_is_older_than_a_year_and_why_that_matters() {
    let n = catalog().criteria.len();
    assert_eq!(marks(&Page::on(catalog().subject.date, "?open=django"), "Over a year old"), 0);
    let page = Page::on(day_after(years_later(1)), "?open=django");
    assert_eq!(marks(&page, "Over a year old"), n);
    assert!(page.main().text().contains("Last checked over a year ago."));
    assert!(!page.one("footer").text().contains("too old"));
}

#[test]
fn a_fact_older_than_two_years_counts_as_not_known_and_says_so_everywhere() {
    let day = day_after(years_later(2));
    let page = Page::on(day, "?open=django");
    assert_eq!(marks(&page, "Over two years old"), catalog().criteria.len());
    let said = page.main().text();
    assert!(said.contains("so it counts as unknown"), "{said}");
    assert!(said.contains("Python"), "the value is shown as it was: {said}");
    let n: usize = catalog().alternatives.iter().map(|entry| entry.facts.len()).sum();
    let foot = page.one("footer").text();
    assert!(foot.contains(&format!("{n} facts are too old to count.")), "{foot}");
    // Nothing is known any more, so nobody is ahead and nobody is out.
    let must = "?view=result&a.language=python&must.language=python";
    let before = Page::at(must);
    assert!(before.section("Ruled out").is_some() && before.section("Unclear").is_none());
    let after = Page::on(day, must);
    assert!(after.section("Ruled out").is_none(), "age excludes nobody");
    assert!(after.section("Unclear").is_some());
}

#[test]
fn a_clock_that_is_behind_the_catalog_changes_nothing() {
    let past = Date { year: 1999, month: 1, day: 1 };
    for query in ["?open=django", "?view=result&a.language=python"] {
        let (page, usual) = (Page::on(past, query), Page::at(query));
        assert_eq!(page.body().text(), usual.body().text());
    }
    assert!(has_points(&Page::on(past, "?view=result&a.language=python").main().text()));
}

#[test]
fn a_comparison_marks_old_facts_too() {
    let query = "?view=compare&compare=django,flask&rows=all";
    let page = Page::on(day_after(years_later(1)), query);
    let marks = page.main().all("td .mark");
    assert!(!marks.is_empty());
    assert!(
        marks.iter().all(|mark| mark.text() == "Over a year old" && mark.attr("title").is_some())
    );
    assert!(Page::at(query).main().all("td .mark").is_empty());
}

#[test]
fn a_figure_says_its_own_day_which_makes_it_stale() {
    let mut catalog = catalog();
    let (day, other) = (catalog.subject.date, catalog.subject.date.year - 3);
    let id = catalog.find_alternative("django").expect("Django");
    let criterion = catalog.find_criterion("orm").expect("a criterion");
    let row = |catalog: &Catalog| {
        let page = Page::of(Model::as_of(catalog.clone(), "", day), "?open=django");
        let rows = page.main().all(".facts > li");
        let row = rows.iter().find(|row| row.one(".fact__label").text() == "Data layer (ORM)");
        row.expect("it has a row").one("details").text()
    };
    let fresh = row(&catalog);
    assert!(!fresh.contains("figure of") && !fresh.contains("Over two years old"), "{fresh}");
    catalog.alternatives[id.index()].facts[criterion.index()].of =
        Some(Date { year: other, month: 6, day: 0 });
    let text = row(&catalog);
    assert!(text.contains(&format!("figure of {other}-06 checked 20")), "{text}");
    assert!(text.contains("Over two years old"), "{text}");
    let page = Page::of(Model::as_of(catalog.clone(), "", day), "");
    assert!(page.one("footer").text().contains("1 fact is too old to count."));
    // The newest run is never too old.
    catalog.criteria[criterion.index()].newest_run = Some(Date { year: other, month: 6, day: 0 });
    let text = row(&catalog);
    assert!(text.contains("Over a year old") && !text.contains("Over two years old"), "{text}");
}
