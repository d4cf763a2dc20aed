//! The comparison table against looking at every pair of columns.
//!
//! It does not say which rows are shown.

use proptest::prelude::*;
use stackfit::domain::compare::Comparison;
use stackfit::domain::decide::{Bearing, Interval, UtilityTable};

use test_support::reference::utility;
use test_support::strategies::{cases, catalogs_with_state};

fn any_two_differ<T: PartialEq>(values: &[T]) -> bool {
    values.iter().any(|one| values.iter().any(|other| one != other))
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn a_row_of_facts_differs_where_any_two_columns_do((sample, state) in catalogs_with_state()) {
        let catalog = &sample.catalog;
        let table = UtilityTable::new(catalog);
        let comparison = Comparison::new(catalog, &table, &state.answers, &state.compared);
        prop_assert_eq!(&comparison.columns, &state.compared);
        let mut seen = Vec::new();
        let mut equal = 0;
        for group in &comparison.groups {
            prop_assert!(!group.rows.is_empty());
            for row in &group.rows {
                prop_assert_eq!(catalog.criterion(row.criterion).group, group.group);
                let values: Vec<_> = state.compared.iter().map(|id| {
                    catalog.alternative(*id).fact(row.criterion).value.clone()
                }).collect();
                prop_assert_eq!(row.differs, any_two_differ(&values));
                equal += usize::from(!row.differs);
                seen.push(row.criterion);
            }
            prop_assert!(group.rows.is_sorted_by_key(|row| row.criterion));
        }
        prop_assert!(comparison.groups.is_sorted_by_key(|group| group.group));
        prop_assert_eq!(comparison.n_equal(), equal);
        seen.sort_unstable();
        prop_assert_eq!(seen, catalog.criterion_ids().collect::<Vec<_>>(), "each criterion once");
    }

    /// Must-haves included, unlike in the score.
    #[test]
    fn a_row_of_requirements_holds_all_that_was_asked_for((sample, state) in catalogs_with_state()) {
        let catalog = &sample.catalog;
        let table = UtilityTable::new(catalog);
        let comparison = Comparison::new(catalog, &table, &state.answers, &state.compared);
        let asked: Vec<_> = state.answers.iter().map(|(question, _)| question).collect();
        let rows: Vec<_> = comparison.requirements.iter().map(|row| row.question).collect();
        prop_assert_eq!(rows, asked);
        for row in &comparison.requirements {
            let answer = state.answers.get(row.question).unwrap();
            let cells: Vec<_> = state.compared.iter().map(|id| {
                let (lo, hi) = utility(&table, *id, row.question, answer.options);
                Interval { lo: u16::try_from(lo).unwrap(), hi: u16::try_from(hi).unwrap() }
            }).collect();
            prop_assert_eq!(&row.cells, &cells);
            prop_assert_eq!(row.differs, any_two_differ(&cells));
            for (column, cell) in cells.iter().enumerate() {
                prop_assert_eq!(row.bearing(column), Some(Bearing::of(*cell)));
            }
            prop_assert_eq!(row.bearing(cells.len()), None);
        }
    }
}
