//! What facts were in older catalogs: the editions give back each of them, and what has changed since
//! matters only where it earns somebody something else.

use proptest::prelude::*;
use stackfit::domain::catalog::{AltId, Alternative, Catalog, CriterionId, Date, Edition, Value};
use stackfit::domain::decide::{Answers, Score, Since, UtilityTable, rank};

use test_support::generated::generated_catalog;
use test_support::rng::Rng;
use test_support::strategies::{Sample, cases, catalogs, states_of};

/// The day of the edition at a position.
fn day(at: usize) -> Date {
    Date { year: 2026, month: 1, day: u8::try_from(at + 1).expect("few editions") }
}

/// A catalog with some facts of another one of the same size.
fn mixed(catalog: &Catalog, other: &Catalog, one_in: usize, rng: &mut Rng) -> Catalog {
    let mut mixed = catalog.clone();
    for (entry, others) in mixed.alternatives.iter_mut().zip(&other.alternatives) {
        for (fact, other) in entry.facts.iter_mut().zip(&others.facts) {
            if rng.one_in(one_in) {
                fact.value = other.value.clone();
            }
        }
    }
    mixed
}

/// What one catalog has otherwise than the next.
fn edition(date: Date, then: &Catalog, next: &Catalog) -> Edition {
    let entries = then.alternatives.iter().zip(&next.alternatives).filter_map(|(then, next)| {
        let values: Vec<_> = (0_u8..)
            .map(CriterionId)
            .zip(then.facts.iter().zip(&next.facts))
            .filter(|(_, (then, next))| then.value != next.value)
            .map(|(id, (then, _))| (id, then.value.clone()))
            .collect();
        (!values.is_empty()).then(|| (then.id.clone(), values))
    });
    Edition { date, incomparable: Vec::new(), added: Vec::new(), entries: entries.collect() }
}

/// A catalog with its history, and the catalogs of that history.
fn with_history(sample: &Sample, n: usize, seed: u64) -> (Catalog, Vec<Catalog>) {
    let mut rng = Rng::new(seed);
    let size = sample.catalog.alternatives.len();
    let mut older = vec![(*sample.catalog).clone()];
    for _ in 0..n {
        let other = generated_catalog(size, rng.bits());
        let last = older.last().expect("there is one").clone();
        older.push(mixed(&last, &other, 6, &mut rng));
    }
    let now = older.pop().expect("there is one");
    let mut catalog = now.clone();
    let nexts = older.iter().skip(1).chain([&now]);
    let editions = older.iter().zip(nexts).enumerate();
    catalog.history = editions.map(|(at, (then, next))| edition(day(at), then, next)).collect();
    (catalog, older)
}

fn values(catalog: &Catalog) -> Vec<Vec<&Value>> {
    catalog.alternatives.iter().map(entry_values).collect()
}

fn entry_values(entry: &Alternative) -> Vec<&Value> {
    entry.facts.iter().map(|fact| &fact.value).collect()
}

fn ranked(table: &UtilityTable, answers: &Answers) -> Vec<(AltId, Option<Score>)> {
    let ranking = rank(table, answers);
    ranking.eligible.iter().map(|one| (one.alternative, one.score)).collect()
}

fn histories() -> impl Strategy<Value = (Catalog, Vec<Catalog>, Answers)> {
    (catalogs(), 1_usize..4, any::<u64>()).prop_flat_map(|(sample, n, seed)| {
        let (catalog, older) = with_history(&sample, n, seed);
        let states = states_of(&catalog);
        (Just(catalog), Just(older), states.prop_map(|state| state.answers))
    })
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn each_older_catalog_is_given_back((catalog, older, _) in histories()) {
        for (at, then) in older.iter().enumerate() {
            let past = catalog.past(day(at)).expect("it has an edition");
            prop_assert_eq!(past.date, day(at));
            prop_assert_eq!(values(&past.catalog), values(then));
            for id in catalog.alternative_ids() {
                for criterion in catalog.criterion_ids() {
                    let differs = then.alternative(id).fact(criterion).value
                        != catalog.alternative(id).fact(criterion).value;
                    prop_assert_eq!(past.changed.contains(&(id, criterion)), differs);
                }
            }
        }
        // Of an older day the oldest edition is the nearest; of a later one nothing is known.
        let early = Date { year: 2025, month: 0, day: 0 };
        prop_assert_eq!(catalog.past(early).map(|past| past.date), Some(day(0)));
        prop_assert!(catalog.past(day(older.len())).is_none());
    }

    #[test]
    fn only_what_changes_points_or_must_haves_matters((catalog, older, answers) in histories()) {
        for (at, then) in older.iter().enumerate() {
            let since = Since::of(&catalog, &answers, day(at)).expect("it has an edition");
            let now = ranked(&UtilityTable::new(&catalog), &answers);
            let before = ranked(&UtilityTable::as_of(then, catalog.subject.date), &answers);
            if since.changed.is_empty() {
                let mut sorted = [now.clone(), before.clone()];
                for all in &mut sorted {
                    all.sort_by_key(|(id, _)| *id);
                }
                prop_assert_eq!(&sorted[0], &sorted[1], "nothing matters");
            }
            // Whose points are others, or who is ranked by one only, has a fact that matters.
            for (id, score) in now.iter().chain(&before) {
                let same = now.contains(&(*id, *score)) && before.contains(&(*id, *score));
                let has_one = since.changed.iter().any(|one| one.alternative == *id);
                prop_assert!(same || has_one, "{id:?}");
            }
            for one in &since.changed {
                let of = |it: &Catalog| it.alternative(one.alternative).fact(one.criterion).value.clone();
                let (then, now) = (of(then), of(&catalog));
                prop_assert_eq!(&then, &one.then);
                prop_assert_ne!(then, now);
            }
        }
    }

    #[test]
    fn what_stands_apart_and_who_was_added_is_compared_with_nothing(
        (mut catalog, _, answers) in histories()
    ) {
        let all: Vec<_> = catalog.criterion_ids().collect();
        let ids: Vec<_> = catalog.alternatives.iter().map(|entry| entry.id.clone()).collect();
        for edition in &mut catalog.history {
            edition.incomparable.clone_from(&all);
            edition.added.clone_from(&ids);
        }
        let since = Since::of(&catalog, &answers, day(0)).expect("it has an edition");
        prop_assert!(since.changed.is_empty());
        prop_assert_eq!(since.added.len(), ids.len(), "each once");
    }
}
