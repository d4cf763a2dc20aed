//! The record of a link from a terminal, and its schema.

use std::fs;

use stackfit::authoring::Checked;

use super::*;
use crate::repository;

fn frozen() -> Checked {
    catalog::load(Some(&repository::root().join("tests/fixtures/frameworks"))).unwrap()
}

fn made(link: &str, choice: Option<&str>, format: Format) -> anyhow::Result<String> {
    let Checked { catalog, evidence, .. } = frozen();
    let today = "2026-12-24".parse().expect("a day");
    record(catalog, &evidence, link, choice, today, format)
}

const LINK: &str = "https://example.org/fit/?view=result&a.language=python&a.box=admin";

#[test]
fn a_link_gives_its_record_with_its_own_address_and_day() {
    let text = made(LINK, None, Format::Madr).unwrap();
    assert!(
        text.starts_with("---\nstatus: proposed\ndate: 2026-12-24\n---\n\n# Use Django\n"),
        "{text}"
    );
    assert!(
        text.contains("(https://example.org/fit/?view=result&a.language=python&a.box=admin&"),
        "{text}"
    );
    let query = LINK.split_once('?').unwrap().1;
    let alone = made(query, None, Format::Madr).unwrap();
    assert!(alone.contains("`?view=result&a.language=python"), "{alone}");
}

#[test]
fn a_choice_is_that_of_the_option_then_that_of_the_link() {
    let of_link = [LINK, "&choice=flask"].concat();
    for (link, choice, title) in [
        (LINK, Some("fastapi"), "# Use FastAPI"),
        (&*of_link, None, "# Use Flask"),
        (&*of_link, Some("fastapi"), "# Use FastAPI"),
    ] {
        let text = made(link, choice, Format::Madr).unwrap();
        assert!(text.contains(title) && text.contains("status: accepted"), "{text}");
    }
    let wrong = made(LINK, Some("flsk"), Format::Madr).unwrap_err();
    assert_eq!(wrong.to_string(), "there is no entry flsk to choose");
}

#[test]
fn only_days_are_days() {
    assert_eq!(day("2026-11-30").map(|day| day.to_string()).as_deref(), Ok("2026-11-30"));
    for text in ["2026-11", "yesterday", "2026-02-30", ""] {
        assert!(day(text).is_err(), "{text}");
    }
}

#[test]
fn the_committed_schema_is_up_to_date() {
    let path = repository::root().join("docs/record.schema.json");
    let text = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        text == format!("{:#}\n", schema::schema()),
        "write it anew with `cargo stackfit record --schema > docs/record.schema.json`"
    );
}
