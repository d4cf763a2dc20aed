//! The comparison table against looking at every pair of columns.
//!
//! It does not say which rows are shown.

use core::cmp::Reverse;

use proptest::prelude::*;
use stackfit::domain::compare::Comparison;
use stackfit::domain::decide::rank::{Verdict, must_haves, verdict};
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
        let differ = |criterion| {
            let values: Vec<_> = state.compared.iter().map(|id| {
                catalog.alternative(*id).fact(criterion).value.clone()
            }).collect();
            any_two_differ(&values)
        };
        for row in comparison.requirements.iter().flat_map(|row| &row.facts) {
            prop_assert_eq!(row.differs, differ(row.criterion));
            equal += usize::from(!row.differs);
            seen.push(row.criterion);
        }
        for group in &comparison.groups {
            prop_assert!(!group.rows.is_empty());
            for row in &group.rows {
                prop_assert_eq!(catalog.criterion(row.criterion).group, group.group);
                prop_assert_eq!(row.differs, differ(row.criterion));
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
        let mut rows: Vec<_> = comparison.requirements.iter().map(|row| row.question).collect();
        rows.sort_unstable();
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

    /// A must-have that only some meet decides whatever the points are.
    #[test]
    fn requirements_stand_in_the_order_of_what_they_decide((sample, state) in catalogs_with_state()) {
        let catalog = &sample.catalog;
        let table = UtilityTable::new(catalog);
        let comparison = Comparison::new(catalog, &table, &state.answers, &state.compared);
        let total: u32 = state.answers.iter().map(|(_, answer)| answer.weight()).sum();
        let keys: Vec<_> = comparison.requirements.iter().map(|row| {
            let answer = state.answers.get(row.question).unwrap();
            let musts = must_haves(&table, &state.answers);
            let rules_out = musts.iter().filter(|must| must.question == row.question).any(|must| {
                let all = state.compared.iter().map(|id| verdict(&table, *id, *must));
                all.clone().any(|it| it == Verdict::Passes) && all.clone().any(|it| it != Verdict::Passes)
            });
            let points = state.compared.iter().map(|id| {
                let (lo, hi) = utility(&table, *id, row.question, answer.scoring());
                u64::from(answer.weight()) * (lo + hi)
            });
            let most = points.clone().max().unwrap_or(0);
            let apart = most - points.min().unwrap_or(0);
            // In tenths of a percent of all points, rounded half up.
            let whole = 2 * u64::from(total.max(1));
            (rules_out, (2 * apart + whole) / (2 * whole), row.question)
        }).collect();
        for (row, (rules_out, apart, _)) in comparison.requirements.iter().zip(&keys) {
            prop_assert_eq!(row.rules_out, *rules_out);
            prop_assert_eq!(u64::from(row.spread.0), *apart);
        }
        let key = |&(rules_out, apart, question)| (Reverse((rules_out, apart)), question);
        prop_assert!(keys.is_sorted_by_key(key));
    }

    /// Under the first requirement that rests on it, and never among the others as well.
    #[test]
    fn a_fact_stands_under_a_requirement_that_rests_on_it((sample, state) in catalogs_with_state()) {
        let catalog = &sample.catalog;
        let table = UtilityTable::new(catalog);
        let comparison = Comparison::new(catalog, &table, &state.answers, &state.compared);
        let mut seen = Vec::new();
        for row in &comparison.requirements {
            let options = state.answers.get(row.question).unwrap().options;
            let choices = (0..).zip(&catalog.question(row.question).options);
            let mut asked: Vec<_> = choices
                .filter(|(at, _)| options >> at & 1 == 1)
                .flat_map(|(_, option)| option.terms.iter().map(|term| term.criterion))
                .filter(|criterion| !seen.contains(criterion))
                .collect();
            asked.sort_unstable();
            asked.dedup();
            let listed: Vec<_> = row.facts.iter().map(|fact| fact.criterion).collect();
            prop_assert_eq!(&listed, &asked);
            seen.extend(asked);
        }
    }
}
