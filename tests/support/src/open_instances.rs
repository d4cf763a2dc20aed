//! Strategies for what is not yet decided: few questions, some of them open, so that every completion
//! can be tried.
//!
//! It is not fair: the first alternative is at times far ahead, so that something is decided.

use core::ops::RangeInclusive;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use stackfit::domain::catalog::QuestionId;
use stackfit::domain::decide::{Answer, Interval, Shape};

use crate::strategies::{Form, Instance, answers_to, selects, unknown, utility};

/// An instance that is still a race: up to three questions are open, every completion can be tried, and
/// now and then one alternative is so far ahead that nothing can change it.
pub fn open_instances() -> BoxedStrategy<Instance> {
    let cell = prop_oneof![5 => utility().prop_map(Interval::exactly), 1 => unknown()];
    open_instances_of(2..=5, 1..=3, cell.boxed())
}

/// A race in which every utility is known.
pub fn known_open_instances() -> BoxedStrategy<Instance> {
    open_instances_of(2..=5, 1..=3, utility().prop_map(Interval::exactly).boxed())
}

/// A race so small that every value of the unknown facts can be tried as well.
pub fn small_open_instances() -> BoxedStrategy<Instance> {
    let cell = prop_oneof![4 => utility().prop_map(Interval::exactly), 1 => unknown()];
    open_instances_of(2..=3, 1..=2, cell.boxed())
}

fn open_instances_of(
    n: RangeInclusive<usize>,
    n_options: RangeInclusive<usize>,
    cell: BoxedStrategy<Interval>,
) -> BoxedStrategy<Instance> {
    let shape = (selects(), n_options).prop_map(|(select, n_options)| Shape {
        select,
        n_options,
        must_at: 500,
    });
    (vec(shape, 1..=5), n, select(vec![0, 0, 300, 600]))
        .prop_flat_map(move |(shapes, n, ahead)| {
            let row: usize = shapes.iter().map(|shape| shape.n_options).sum();
            let forms = shapes.iter().map(Form::of);
            let positions: Vec<_> = (0..shapes.len()).collect();
            let open = subsequence(positions, 0..=shapes.len().min(3));
            (vec(cell.clone(), row * n), answers_to(forms.collect()), open).prop_map(
                move |(mut cells, mut answers, open)| {
                    for cell in &mut cells[..row] {
                        cell.lo = (cell.lo + ahead).min(1000);
                        cell.hi = (cell.hi + ahead).min(1000);
                    }
                    for (at, question) in (0..shapes.len()).zip((0..).map(QuestionId)) {
                        let given = answers.get(question).unwrap_or(Answer::wish(1));
                        answers.set(question, (!open.contains(&at)).then_some(given));
                    }
                    Instance { shapes: shapes.clone(), n, cells, answers }
                },
            )
        })
        .boxed()
}
