//! Each parameter of the address, as it is and as it is not.
//!
//! Whatever else may stand in an address is for the properties of settings.

use stackfit::domain::catalog::Catalog;
use stackfit::domain::permalink;
use stackfit::domain::query::{Ignored, Why};
use stackfit::domain::settings::{PARAMETERS, Settings, Theme};

use test_support::generated::generated_catalog;

/// The catalog that the queries are about.
fn catalog() -> Catalog {
    generated_catalog(12, 5)
}

fn ignored(query: &str) -> Vec<(String, String, Why)> {
    let (_, ignored) = Settings::decode(&catalog(), query);
    ignored.into_iter().map(|Ignored { name, value, why }| (name, value, why)).collect()
}

fn read(query: &str) -> Settings {
    let (settings, ignored) = Settings::decode(&catalog(), query);
    assert_eq!(ignored, [], "{query}");
    settings
}

#[test]
fn each_parameter_is_read() {
    let id = catalog().alternatives[0].id.to_string();
    let default = Settings::default;
    for (query, expected) in [
        ("?compact=yes", Settings { compact: true, ..default() }),
        ("?theme=dark", Settings { theme: Theme::Dark, ..default() }),
        ("?ground=none", Settings { is_see_through: true, ..default() }),
        ("?ground=own", default()),
        ("?accent=AABB00", Settings { accent: Some("aabb00".to_owned()), ..default() }),
        ("?accent=%23aabb00", Settings { accent: Some("aabb00".to_owned()), ..default() }),
        ("?text-size=12", Settings { text_size: Some(12), ..default() }),
        ("?marks=no", Settings { hides_marks: true, ..default() }),
        ("?keep=yes", Settings { keeps: true, ..default() }),
        ("?emit=state", Settings { emits_state: true, ..default() }),
        ("?lang=en", default()),
        (&format!("?only={id}"), Settings { only: vec![id.clone()], ..default() }),
        (
            "?only.kind=micro",
            Settings {
                only_values: vec![("kind".to_owned(), vec!["micro".to_owned()])],
                ..default()
            },
        ),
        ("?disclosure=Paid+by%20us", Settings { disclosure: "Paid by us".into(), ..default() }),
    ] {
        assert_eq!(read(query), expected, "{query}");
    }
}

#[test]
fn values_are_trimmed_and_empty_ones_are_the_default() {
    assert_eq!(read("?theme=+dark%20&compact=%09yes").theme, Theme::Dark);
    assert_eq!(read("?disclosure=%0Aone%0D%0A%00two%20").disclosure, "one two");
    assert_eq!(read("?disclosure=a%E2%80%AEb").disclosure, "ab", "nothing turns the line around");
    for parameter in PARAMETERS {
        let name = parameter.name.replace("<facet>", "kind");
        assert_eq!(read(&format!("?{name}=")), Settings::default(), "{name}");
        assert_eq!(read(&format!("?{name}={}", parameter.default)), Settings::default(), "{name}");
    }
}

#[test]
fn what_is_malformed_falls_back_and_is_listed() {
    let catalog = catalog();
    let id = &catalog.alternatives[0].id;
    for (query, name, value, why) in [
        ("?compact=true", "compact", "true", Why::UnknownValue),
        ("?theme=DIM", "theme", "dim", Why::UnknownValue),
        ("?ground=transparent", "ground", "transparent", Why::UnknownValue),
        ("?accent=red", "accent", "red", Why::UnknownValue),
        ("?accent=12345", "accent", "12345", Why::UnknownValue),
        ("?accent=%23%23123456", "accent", "##123456", Why::UnknownValue),
        ("?accent=12345g", "accent", "12345g", Why::UnknownValue),
        ("?accent=%D9%A1%D9%A2", "accent", "١٢", Why::UnknownValue),
        ("?accent=url(x)", "accent", "url(x)", Why::UnknownValue),
        ("?text-size=11", "text-size", "11", Why::UnknownValue),
        ("?text-size=25", "text-size", "25", Why::UnknownValue),
        ("?text-size=%2B16", "text-size", "+16", Why::UnknownValue),
        ("?text-size=16px", "text-size", "16px", Why::UnknownValue),
        ("?text-size=1e1", "text-size", "1e1", Why::UnknownValue),
        ("?text-size=99999999999", "text-size", "99999999999", Why::UnknownValue),
        ("?marks=off", "marks", "off", Why::UnknownValue),
        ("?emit=answers", "emit", "answers", Why::UnknownValue),
        ("?lang=xx", "lang", "xx", Why::UnknownValue),
        ("?only=nobody", "only", "nobody", Why::UnknownValue),
        (&format!("?only={id},{id}"), "only", id, Why::Repeated),
        ("?only.colour=red", "only.colour", "red", Why::UnknownParameter),
        ("?only.=red", "only.", "red", Why::UnknownParameter),
        ("?only.kind=huge", "only.kind", "huge", Why::UnknownValue),
        ("?theme=dark&theme=light", "theme", "light", Why::Repeated),
        (&format!("?disclosure={}", "é".repeat(141)), "disclosure", "é", Why::TooMuch(140)),
    ] {
        assert_eq!(ignored(query), [(name.to_owned(), value.to_owned(), why)], "{query}");
    }
    assert_eq!(ignored("?accent=red&q=x&foo=1").len(), 1, "the rest is somebody else's");
}

#[test]
fn a_restriction_that_leaves_nothing_is_ignored_and_said() {
    let catalog = catalog();
    let kind = catalog.find_facet("kind").unwrap();
    let facet = catalog.facet(kind);
    let holds = |at: usize, entry| facet.values[at].test.admits(entry);
    let (entry, value) = catalog
        .alternatives
        .iter()
        .find_map(|entry| {
            let value = (0..facet.values.len()).find(|at| !holds(*at, entry))?;
            Some((entry.id.as_ref(), facet.values[value].id.as_ref()))
        })
        .unwrap();
    let query = format!("?only={entry}&only.kind={value}&compact=yes");
    let (settings, _) = Settings::decode(&catalog, &query);
    assert_eq!(settings, Settings { compact: true, ..Settings::default() });
    let listed = |name: &str, value: &str| (name.to_owned(), value.to_owned(), Why::NothingLeft);
    assert_eq!(ignored(&query), [listed("only", entry), listed("only.kind", value)]);
}

#[test]
fn every_parameter_has_a_name_of_its_own_that_no_state_has() {
    let catalog = catalog();
    for (at, parameter) in PARAMETERS.iter().enumerate() {
        let name = parameter.name;
        assert!(PARAMETERS[..at].iter().all(|other| other.name != name), "{name}");
        let is_kebab = |letter: char| letter.is_ascii_lowercase() || "-.<>".contains(letter);
        assert!(name.chars().all(is_kebab), "{name}");
        let name = name.replace("<facet>", "kind");
        assert_eq!(permalink::decode(&catalog, &format!("?{name}=x")).ignored, [], "{name}");
    }
}

#[test]
fn a_page_of_its_own_keeps_the_content_and_not_the_frame() {
    let query = "?compact=yes&theme=dark&ground=none&accent=123456&text-size=20&only.kind=micro&emit=state\
                 &disclosure=Paid";
    assert_eq!(read(query).unframed().encode(), "?only.kind=micro&disclosure=Paid");
}
