//! Who is not ranked for all and why, and what to give up, by trying every set.

use proptest::prelude::*;
use stackfit::domain::catalog::AltId;
use stackfit::domain::decide::rank::Verdict;
use stackfit::domain::team::{Objection, Obstacle, concessions, objections};

use super::group::{Group, groups, strict_groups};
use test_support::reference;
use test_support::strategies::cases;

/// How many objections are tried in all sets.
const MOST: usize = 12;

/// What stands in the way of an alternative: what fails, and what is not known.
fn standing(group: &Group, id: AltId) -> [Vec<Objection>; 2] {
    let table = group.table();
    let mut all = [Vec::new(), Vec::new()];
    for (person, member) in group.people.iter().enumerate() {
        for must in reference::must_haves(&table, &member.answers) {
            let objection = Objection { person, obstacle: Obstacle::Must(must) };
            match reference::verdict(&table, id, must) {
                Verdict::Passes => {}
                Verdict::Fails => all[0].push(objection),
                Verdict::Unknown => all[1].push(objection),
            }
        }
        if member.answers.without().contains(&id) {
            all[0].push(Objection { person, obstacle: Obstacle::TakenOut(id) });
        }
    }
    all
}

fn as_set(objections: &[Objection], universe: &[Objection]) -> u32 {
    let place = |one: &Objection| universe.iter().position(|other| other == one).unwrap();
    objections.iter().map(|one| 1 << place(one)).sum()
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn whoever_fails_anybody_is_listed_with_whose_and_which(group in prop_oneof![groups(), strict_groups()]) {
        let table = group.table();
        let barred = objections(&table, &group.people);
        let pool = group.pool();
        prop_assert_eq!(barred.len() + pool.len(), table.n_alternatives());
        for one in &barred {
            prop_assert!(!pool.contains(&one.alternative));
            let [fails, unknown] = standing(&group, one.alternative);
            prop_assert_eq!(&one.fails, &fails);
            prop_assert_eq!(&one.unknown, &unknown);
        }
    }

    #[test]
    fn concessions_are_all_the_minimal_ones(group in strict_groups()) {
        if !group.pool().is_empty() {
            return Ok(());
        }
        let table = group.table();
        let all: Vec<_> = table.alternatives().map(|id| standing(&group, id).concat()).collect();
        let mut universe: Vec<Objection> = Vec::new();
        for objection in all.iter().flatten() {
            if !universe.contains(objection) {
                universe.push(*objection);
            }
        }
        if universe.len() > MOST {
            return Ok(());
        }
        let sets: Vec<u32> = all.iter().map(|it| as_set(it, &universe)).collect();
        let is_enough = |given: u32| sets.iter().any(|set| set & !given == 0);
        let mut expected: Vec<u32> = (0..1_u32 << universe.len())
            .filter(|given| is_enough(*given))
            .filter(|given| (0..universe.len()).all(|at| given >> at & 1 == 0 || !is_enough(given & !(1 << at))))
            .collect();
        let found = concessions(&objections(&table, &group.people));
        let mut given: Vec<u32> = found.iter().map(|it| as_set(&it.dropped, &universe)).collect();
        prop_assert!(given.is_sorted_by_key(|set| set.count_ones()), "the smallest first");
        for (way, set) in found.iter().zip(&given) {
            let mut returns = way.returns.clone();
            returns.sort_unstable();
            let back = table.alternatives().zip(&sets).filter(|(_, stands)| *stands == set);
            prop_assert_eq!(returns, back.map(|(id, _)| id).collect::<Vec<_>>());
        }
        given.sort_unstable();
        expected.sort_unstable();
        prop_assert_eq!(given, expected);
    }
}
