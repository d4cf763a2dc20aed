//! Property 19: a single change that is said to put somebody first does so, and no cheaper one was missed.
//!
//! It takes the ranking as given; `rank_properties` holds it to its definition.

use proptest::prelude::*;
use stackfit::domain::decide::{Counterfactuals, rank};
use test_support::strategies::{cases, instances};

use super::all_changes::{all_changes, first};

proptest! {
    #![proptest_config(cases(400))]

    /// Property 19. Every change is ranked in full: the one that is named is the first of the cheapest
    /// ones, with the company that is named.
    #[test]
    fn nobody_is_put_first_by_a_cheaper_change_than_the_one_named(instance in instances()) {
        let table = instance.table();
        let ways = Counterfactuals::of(&table, &instance.answers);
        let ranking = rank(&table, &instance.answers);
        let leaders: Vec<_> = ranking.leaders().map(|ranked| ranked.alternative).collect();
        let mut tried: Vec<_> = all_changes(&table, &instance.answers)
            .into_iter()
            .filter(|tried| tried.after.total_weight() > 0)
            .map(|tried| (tried.cost, tried.change, first(&table, &tried.after)))
            .collect();
        tried.sort_by_key(|(cost, ..)| *cost);
        for id in table.alternatives() {
            let leads = leaders.contains(&id);
            let way = tried.iter().find(|(_, _, first)| first.contains(&id) != leads);
            let named = ways.puts_first(id);
            if leads {
                prop_assert_eq!(named, None);
                prop_assert_eq!(ways.dethrones(id), way.map(|(_, change, _)| *change));
            } else {
                prop_assert_eq!(ways.dethrones(id), None);
                prop_assert_eq!(
                    named.map(|way| (way.cost.0, way.change, way.shared)),
                    way.map(|(cost, change, first)| (*cost, *change, first.len() > 1))
                );
            }
        }
    }
}
