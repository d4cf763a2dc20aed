//! The catalogs that the tests run on: each breaks no rule, and has what the tests need of it.

use stackfit::authoring::Checked;
use stackfit::domain::catalog::{Kind, Value};
use test_support::catalogs::{DATABASES, FROZEN, SMALLEST, checked};

#[test]
fn the_smallest_catalog_is_valid_and_has_one_of_everything() {
    let catalog = checked(SMALLEST).catalog;
    assert_eq!(catalog.alternatives.len(), 2);
    let kinds = |wanted: fn(&Kind) -> bool| catalog.criteria.iter().any(|c| wanted(&c.kind));
    assert!(
        kinds(|kind| matches!(kind, Kind::One(_))) && kinds(|kind| matches!(kind, Kind::Many(_)))
    );
    assert!(kinds(|kind| *kind == Kind::Text) && kinds(|kind| *kind == Kind::Date));
    assert!(catalog.criteria.iter().any(|criterion| criterion.editorial));
    assert!(catalog.scales.iter().any(|scale| scale.id == "provision"));
    let facts = catalog.alternatives.iter().flat_map(|alternative| &alternative.facts);
    assert!(facts.into_iter().any(|fact| fact.value == Value::Unknown));
    assert!(!catalog.facets.is_empty() && !catalog.sorts.is_empty() && !catalog.faqs.is_empty());
}

#[test]
fn a_catalog_of_databases_breaks_no_rule_either() {
    let Checked { catalog, evidence, .. } = checked(DATABASES);
    assert_eq!((&*catalog.subject.one, &*catalog.subject.many), ("database", "databases"));
    assert_eq!(catalog.alternatives.len(), 5);
    assert!(catalog.subject.shared.is_none() && catalog.subject.contest.is_none());
    assert!(evidence.dossiers.iter().all(|dossier| !dossier.drawbacks.is_empty()));
}

/// Tests of the interface need more cards than are shown at first, and a reason to look for each view.
#[test]
fn the_frozen_catalog_is_large_enough_for_the_tests_of_the_interface() {
    let Checked { catalog, evidence, .. } = checked(FROZEN);
    assert!((13..=20).contains(&catalog.alternatives.len()), "few enough to read");
    assert!(evidence.dossiers.iter().all(|dossier| !dossier.drawbacks.is_empty()));
    let facts = catalog.alternatives.iter().flat_map(|alternative| &alternative.facts);
    assert!(facts.into_iter().any(|fact| fact.value == Value::Unknown));
    assert!(catalog.subject.contest.is_some() && catalog.subject.shared.is_some());
}
