//! Filters and their counts against counting by hand.
//!
//! It does not search; who matches a search is given.

use proptest::collection::vec;
use proptest::prelude::*;
use stackfit::domain::browse::Membership;
use stackfit::domain::catalog::{AltId, FacetId};

use test_support::reference::{bits, has, passes};
use test_support::strategies::{cases, catalogs_with_state};

proptest! {
    #![proptest_config(cases(150))]

    /// Between facets all must hold, within a facet any; a score of 0 is no match.
    #[test]
    fn those_pass_that_have_a_chosen_value_of_every_facet(
        (sample, state) in catalogs_with_state(),
        scores in prop::option::of(vec(0_u32..3, 30)),
    ) {
        let catalog = &sample.catalog;
        let filtered = Membership::new(catalog).filter(&state.chosen, scores.as_deref());
        let matches = |id: &AltId| scores.as_ref().is_none_or(|scores| scores[id.index()] > 0);
        let expected = catalog.alternative_ids().filter(|id| passes(catalog, &state, *id, None));
        prop_assert_eq!(filtered.passing, expected.filter(matches).collect::<Vec<_>>());
    }

    /// The count beside a value: who has it, among those that pass the search and all other facets.
    #[test]
    fn having_counts_those_that_pass_everything_but_the_facet_itself(
        (sample, state) in catalogs_with_state(),
        scores in prop::option::of(vec(0_u32..3, 30)),
    ) {
        let catalog = &sample.catalog;
        let filtered = Membership::new(catalog).filter(&state.chosen, scores.as_deref());
        let matches = |id: &AltId| scores.as_ref().is_none_or(|scores| scores[id.index()] > 0);
        for facet in catalog.facet_ids() {
            for value in 0..catalog.facet(facet).values.len() {
                let n = catalog
                    .alternative_ids()
                    .filter(matches)
                    .filter(|id| passes(catalog, &state, *id, Some(facet)))
                    .filter(|id| has(catalog, *id, facet, value))
                    .count();
                prop_assert_eq!(filtered.having(facet, value), u32::try_from(n).unwrap());
            }
        }
    }

    /// The values are offered by how many have them, and what nearly all have comes last.
    #[test]
    fn what_most_have_is_offered_first_and_what_nearly_all_have_last(
        (sample, _) in catalogs_with_state(),
    ) {
        let catalog = &sample.catalog;
        let membership = Membership::new(catalog);
        let n_all = catalog.alternatives.len();
        for facet in catalog.facet_ids() {
            let values = membership.offered(facet);
            let n_values = catalog.facet(facet).values.len();
            let mut each: Vec<_> = values.iter().map(|value| usize::from(*value)).collect();
            each.sort_unstable();
            prop_assert_eq!(each, (0..n_values).collect::<Vec<_>>());
            let place = |value: &u8| {
                let having = |id: &AltId| has(catalog, *id, facet, usize::from(*value));
                let n = catalog.alternative_ids().filter(having).count();
                (n > n_all * 3 / 4, std::cmp::Reverse(if n > n_all * 3 / 4 { 0 } else { n }), *value)
            };
            prop_assert!(values.windows(2).all(|pair| place(&pair[0]) < place(&pair[1])));
        }
    }

    #[test]
    fn membership_is_who_has_what(
        (sample, state) in catalogs_with_state(),
    ) {
        let catalog = &sample.catalog;
        let membership = Membership::new(catalog);
        for id in catalog.alternative_ids() {
            for (facet, row) in catalog.facet_ids().zip(membership.row(id)) {
                let n = catalog.facet(facet).values.len();
                let expected: Vec<_> = (0..n).filter(|at| has(catalog, id, facet, *at)).collect();
                prop_assert_eq!(bits(*row), expected);
            }
        }
        let chosen: Vec<_> = state.chosen.iter().collect();
        let all = catalog.facet_ids().map(|facet| (facet, state.chosen.of(facet)));
        let n_values: usize = chosen.iter().map(|(_, values)| bits(*values).len()).sum();
        prop_assert_eq!(chosen, all.filter(|(_, values)| *values != 0).collect::<Vec<_>>());
        prop_assert_eq!(state.chosen.n_values(), u32::try_from(n_values).unwrap());
        let beyond = FacetId(u8::try_from(catalog.facets.len()).unwrap());
        prop_assert_eq!(state.chosen.of(beyond), 0, "no such facet, nothing chosen");
    }
}
