//! What age does to facts: an expired one gives the interval of an unknown one, and excludes nobody.
//!
//! Where the boundaries lie to the day is said beside `Freshness`.

use proptest::prelude::*;
use stackfit::domain::catalog::{Catalog, Date, Fact, Value};
use stackfit::domain::decide::{Ranking, UtilityTable, rank};

use test_support::strategies::{cases, catalogs, catalogs_with_state};

/// The day on which every fact of a generated catalog has expired.
const LATER: Date = Date { year: 2028, month: 11, day: 2 };

/// The last day on which none has.
const JUST_BEFORE: Date = Date { year: 2028, month: 11, day: 1 };

/// A catalog with some of its facts looked at anew, by the bits of a mask.
fn renewed(catalog: &Catalog, mask: u64, renew: impl Fn(&mut Fact)) -> Catalog {
    let mut catalog = catalog.clone();
    let facts = catalog.alternatives.iter_mut().flat_map(|entry| &mut entry.facts);
    for (_, fact) in facts.enumerate().filter(|(at, _)| mask >> (at % 61) & 1 == 1) {
        renew(fact);
    }
    catalog
}

fn excluded(ranking: &Ranking) -> Vec<usize> {
    ranking.excluded.iter().map(|unranked| unranked.alternative.index()).collect()
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn an_expired_fact_gives_the_interval_of_an_unknown_one(sample in catalogs(), mask in any::<u64>()) {
        let kept = renewed(&sample.catalog, mask, |fact| fact.checked = LATER);
        let unknown = renewed(&sample.catalog, !mask, |fact| fact.value = Value::Unknown);
        prop_assert_eq!(UtilityTable::as_of(&kept, LATER), UtilityTable::new(&unknown));
    }

    #[test]
    fn nothing_changes_before_the_day_on_which_a_fact_expires(sample in catalogs()) {
        prop_assert_eq!(UtilityTable::as_of(&sample.catalog, JUST_BEFORE), UtilityTable::new(&sample.catalog));
    }

    #[test]
    fn expiry_widens_what_each_utility_can_be((sample, state) in catalogs_with_state(), mask in any::<u64>()) {
        let aged = renewed(&sample.catalog, mask, |fact| fact.checked = LATER);
        let (before, after) = (UtilityTable::new(&aged), UtilityTable::as_of(&aged, LATER));
        for id in before.alternatives() {
            for (question, answer) in state.answers.iter() {
                let (old, new) = (before.earned(id, question, answer), after.earned(id, question, answer));
                prop_assert!(new.lo <= old.lo && old.hi <= new.hi, "{:?} {:?}", old, new);
            }
        }
    }

    #[test]
    fn expiry_excludes_nobody_by_a_must_have((sample, state) in catalogs_with_state(), mask in any::<u64>()) {
        let aged = renewed(&sample.catalog, mask, |fact| fact.checked = LATER);
        let before = excluded(&rank(&UtilityTable::new(&aged), &state.answers));
        let after = excluded(&rank(&UtilityTable::as_of(&aged, LATER), &state.answers));
        prop_assert!(after.iter().all(|id| before.contains(id)), "{:?} {:?}", before, after);
    }
}
