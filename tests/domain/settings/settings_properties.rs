//! Settings: no query breaks them, they come back from their own query, and what is malformed is listed.
//!
//! It looks at no page; what a setting does to it is for the tests of rendering and of the browser.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use stackfit::domain::catalog::{AltId, Catalog};
use stackfit::domain::permalink;
use stackfit::domain::query::{Why, merge_queries};
use stackfit::domain::settings::{
    Key, LONGEST_DISCLOSURE, PARAMETERS, Settings, Theme, is_parameter,
};

use test_support::generated::generated_catalog;
use test_support::strategies::{cases, catalogs_with_state, states_of};

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
        any::<(bool, bool, bool, bool)>(),
    );
    parts.prop_map(|(compact, theme, accent, text_size, only, values, disclosure, switches)| {
        let (is_see_through, hides_marks, keeps, emits_state) = switches;
        Settings {
            compact,
            theme,
            is_see_through,
            accent,
            text_size,
            only,
            only_values: values.into_iter().filter(|(_, ids)| !ids.is_empty()).collect(),
            disclosure,
            hides_marks,
            keeps,
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
            // A second query may be appended to a value.
            let harmless = !is_parameter(name)
                || value.contains('?')
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
        for address in [merge_queries(&one, &other), merge_queries(&other, &one)] {
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
        let at = |id: &str| catalog.find_alternative(id).map_or(0, AltId::index);
        let is_kept = |id: &str| kept >> (at(id) % 64) & 1 == 1;
        let ids: Vec<_> = catalog
            .alternative_ids()
            .filter(|id| is_kept(&catalog.alternative(*id).id))
            .collect();
        let restricted = Catalog::clone(catalog).restricted(&ids);
        let expected: Vec<_> =
            catalog.alternatives.iter().filter(|entry| is_kept(&entry.id)).cloned().collect();
        prop_assert_eq!(&restricted.alternatives, &expected);
        let whole = Catalog { alternatives: catalog.alternatives.clone(), ..restricted.clone() };
        prop_assert_eq!(&whole, &**catalog, "nothing else changes");
        // A link to the whole catalog opens; who is not there is listed.
        let link = permalink::encode(catalog, &state);
        let decoded = permalink::decode(&restricted, &link);
        let without = state.answers.without();
        let lost = state.compared.iter().chain(&state.open).chain(&state.in_use);
        // The answers of the person who is looked at are written once, with the team.
        let own = if state.person.is_none() { without } else { &[] };
        let of_team = state.team.iter().flat_map(|member| member.answers.without());
        let lost = lost.chain(&state.choice).chain(own).chain(of_team);
        let n_lost = lost.filter(|id| !is_kept(&catalog.alternative(**id).id)).count();
        prop_assert_eq!(decoded.ignored.len(), n_lost);
        let given = decoded.state.answers.iter().collect::<Vec<_>>();
        prop_assert_eq!(given, state.answers.iter().collect::<Vec<_>>());
        let out = without.iter().map(|id| &catalog.alternative(*id).id).filter(|id| is_kept(id));
        let still_out = decoded.state.answers.without().iter();
        let still_out = still_out.map(|id| &restricted.alternative(*id).id);
        prop_assert!(still_out.eq(out));
    }
}
