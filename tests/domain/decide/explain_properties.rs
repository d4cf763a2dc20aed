//! Reasons say what the utilities say: every option once, on the right side, as strong as it counted.
//!
//! It reads no sentences; reasons are data here.

use core::cmp::Reverse;

use proptest::prelude::*;
use stackfit::domain::catalog::Select;
use stackfit::domain::decide::{Bearing, Interval, ReasonFor, Reasons, contributions, reasons};

use test_support::reference::{self, bits};
use test_support::strategies::{cases, instances, known_instances};

/// The unit of a reason's points: of 840 parts, and of both ends of an interval.
const UNIT: u64 = 840;

fn all(reasons: &Reasons) -> impl Iterator<Item = &ReasonFor> {
    reasons.pros.iter().chain(&reasons.cons)
}

proptest! {
    #![proptest_config(cases(400))]

    /// The points of a reason are its option's share of the weight, split at the middle of its
    /// utility; a must-have has none.
    #[test]
    fn a_reason_has_won_and_lost_what_its_option_earned(instance in instances()) {
        let table = instance.table();
        for id in table.alternatives() {
            for reason in all(&reasons(&table, &instance.answers, id)) {
                let answer = instance.answers.get(reason.question).unwrap();
                let cell = table.options(id, reason.question)[usize::from(reason.option)];
                prop_assert_eq!(answer.options >> reason.option & 1, 1, "it was asked for");
                prop_assert_eq!(reason.must, answer.musts >> reason.option & 1 == 1);
                let scoring = reference::scoring(answer);
                let n = match table.shape(reason.question).select {
                    Select::One | Select::Any => 1,
                    Select::All => u64::from(scoring.count_ones()).max(1),
                };
                let weight = u64::from(answer.importance.weight());
                let is_counted = scoring >> reason.option & 1 == 1;
                let share = if is_counted { weight * UNIT / n } else { 0 };
                prop_assert_eq!(reason.is_best, (cell.lo, cell.hi) == (1000, 1000));
                prop_assert_eq!(reason.won, share * u64::from(cell.lo + cell.hi));
                prop_assert_eq!(reason.won + reason.lost, share * 2000);
                let bearing = match (cell.lo == cell.hi, cell.lo) {
                    (false, _) => Bearing::Unknown,
                    (true, 750..) => Bearing::Full,
                    (true, 251..750) => Bearing::Part,
                    (true, ..251) => Bearing::None,
                };
                prop_assert_eq!(reason.bearing, bearing);
            }
        }
    }

    /// For: met well. Against: everything else that cost points, so that nobody with points lost to a
    /// half-met wish is said to have nothing against it.
    #[test]
    fn a_reason_stands_on_the_side_that_its_utility_says(instance in instances()) {
        let table = instance.table();
        for id in table.alternatives() {
            let found = reasons(&table, &instance.answers, id);
            for pro in &found.pros {
                let cell = table.options(id, pro.question)[usize::from(pro.option)];
                prop_assert!(cell.lo == cell.hi && cell.lo >= 750);
            }
            for con in &found.cons {
                let cell = table.options(id, con.question)[usize::from(con.option)];
                let graded = instance.answers.get(con.question).unwrap().graded;
                prop_assert!(con.lost > 0 && (graded || !con.must));
                prop_assert!(cell.lo != cell.hi || cell.lo < 750);
            }
            prop_assert!(found.pros.is_sorted_by_key(|pro| (!pro.must, Reverse(pro.won))));
            prop_assert!(found.cons.is_sorted_by_key(|con| Reverse(con.lost)));
        }
    }

    /// Of all, each option is spoken of; of one or any, the best met one; nothing twice, and no lost
    /// points are passed over.
    #[test]
    fn every_option_that_counts_is_spoken_of_once(instance in instances()) {
        let table = instance.table();
        for id in table.alternatives() {
            let found = reasons(&table, &instance.answers, id);
            for (question, answer) in instance.answers.iter() {
                let cells = table.options(id, question);
                let middle = |at: &usize| cells[*at].lo + cells[*at].hi;
                let mut options = bits(answer.options.into());
                let scoring = reference::scoring(answer);
                if table.shape(question).select != Select::All {
                    let most = options.iter().map(middle).max().unwrap();
                    options.retain(|at| middle(at) == most);
                    options.truncate(1);
                }
                let spoken = all(&found).filter(|reason| reason.question == question);
                let spoken: Vec<_> = spoken.map(|reason| usize::from(reason.option)).collect();
                for at in &options {
                    let times = spoken.iter().filter(|other| *other == at).count();
                    let is_must = answer.musts >> at & 1 == 1;
                    let is_met = cells[*at].is_known() && cells[*at].lo >= 750;
                    let is_lost = scoring >> at & 1 == 1 && cells[*at] != Interval::exactly(1000);
                    // A must-have that is not well met is told by the list one stands in.
                    prop_assert_eq!(times, usize::from(!is_must || is_met || is_lost));
                }
                prop_assert!(spoken.iter().all(|at| options.contains(at)));
            }
        }
    }

    /// Of one or any, the reason's points are the question's contribution; of all, up to the one
    /// rounding of their mean.
    #[test]
    fn the_reasons_of_a_question_add_up_to_its_contribution(instance in known_instances()) {
        let table = instance.table();
        for id in table.alternatives() {
            let found = reasons(&table, &instance.answers, id);
            for part in contributions(&table, &instance.answers, id) {
                let own = all(&found).filter(|reason| reason.question == part.question);
                let won: u64 = own.map(|reason| reason.won).sum();
                let exact = u64::from(part.weight * part.earned.doubled_mid()) * UNIT;
                let rounding = match table.shape(part.question).select {
                    Select::One | Select::Any => 0,
                    Select::All => u64::from(part.weight) * UNIT,
                };
                prop_assert!(won.abs_diff(exact) <= rounding, "{won} and {exact}");
            }
        }
    }
}
