//! A change of one answer: what it leaves, and what it costs.

use proptest::prelude::*;
use stackfit::domain::decide::{Cost, apply};
use test_support::strategies::{cases, instances};

use super::all_changes::all_changes;

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_change_leaves_the_answers_that_it_says(instance in instances()) {
        let table = instance.table();
        for tried in all_changes(&table, &instance.answers) {
            prop_assert_eq!(apply(&table, &instance.answers, tried.change), tried.after.clone());
            let question = tried.change.question();
            let shape = table.shape(question);
            let answer = instance.answers.get(question);
            prop_assert_eq!(Cost::of(shape.select, answer, tried.change), Cost(tried.cost));
            let left = tried.after.get(question);
            let fitted = left.and_then(|left| left.fitted(shape.select, shape.n_options, true));
            prop_assert_eq!(fitted, left, "the question can have this answer");
        }
    }
}
