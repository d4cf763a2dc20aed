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

const TEAM: &str = "https://example.org/fit/?view=team&1.name=Ana&1.a.language=python&1.a.box=admin\
                    &1.must.box=admin&2.name=Ben&2.a.language=ruby&2.w.language=important&2.a.size=large";

#[test]
fn the_link_of_a_team_gives_the_record_of_the_team() {
    let text = made(TEAM, None, Format::Madr).unwrap();
    assert!(text.starts_with("---\nstatus: proposed\ndate: 2026-12-24\n---\n\n# "), "{text}");
    assert!(text.contains("Ana and Ben answered on their own"), "{text}");
    assert!(!text.contains("no question is answered"), "{text}");
    let chosen = made(TEAM, Some("rails"), Format::Madr).unwrap();
    assert!(
        chosen.contains("status: accepted") && chosen.contains("# Use Ruby on Rails"),
        "{chosen}"
    );
    for format in [Format::Json, Format::Csv, Format::Comparison, Format::Brief] {
        let refused = made(TEAM, None, format).unwrap_err().to_string();
        assert!(refused.contains("stackfit team --json"), "{refused}");
    }
    // A result of one of them is that person's own.
    let own = TEAM.replace("view=team", "view=result&person=2");
    let text = made(&own, None, Format::Madr).unwrap();
    assert!(text.contains("# Use Ruby on Rails\n") && !text.contains("Ana"), "{text}");
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
