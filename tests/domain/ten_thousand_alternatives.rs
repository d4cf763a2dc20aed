//! Ten thousand alternatives: an ordinary input, with the same results as looking at each.
//!
//! It asserts no time; benchmarks do.

use stackfit::domain::browse::{CardIndex, Membership, SearchIndex, SortBy};
use stackfit::domain::catalog::{AltId, Catalog};
use stackfit::domain::compare::Comparison;
use stackfit::domain::decide::rank::Verdict;
use stackfit::domain::decide::{Score, UtilityTable, contributions, rank, reasons};
use stackfit::domain::permalink::{decode, encode};
use stackfit::domain::state::{Action, State};
use test_support::generated::generated_catalog;
use test_support::reference;

const N: usize = 10_000;

/// Every so many one is looked at by hand: a prime, so that no pattern of the generator is missed.
const STEP: usize = 97;

/// The catalog and a state in which something of everything is chosen.
fn scene() -> (Catalog, State) {
    let catalog = generated_catalog(N, 42);
    let facet = |id: &str| catalog.find_facet(id).expect("a facet");
    let question = |id: &str| catalog.find_question(id).expect("a question");
    let some: Vec<_> = catalog.alternative_ids().step_by(N / 4).collect();
    let mut actions = vec![
        Action::ToggleFacet(facet("language"), 0),
        Action::ToggleFacet(facet("language"), 3),
        Action::ToggleFacet(facet("included"), 5),
        Action::ToggleOption(question("language"), 0),
        Action::ToggleOption(question("language"), 3),
        Action::ToggleMust(question("language"), 0),
        Action::ToggleOption(question("uses"), 1),
        Action::ToggleOption(question("uses"), 4),
        Action::ToggleOption(question("hosting"), 1),
        Action::ToggleOption(question("hosting"), 2),
        Action::ToggleMust(question("hosting"), 1),
        Action::ToggleOption(question("data"), 0),
        Action::ToggleOption(question("learning"), 0),
        Action::ToggleOption(question("protocols"), 0),
        Action::ToggleOption(question("protocols"), 1),
    ];
    actions.extend(some.into_iter().map(Action::ToggleCompared));
    let state = actions.into_iter().fold(State::new(&catalog), |state, action| {
        state.apply(&catalog, action).expect("each changes something")
    });
    (catalog, state)
}

fn sample(catalog: &Catalog) -> impl Iterator<Item = AltId> {
    catalog.alternative_ids().step_by(STEP)
}

#[test]
fn ten_thousand_are_filtered_and_counted() {
    let (catalog, state) = scene();
    let filtered = Membership::new(&catalog).filter(&state.chosen, None);
    let all = catalog.alternative_ids();
    let passing: Vec<_> = all.filter(|id| reference::passes(&catalog, &state, *id, None)).collect();
    assert!(!passing.is_empty() && passing.len() < N / 2, "{} is no sample", passing.len());
    assert_eq!(filtered.passing, passing);
    for facet in catalog.facet_ids() {
        let others = |id: &AltId| reference::passes(&catalog, &state, *id, Some(facet));
        let others: Vec<_> = catalog.alternative_ids().filter(others).collect();
        for value in (0..catalog.facet(facet).values.len()).step_by(3) {
            let has = |id: &&AltId| reference::has(&catalog, **id, facet, value);
            let n = others.iter().filter(has).count();
            assert_eq!(filtered.having(facet, value), u32::try_from(n).unwrap());
        }
    }
}

#[test]
fn ten_thousand_are_searched() {
    let (catalog, _) = scene();
    let index = SearchIndex::new(&catalog);
    let all = reference::said_at_all(&catalog);
    let said = sample(&catalog).chain([AltId(4000), AltId(7000)]);
    let said: Vec<_> = said.map(|id| (id, reference::said_of(&catalog, id))).collect();
    let name = |at: usize| reference::words(&catalog.alternatives[at].name)[0].clone();
    let (whole, typo) = (name(4000), format!("{}x", &name(7000)[..5]));
    for query in
        [whole.as_str(), &whole[..3], &typo, "c# social", "pyhton", "kit ba", "nothing-like-it"]
    {
        let matches = index.search(&catalog, query).expect("it has words");
        let scores = matches.scores();
        assert_eq!(scores.len(), N);
        let plain = reference::Query::new(&all, query);
        for (id, said) in &said {
            let found = plain.finds(said);
            assert_eq!(
                scores[id.index()] > 0,
                found,
                "{query} and {}",
                catalog.alternative(*id).name
            );
        }
    }
    let found = |query: &str, at: usize| index.search(&catalog, query).unwrap().scores()[at] > 0;
    assert!(found(&whole, 4000) && found(&typo, 7000));
}

#[test]
fn ten_thousand_are_ranked_and_explained() {
    let (catalog, state) = scene();
    let table = UtilityTable::new(&catalog);
    let ranking = rank(&table, &state.answers);
    let n = ranking.eligible.len() + ranking.unconfirmed.len() + ranking.excluded.len();
    assert_eq!(n, N);
    assert!(!ranking.eligible.is_empty() && !ranking.unconfirmed.is_empty());
    let numerators: Vec<_> = catalog
        .alternative_ids()
        .map(|id| {
            let (low, high, weight) = reference::points(&table, &state.answers, id);
            assert_eq!(weight, 5, "all that was asked for, but for the must-haves");
            low + high
        })
        .collect();
    let musts = reference::must_haves(&table, &state.answers);
    for id in sample(&catalog) {
        let verdicts: Vec<_> =
            musts.iter().map(|must| reference::verdict(&table, id, *must)).collect();
        let place = ranking.place(id);
        assert_eq!(place.is_some(), verdicts.iter().all(|verdict| *verdict == Verdict::Passes));
        let excluded = ranking.excluded.iter().any(|out| out.alternative == id);
        assert_eq!(excluded, verdicts.contains(&Verdict::Fails));
        let score = Score::of(&table, &state.answers, id).expect("answered");
        assert_eq!(u64::from(score.numerator()), numerators[id.index()]);
        let shown = contributions(&table, &state.answers, id);
        assert_eq!(shown.iter().map(|part| part.tenths.0).sum::<u32>(), score.tenths().0);
        let found = reasons(&table, &state.answers, id);
        assert!(found.pros.len() + found.cons.len() >= shown.len());
        if let Some(place) = place {
            let better = ranking
                .eligible
                .iter()
                .filter(|other| numerators[other.alternative.index()] > numerators[id.index()]);
            assert_eq!(usize::from(place.rank), better.count() + 1);
        }
    }
}

#[test]
fn ten_thousand_are_listed_compared_and_linked_to() {
    let (catalog, state) = scene();
    let table = UtilityTable::new(&catalog);
    let ranking = rank(&table, &state.answers);
    let cards = CardIndex::new(&catalog);
    let name = |id: &AltId| reference::words(&catalog.alternative(*id).name).join(" ");
    let by_name = cards.list(&catalog, &state.chosen, "", Some(SortBy::Name), &ranking);
    assert!(by_name.found.is_sorted_by_key(name));
    let by_fit = cards.list(&catalog, &state.chosen, "", None, &ranking);
    let eligible = ranking.eligible.iter().map(|ranked| ranked.alternative);
    let first: Vec<_> = eligible.filter(|id| by_fit.found.contains(id)).collect();
    let points = |id: &AltId| Score::of(&table, &state.answers, *id).map(Score::numerator);
    let (found, rest) = by_fit.found.split_at(first.len());
    assert_eq!(
        found.iter().map(points).collect::<Vec<_>>(),
        first.iter().map(points).collect::<Vec<_>>()
    );
    assert!(rest.iter().all(|id| ranking.place(*id).is_none()));

    let comparison = Comparison::new(&catalog, &table, &state.answers, &state.compared);
    assert_eq!(comparison.columns.len(), 4);
    for row in comparison.groups.iter().flat_map(|group| &group.rows) {
        let value = |id: &AltId| &catalog.alternative(*id).fact(row.criterion).value;
        let first = value(&state.compared[0]);
        assert_eq!(row.differs, state.compared.iter().any(|id| value(id) != first));
    }
    assert_eq!(decode(&catalog, &encode(&catalog, &state)).state, state);
}

#[test]
fn names_and_ids_are_unique_at_any_size() {
    let catalog = generated_catalog(N, 42);
    let mut names: Vec<_> = catalog
        .alternatives
        .iter()
        .map(|alternative| reference::words(&alternative.name).join(" "))
        .collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), N);
    assert!(catalog.alternatives.is_sorted_by(|one, other| one.id < other.id));
    assert_eq!(generated_catalog(50, 9), generated_catalog(50, 9), "the same for the same seed");
    assert_ne!(generated_catalog(50, 9), generated_catalog(50, 10));
}
