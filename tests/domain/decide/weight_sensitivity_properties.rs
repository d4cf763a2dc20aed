//! What it takes to turn two alternatives round, against trying everything: properties 16, 17, 18 and
//! 26 of the decision model.
//!
//! It works on differences alone; `firmness_properties` holds those to the utilities.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use stackfit::domain::catalog::QuestionId;
use stackfit::domain::decide::{
    Difference, Evaluation, differences, importance_steps, least_change, rank, sufficient,
    tie_weights,
};

use test_support::reference;
use test_support::strategies::{cases, instances};

/// Up to five differences, many of them alike.
fn some_differences() -> impl Strategy<Value = Vec<Difference>> {
    let gap = prop_oneof![4 => (-10..=10).prop_map(|step| step * 200), 1 => -2000..=2000];
    vec((select(vec![1_u32, 2, 4]), gap), 0..=5).prop_map(|all| {
        let all = (0..).map(QuestionId).zip(all);
        all.map(|(question, (weight, gap))| Difference { question, weight, gap }).collect()
    })
}

fn part(difference: &Difference) -> i64 {
    i64::from(difference.weight) * i64::from(difference.gap)
}

fn lead(all: &[Difference]) -> i64 {
    all.iter().map(part).sum()
}

fn cons(all: &[Difference]) -> i64 {
    all.iter().map(|difference| (-part(difference)).max(0)).sum()
}

/// The fewest steps by trying all levels of all questions.
fn fewest_steps(all: &[Difference]) -> Option<usize> {
    const SCALE: [u32; 4] = [0, 1, 2, 4];
    let place = |weight: u32| SCALE.iter().position(|level| *level == weight).unwrap();
    let mut fewest = None;
    for code in 0..SCALE.len().pow(u32::try_from(all.len()).unwrap()) {
        let mut rest = code;
        let (mut steps, mut lead) = (0, 0);
        for difference in all {
            let level = rest % SCALE.len();
            rest /= SCALE.len();
            steps += level.abs_diff(place(difference.weight));
            lead += i64::from(SCALE[level]) * i64::from(difference.gap);
        }
        if lead < 0 && fewest.is_none_or(|fewest| steps < fewest) {
            fewest = Some(steps);
        }
    }
    fewest
}

/// The least total change by trying every corner of the linear program: some questions switched off,
/// and one more changed in part. A fraction.
fn least_total_change(all: &[Difference]) -> (i64, i64) {
    let mut least: Option<(i64, i64)> = None;
    for off in 0_usize..1 << all.len() {
        let is_off = |at: usize| off >> at & 1 == 1;
        let chosen = all.iter().enumerate().filter(|(at, _)| is_off(*at));
        let left = lead(all) - chosen.clone().map(|(_, one)| part(one)).sum::<i64>();
        let whole: i64 = chosen.map(|(_, one)| i64::from(one.weight)).sum();
        let mut consider = |numerator: i64, denominator: i64| {
            if least.is_none_or(|(p, q)| numerator * q < p * denominator) {
                least = Some((numerator, denominator));
            }
        };
        if left <= 0 {
            consider(whole, 1);
            continue;
        }
        for (at, one) in all.iter().enumerate().filter(|(_, one)| one.gap != 0) {
            // What speaks for the one can lose no more than it has, and only once.
            if one.gap < 0 && !is_off(at) || one.gap > 0 && !is_off(at) && part(one) >= left {
                let size = i64::from(one.gap.abs());
                consider(whole * size + left, size);
            }
        }
    }
    least.expect("with everything off they are equal")
}

proptest! {
    #![proptest_config(cases(500))]

    /// Property 16: put in its place, a tie weight makes an exact tie; and each question that could
    /// have one has it.
    #[test]
    fn a_tie_weight_is_an_exact_tie(all in some_differences()) {
        let tie_weights = tie_weights(&all);
        let mut expected = Vec::new();
        for difference in &all {
            let others = lead(&all) - part(difference);
            // Some weight, at least 0, makes up for the others.
            let gap = i64::from(difference.gap);
            if gap != 0 && (others == 0 || (others < 0) == (gap > 0)) {
                expected.push(difference.question);
            }
        }
        prop_assert_eq!(tie_weights.iter().map(|tie| tie.question).collect::<Vec<_>>(), expected);
        for tie in tie_weights {
            let difference = all.iter().find(|one| one.question == tie.question).unwrap();
            prop_assert_eq!(tie.weight, difference.weight);
            let (p, q) = (i64::from(tie.numerator), i64::from(tie.denominator));
            let others = lead(&all) - part(difference);
            prop_assert_eq!(others * q + p * i64::from(difference.gap), 0);
            prop_assert!((20 * p - 2 * q * i64::from(tie.tenths())).abs() <= q, "nearest tenth");
            // The percentage is on the near side of the tie: that much can change without it.
            let weight = i64::from(tie.weight);
            let (change, exact) = (tie.change_percent() * weight * q, 100 * (p - weight * q));
            prop_assert!(change.abs() <= exact.abs() && (exact - change).abs() < weight * q);
            prop_assert!(change == 0 || change.signum() == exact.signum());
        }
    }

    /// Property 17, and 26: the order can be turned exactly where something speaks for the other one.
    #[test]
    fn the_importance_steps_are_the_fewest_of_all_levels(all in some_differences()) {
        let found = importance_steps(&all);
        prop_assert_eq!(found, fewest_steps(&all));
        prop_assert_eq!(found.is_some(), cons(&all) > 0);
        prop_assert_eq!(found == Some(0), lead(&all) < 0);
    }

    #[test]
    fn the_least_change_is_the_optimum_of_the_linear_program(all in some_differences()) {
        let (numerator, denominator) = least_change(&all);
        let (p, q) = least_total_change(&all);
        prop_assert!(denominator > 0);
        prop_assert_eq!(i64::from(numerator) * q, p * i64::from(denominator));
    }

    /// Property 18: they outweigh everything against, and no smaller set does.
    #[test]
    fn the_sufficient_reasons_are_the_fewest(all in some_differences()) {
        let reasons = sufficient(&all);
        prop_assert_eq!(reasons.is_empty(), lead(&all) <= 0);
        let sum = |chosen: &dyn Fn(usize) -> bool| -> i64 {
            let pros = all.iter().enumerate().filter(|(at, one)| one.gap > 0 && chosen(*at));
            pros.map(|(_, one)| part(one)).sum()
        };
        if lead(&all) > 0 {
            let of_reasons = |at: usize| reasons.contains(&all[at].question);
            prop_assert!(sum(&of_reasons) > cons(&all));
            let enough = (0_usize..1 << all.len())
                .filter(|set| sum(&|at| set >> at & 1 == 1) > cons(&all))
                .map(|set| reference::bits(u64::try_from(set).unwrap()).len());
            prop_assert_eq!(Some(reasons.len()), enough.min());
            let points = |question: &QuestionId| all[question.index()].points();
            prop_assert!(reasons.is_sorted_by_key(|one| (core::cmp::Reverse(points(one)), *one)));
        }
    }

    /// Of alternatives: each question that gives points has its difference, in order.
    #[test]
    fn differences_are_those_of_the_utilities(instance in instances()) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        for one in table.alternatives() {
            for other in table.alternatives() {
                let mut expected = Vec::new();
                for (question, answer) in instance.answers.iter() {
                    let scoring = reference::scoring(answer);
                    let doubled = |id| {
                        let (lo, hi) = reference::utility(&table, id, question, scoring);
                        i32::try_from(lo + hi).unwrap()
                    };
                    if scoring != 0 {
                        let (weight, gap) = (answer.importance.weight(), doubled(one) - doubled(other));
                        expected.push(Difference { question, weight, gap });
                    }
                }
                prop_assert_eq!(differences(&evaluation, one, other), expected);
            }
        }
    }
}
