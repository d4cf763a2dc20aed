//! How far one open question carries two alternatives apart, against all sets of options: property 22
//! of the decision model.
//!
//! It looks at one question at a time; `necessary_winner_properties` adds them up.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use stackfit::domain::catalog::{AltId, FULL, QuestionId, Select};
use stackfit::domain::decide::worst_case_loss::WorstCaseLoss;
use stackfit::domain::decide::{Interval, Shape, UtilityTable};

use test_support::open_instances::open_instances;
use test_support::reference;
use test_support::strategies::cases;

proptest! {
    #![proptest_config(cases(300))]

    /// Property 22, for the middles of unknown utilities as well.
    #[test]
    fn a_loss_is_the_least_difference_over_all_sets_of_options(instance in open_instances()) {
        let table = instance.table();
        for (question, shape) in (0..).map(QuestionId).zip(&instance.shapes) {
            for one in table.alternatives() {
                for other in table.alternatives() {
                    let loss = WorstCaseLoss::of(&table, question, one, other);
                    let (mid, worst) = least(&table, question, one, other);
                    prop_assert_eq!((loss.mid, loss.worst), (mid, worst), "{:?}", shape);
                }
            }
        }
    }

    /// The same among utilities so small that the rounding of a mean matters.
    #[test]
    fn a_loss_is_the_least_difference_also_where_means_are_rounded(
        select in select(vec![Select::Any, Select::All]),
        ends in vec((0_u16..=3, 0_u16..=3), 6),
    ) {
        let table = two_with_one_question(select, &ends);
        let loss = WorstCaseLoss::of(&table, QuestionId(0), AltId(0), AltId(1));
        let least = least(&table, QuestionId(0), AltId(0), AltId(1));
        prop_assert_eq!((loss.mid, loss.worst), least);
    }

    /// With more options of which all are wanted than sets can be tried of, it promises no more than
    /// is true, and less by at most the rounding of a mean.
    #[test]
    fn a_loss_of_many_options_is_a_bound(ends in vec((0_u16..=3, 0_u16..=3), 18)) {
        let table = two_with_one_question(Select::All, &ends);
        let loss = WorstCaseLoss::of(&table, QuestionId(0), AltId(0), AltId(1));
        let (mid, worst) = least(&table, QuestionId(0), AltId(0), AltId(1));
        prop_assert!(loss.mid <= mid && mid <= loss.mid + 1);
        prop_assert_eq!(loss.worst, worst);
    }
}

/// Two alternatives and one question, by the ends of what each option gives the one, then the other.
fn two_with_one_question(select: Select, ends: &[(u16, u16)]) -> UtilityTable {
    let cells =
        ends.iter().map(|(one, other)| Interval { lo: (*one).min(*other), hi: (*one).max(*other) });
    let shape = Shape { select, n_options: ends.len() / 2, must_at: FULL };
    UtilityTable::from_cells(vec![shape], 2, cells.collect())
}

/// The least difference over all sets, at most 0: of doubled middles, and in the worst case.
fn least(table: &UtilityTable, question: QuestionId, one: AltId, other: AltId) -> (i32, i32) {
    let shape = table.shape(question);
    let mut least = (0, 0);
    for set in 1_u32..1 << shape.n_options {
        if shape.select == Select::One && set.count_ones() > 1 {
            continue;
        }
        let ends = |id| {
            let (lo, hi) = reference::utility(table, id, question, set);
            (i32::try_from(lo).unwrap(), i32::try_from(hi).unwrap())
        };
        let ((lo, hi), (other_lo, other_hi)) = (ends(one), ends(other));
        least.0 = least.0.min(lo + hi - other_lo - other_hi);
        least.1 = least.1.min(2 * (lo - other_hi));
    }
    least
}
