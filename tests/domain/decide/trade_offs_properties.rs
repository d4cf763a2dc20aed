//! What switching from one to another wins and loses, question by question.

use proptest::prelude::*;
use stackfit::domain::decide::{Answers, trade_offs};
use test_support::reference;
use test_support::strategies::{cases, instances};

proptest! {
    #![proptest_config(cases(400))]

    /// With the sign of the exact difference, and the size of it.
    #[test]
    fn what_switching_wins_and_loses_is_the_difference_of_the_points(instance in instances()) {
        let table = instance.table();
        for from in table.alternatives() {
            for to in table.alternatives() {
                let rows = trade_offs(&table, &instance.answers, from, to);
                let points = |id| {
                    let (low, high, _) = reference::points(&table, &instance.answers, id);
                    i64::try_from(low + high).unwrap()
                };
                let sum: i64 = rows.iter().map(|row| i64::from(row.points)).sum();
                prop_assert_eq!(sum, points(to) - points(from));
                let size = |points: i32| core::cmp::Reverse(points.unsigned_abs());
                prop_assert!(rows.is_sorted_by_key(|row| (size(row.points), row.question)));
                let total = i64::from(instance.answers.total_weight());
                for row in &rows {
                    let mut only = Answers::none(table.n_questions());
                    only.set(row.question, instance.answers.get(row.question));
                    let own = |id| {
                        let (low, high, _) = reference::points(&table, &only, id);
                        i64::try_from(low + high).unwrap()
                    };
                    prop_assert_eq!(i64::from(row.points), own(to) - own(from));
                    prop_assert_ne!(row.points, 0);
                    // Off by at most half a tenth.
                    let exact = i64::from(row.points.abs());
                    let shown = 2 * total * i64::from(row.tenths.0);
                    prop_assert!((shown - exact).abs() <= total);
                }
            }
        }
    }
}
