//! Settings: no query breaks them, they come back from their own query, and what is malformed is listed.
//!
//! # What this module does not do
//! It looks at no page; what a setting does to it is for the tests of rendering and of the browser.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use stackfit::domain::catalog::Catalog;
use stackfit::domain::permalink::{self, Ignored, Why, joined};
use stackfit::domain::settings::{
    Key, LONGEST_DISCLOSURE, PARAMETERS, Settings, Theme, is_parameter,
};

use crate::support::catalogs::generated_catalog;
use crate::support::strategies::{cases, catalogs_with_state, states_of};

/// The catalog that the queries are about.
fn catalog() -> Catalog {
    generated_catalog(12, 5)
}

/// Settings that a query of [`catalog`] can bring about.
fn settings() -> impl Strategy<Value = Settings> {
    let catalog = catalog();
    let ids: Vec<String> = catalog.alternatives.iter().map(|entry| entry.id.to_string()).collect();
    let most = ids.len();
    let values: Vec<_> = catalog
        .facets
        .iter()
        .map(|facet| {
            let ids: Vec<_> = facet.values.iter().map(|value| value.id.to_string()).collect();
            let n = ids.len();
            let id = facet.id.to_string();
            prop_oneof![3 => Just(Vec::new()), 1 => subsequence(ids, 1..=n)]
                .prop_map(move |ids| (id.clone(), ids))
        })
        .collect();
    let disclosure = "[ -~äß€]{0,160}".prop_map(|text: String| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.chars().take(LONGEST_DISCLOSURE).collect::<String>().trim_end().to_owned()
    });
    let parts = (
        any::<bool>(),
        select(vec![Theme::Auto, Theme::Light, Theme::Dark]),
        prop::option::of("[0-9a-f]{6}"),
        prop::option::of(12_u8..=24),
        prop_oneof![1 => Just(Vec::new()), 1 => subsequence(ids, 1..=most).prop_shuffle()],
        values,
        disclosure,
        any::<bool>(),
    );
    parts.prop_map(|(compact, theme, accent, text_size, only, values, disclosure, emits_state)| {
        Settings {
            compact,
            theme,
            accent,
            text_size,
            only,
            only_values: values.into_iter().filter(|(_, ids)| !ids.is_empty()).collect(),
            disclosure,
            emits_state,
        }
    })
}

/// Queries with settings as they are, as they might be, and as they are not.
fn queries() -> impl Strategy<Value = String> {
    let catalog = catalog();
    let mut names: Vec<String> = PARAMETERS
        .iter()
        .filter(|parameter| parameter.key != Key::OnlyValues)
        .map(|parameter| parameter.name.to_owned())
        .collect();
    names.extend(["only.", "only.x", "view", "q", ""].map(ToOwned::to_owned));
    names.extend(catalog.facets.iter().map(|facet| format!("only.{}", facet.id)));
    let mut values: Vec<String> =
        ["yes", "no", "dark", "auto", "%23AbCdEf", "12345", "24", "25", "en", "de", "state", " "]
            .map(ToOwned::to_owned)
            .into();
    values.extend(catalog.alternatives.iter().map(|entry| entry.id.to_string()));
    for facet in &catalog.facets {
        values.extend(facet.values.iter().map(|value| value.id.to_string()));
    }
    let value = prop_oneof![
        6 => vec(select(values), 1..4).prop_map(|values| values.join(",")),
        1 => "\\PC{0,160}",
        1 => "[%+,&=#0-9a-f]{0,12}",
    ];
    let pair = (select(names), value).prop_map(|(name, value)| format!("{name}={value}"));
    vec(pair, 0..8).prop_map(|pairs| format!("?{}", pairs.join("&")))
}

/// Whether some entry is left.
fn leaves_some(catalog: &Catalog, settings: &Settings) -> bool {
    catalog.alternatives.iter().any(|entry| settings.keeps(catalog, entry))
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn settings_come_back_from_their_own_query(settings in settings()) {
        let catalog = catalog();
        let query = settings.encode();
        let (again, ignored) = Settings::decode(&catalog, &query);
        if leaves_some(&catalog, &settings) {
            prop_assert_eq!(&again, &settings, "{}", query);
            prop_assert_eq!(ignored, vec![]);
        } else {
            prop_assert!(ignored.iter().all(|part| part.why == Why::NothingLeft), "{ignored:?}");
            prop_assert_eq!(again.encode(), Settings {
                only: Vec::new(), only_values: Vec::new(), ..settings
            }.encode());
        }
    }

    #[test]
    fn any_query_gives_settings_that_are_stable_and_leave_something(
        query in prop_oneof![1 => any::<String>(), 4 => queries()],
    ) {
        let catalog = catalog();
        let (settings, ignored) = Settings::decode(&catalog, &query);
        prop_assert!(leaves_some(&catalog, &settings));
        prop_assert!(settings.disclosure.chars().count() <= LONGEST_DISCLOSURE);
        prop_assert!(!settings.disclosure.contains(char::is_control));
        prop_assert!(ignored.iter().all(|part| is_parameter(&part.name)), "{ignored:?}");
        let (again, ignored) = Settings::decode(&catalog, &settings.encode());
        prop_assert_eq!(again, settings);
        prop_assert_eq!(ignored, vec![]);
    }

    /// A setting that made no difference says the default, or is listed.
    #[test]
    fn no_setting_is_lost_silently(query in queries()) {
        let catalog = catalog();
        let (settings, ignored) = Settings::decode(&catalog, &query);
        let pairs: Vec<&str> = query.trim_start_matches('?').split('&').collect();
        for at in 0..pairs.len() {
            let (name, value) = pairs[at].split_once('=').unwrap_or((pairs[at], ""));
            let mut others = pairs.clone();
            others.remove(at);
            let without = Settings::decode(&catalog, &others.join("&"));
            let is_default = PARAMETERS.iter().any(|parameter| {
                parameter.name == name && !parameter.default.is_empty() && parameter.default == value
            });
            let turning = |letter: char| {
                matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            };
            let harmless = !is_parameter(name)
                || is_default
                || value.replace("%0", "+").chars().all(|letter| " +,".contains(letter)
                    || letter.is_whitespace() || letter.is_control() || turning(letter));
            let changed = without != (settings.clone(), ignored.clone());
            prop_assert!(changed || harmless, "{} in {}", pairs[at], query);
        }
    }

    /// The state and the settings stand in one address and do not disturb each other.
    #[test]
    fn state_and_settings_share_an_address(
        (state, settings) in (states_of(&catalog()), settings()),
    ) {
        let catalog = catalog();
        let (settings, _) = Settings::decode(&catalog, &settings.encode());
        let (one, other) = (permalink::encode(&catalog, &state), settings.encode());
        for address in [joined(&one, &other), joined(&other, &one)] {
            let decoded = permalink::decode(&catalog, &address);
            prop_assert_eq!(&decoded.state, &state, "{}", address);
            prop_assert_eq!(decoded.ignored, vec![]);
            let (again, ignored) = Settings::decode(&catalog, &address);
            prop_assert_eq!(&again, &settings, "{}", address);
            prop_assert_eq!(ignored, vec![]);
            prop_assert!(address.is_empty() || address.starts_with('?'));
            prop_assert!(!address[address.len().min(1)..].contains('?'));
        }
    }

    /// A catalog with fewer entries is a catalog like any other.
    #[test]
    fn a_restricted_catalog_has_who_is_kept_in_the_same_order(
        (sample, state) in catalogs_with_state(),
        kept in any::<u64>(),
    ) {
        let catalog = &sample.catalog;
        let at = |id: &str| catalog.find_alternative(id).map_or(0, |id| id.index());
        let is_kept = |id: &str| kept >> (at(id) % 64) & 1 == 1;
        let restricted = catalog.restricted(&|entry| is_kept(&entry.id));
        let expected: Vec<_> =
            catalog.alternatives.iter().filter(|entry| is_kept(&entry.id)).cloned().collect();
        prop_assert_eq!(&restricted.alternatives, &expected);
        let whole = Catalog { alternatives: catalog.alternatives.clone(), ..restricted.clone() };
        prop_assert_eq!(&whole, &**catalog, "nothing else changes");
        // A link to the whole catalog opens; who is not there is listed.
        let link = permalink::encode(catalog, &state);
        let decoded = permalink::decode(&restricted, &link);
        let lost = state.compared.iter().chain(&state.open);
        let n_lost = lost.filter(|id| !is_kept(&catalog.alternative(**id).id)).count();
        prop_assert_eq!(decoded.ignored.len(), n_lost);
        prop_assert_eq!(decoded.state.answers, state.answers);
    }
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
        ("?accent=AABB00", Settings { accent: Some("aabb00".to_owned()), ..default() }),
        ("?accent=%23aabb00", Settings { accent: Some("aabb00".to_owned()), ..default() }),
        ("?text-size=12", Settings { text_size: Some(12), ..default() }),
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
        ("?theme=DARK", "theme", "DARK", Why::UnknownValue),
        ("?accent=red", "accent", "red", Why::UnknownValue),
        ("?accent=12345", "accent", "12345", Why::UnknownValue),
        ("?accent=%23%23123456", "accent", "##123456", Why::UnknownValue),
        ("?accent=12345g", "accent", "12345g", Why::UnknownValue),
        ("?accent=%EF%BC%91%EF%BC%92", "accent", "１２", Why::UnknownValue),
        ("?accent=url(x)", "accent", "url(x)", Why::UnknownValue),
        ("?text-size=11", "text-size", "11", Why::UnknownValue),
        ("?text-size=25", "text-size", "25", Why::UnknownValue),
        ("?text-size=%2B16", "text-size", "+16", Why::UnknownValue),
        ("?text-size=16px", "text-size", "16px", Why::UnknownValue),
        ("?text-size=1e1", "text-size", "1e1", Why::UnknownValue),
        ("?text-size=99999999999", "text-size", "99999999999", Why::UnknownValue),
        ("?emit=answers", "emit", "answers", Why::UnknownValue),
        ("?lang=xx", "lang", "xx", Why::UnknownValue),
        ("?only=nobody", "only", "nobody", Why::UnknownValue),
        (&format!("?only={id},{id}"), "only", id, Why::Repeated),
        ("?only.colour=red", "only.colour", "red", Why::UnknownParameter),
        ("?only.=red", "only.", "red", Why::UnknownParameter),
        ("?only.kind=huge", "only.kind", "huge", Why::UnknownValue),
        ("?theme=dark&theme=light", "theme", "light", Why::Repeated),
        (&format!("?disclosure={}", "é".repeat(141)), "disclosure", "é", Why::TooMuch),
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
    let query = "?compact=yes&theme=dark&accent=123456&text-size=20&only.kind=micro&emit=state\
                 &disclosure=Paid";
    assert_eq!(read(query).unframed().encode(), "?only.kind=micro&disclosure=Paid");
}
