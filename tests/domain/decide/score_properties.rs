//! Scores and contributions: properties 1, 2, 22, 25 and 26 of the decision model.
//!
//! It looks at one or two alternatives at a time; their order is for `rank_properties`.

use proptest::prelude::*;
use stackfit::domain::catalog::{AltId, FULL, QuestionId, Select};
use stackfit::domain::decide::{
    Answer, Answers, Contribution, Importance, Interval, Score, Shape, UtilityTable, contributions,
    rank,
};

use test_support::reference;
use test_support::strategies::{cases, instances, known_instances};

/// Half up, in the plainest way: the whole part, and one more from a half on.
fn half_up(numerator: u64, denominator: u64) -> u64 {
    numerator / denominator + u64::from(2 * (numerator % denominator) >= denominator)
}

proptest! {
    #![proptest_config(cases(400))]

    /// Property 1, and that every figure is the one of the definition.
    #[test]
    fn a_score_is_the_weighted_sum_and_lies_in_its_interval(instance in instances()) {
        let table = instance.table();
        for id in table.alternatives() {
            let (low, high, weight) = reference::points(&table, &instance.answers, id);
            let Some(score) = Score::of(&table, &instance.answers, id) else {
                prop_assert_eq!(weight, 0);
                continue;
            };
            let sums = (score.low.into(), score.high.into(), score.weight.into());
            prop_assert_eq!(sums, (low, high, weight));
            prop_assert!(score.weight > 0);
            prop_assert!(score.low <= score.high && score.high <= u32::from(FULL) * score.weight);
            prop_assert_eq!(score.numerator(), score.low + score.high);
            prop_assert_eq!(u64::from(score.tenths().0), half_up(low + high, 2 * weight));
            prop_assert_eq!(u64::from(score.hundredths()), half_up(10 * (low + high), 2 * weight));
            let (from, to) = score.interval();
            prop_assert_eq!(u64::from(from.0), half_up(low, weight));
            prop_assert_eq!(u64::from(to.0), half_up(high, weight));
            prop_assert!(from <= score.tenths() && score.tenths() <= to && to.0 <= 1000);
            prop_assert_eq!(score.is_exact(), low == high);
        }
    }

    /// The share of the weight that is known, rounded down, so that 100 % means all of it.
    #[test]
    fn completeness_is_the_known_share_of_the_weight(instance in instances()) {
        let table = instance.table();
        for id in table.alternatives() {
            let Some(score) = Score::of(&table, &instance.answers, id) else { continue };
            let known: u64 = instance.answers.iter().map(|(question, answer)| {
                let scoring = reference::scoring(answer);
                let (lo, hi) = reference::utility(&table, id, question, scoring);
                if scoring != 0 && lo == hi { u64::from(answer.importance.weight()) } else { 0 }
            }).sum();
            prop_assert_eq!(u64::from(score.completeness()), 100 * known / u64::from(score.weight));
            prop_assert_eq!(score.completeness() == 100, known == u64::from(score.weight));
        }
    }

    /// Property 2: exactly before rounding, and as shown.
    #[test]
    fn contributions_add_up_to_the_score_exactly_and_as_shown(instance in instances()) {
        let table = instance.table();
        for id in table.alternatives() {
            let parts = contributions(&table, &instance.answers, id);
            let Some(score) = Score::of(&table, &instance.answers, id) else {
                prop_assert!(parts.is_empty());
                continue;
            };
            let sum: u32 = parts.iter().map(|part| part.weight * part.earned.doubled_mid()).sum();
            prop_assert_eq!(sum, score.numerator());
            let shown: u32 = parts.iter().map(|part| part.tenths.0).sum();
            prop_assert_eq!(shown, score.tenths().0);
            prop_assert_eq!(parts.iter().map(|part| part.weight).sum::<u32>(), score.weight);
            for part in &parts {
                let exact = part.weight * part.earned.doubled_mid();
                let whole = 2 * score.weight;
                prop_assert!((part.tenths.0 * whole).abs_diff(exact) < whole, "off by a tenth");
                let possible = half_up(u64::from(1000 * part.weight), score.weight.into());
                let possible = possible.max(u64::from(part.tenths.0));
                prop_assert_eq!(u64::from(part.possible.0), possible);
            }
        }
    }

    /// A headline says 0 and 100 only of what is exactly that, and is off by less than one.
    #[test]
    fn whole_points_are_those_of_the_score(instance in instances()) {
        let table = instance.table();
        for id in table.alternatives() {
            let Some(score) = Score::of(&table, &instance.answers, id) else { continue };
            let (exact, most) = (score.numerator(), 2000 * score.weight);
            prop_assert_eq!(score.whole() == 0, exact == 0);
            prop_assert_eq!(score.whole() == 100, exact == most);
            prop_assert!((score.whole() * most).abs_diff(100 * exact) < most, "{score:?}");
        }
    }

    /// The method of largest remainders: who is rounded up had at least the remainder of who is not,
    /// and among equals the earlier question is rounded up.
    #[test]
    fn the_missing_tenths_go_to_the_largest_remainders(instance in instances()) {
        let table = instance.table();
        for id in table.alternatives() {
            let parts = contributions(&table, &instance.answers, id);
            prop_assert!(parts.is_sorted_by_key(|part| part.question));
            let weight: u32 = parts.iter().map(|part| part.weight).sum();
            let rounded = |part: &Contribution| {
                let exact = part.weight * part.earned.doubled_mid();
                (exact % (2 * weight), part.tenths.0 > exact / (2 * weight))
            };
            for (at, one) in parts.iter().enumerate() {
                for other in &parts[at + 1..] {
                    let ((first, first_up), (second, second_up)) = (rounded(one), rounded(other));
                    prop_assert!(!first_up || second_up || first >= second);
                    prop_assert!(first_up || !second_up || second > first);
                }
            }
        }
    }

    /// Property 25: no answers, or answers that are must-haves only, are no score and not a score of 0.
    #[test]
    fn where_nothing_gives_points_there_is_no_score_and_everybody_is_first(
        instance in instances(),
        with_musts in any::<bool>(),
    ) {
        let table = instance.table();
        let mut answers = Answers::none(instance.shapes.len());
        for (question, answer) in instance.answers.iter().filter(|_| with_musts) {
            answers.set(question, Some(Answer { musts: answer.options, graded: false, ..answer }));
        }
        prop_assert_eq!(answers.total_weight(), 0);
        let ranking = rank(&table, &answers);
        for ranked in &ranking.eligible {
            prop_assert_eq!((ranked.rank, ranked.tied, ranked.close), (1, false, false));
            prop_assert_eq!(ranked.score, None);
        }
        let outside = ranking.unconfirmed.iter().chain(&ranking.excluded);
        prop_assert!(outside.map(|unranked| unranked.score).all(|score| score.is_none()));
        prop_assert!(with_musts || ranking.eligible.len() == instance.n);
        for id in table.alternatives() {
            prop_assert!(contributions(&table, &answers, id).is_empty());
        }
    }

    /// Property 26: where one is better in some question and the other in another, some importances
    /// put either first. Tried are all of them, "off" included, which is no answer.
    #[test]
    fn importance_matters(instance in known_instances()) {
        let table = instance.table();
        let asked: Vec<_> = instance
            .answers
            .iter()
            .map(|(question, answer)| (question, Answer { musts: 0, ..answer }))
            .take(4)
            .collect();
        let mut vectors = Vec::new();
        for code in 0..4_usize.pow(u32::try_from(asked.len()).unwrap()) {
            let mut answers = Answers::none(instance.shapes.len());
            for (at, (question, answer)) in (0..).zip(&asked) {
                if let Some(level) = (code / 4_usize.pow(at) % 4).checked_sub(1) {
                    let importance = Importance::ALL[level];
                    answers.set(*question, Some(Answer { importance, ..*answer }));
                }
            }
            vectors.push(answers);
        }
        for one in table.alternatives() {
            for other in table.alternatives() {
                let better = asked.iter().any(|(question, answer)| {
                    let of = |id| reference::utility(&table, id, *question, answer.options).0;
                    of(one) > of(other)
                });
                let first = vectors.iter().any(|answers| {
                    let of = |id| Score::of(&table, answers, id).map(Score::numerator);
                    of(one) > of(other)
                });
                prop_assert_eq!(better, first);
            }
        }
    }

    /// One step of importance in one question moves the difference of two by exactly that question's
    /// part, so that no importance is lost on the way.
    #[test]
    fn a_step_of_importance_counts_the_difference_once_more(instance in instances()) {
        let table = instance.table();
        for (question, answer) in instance.answers.iter().filter(|(_, answer)| answer.weight() == 1) {
            let mut raised = instance.answers.clone();
            raised.set(question, Some(Answer { importance: Importance::Important, ..answer }));
            for id in table.alternatives() {
                let before = Score::of(&table, &instance.answers, id).unwrap();
                let after = Score::of(&table, &raised, id).unwrap();
                let earned = table.earned(id, question, answer);
                prop_assert_eq!(after.numerator() - before.numerator(), earned.doubled_mid());
                prop_assert_eq!(after.weight, before.weight + 1);
            }
        }
    }

    /// Property 22: whatever set of options is chosen, the difference of two is at least what it is at
    /// some single option; for known utilities, and for the worst case of unknown ones.
    #[test]
    fn the_least_difference_of_two_is_at_a_single_option(instance in instances()) {
        let table = instance.table();
        for (question, shape) in (0..).map(QuestionId).zip(&instance.shapes) {
            for one in table.alternatives() {
                for other in table.alternatives() {
                    let worst = |options| {
                        let (lo, _) = reference::utility(&table, one, question, options);
                        let (_, hi) = reference::utility(&table, other, question, options);
                        let engine = table.utility(one, question, options).lo;
                        assert_eq!(u64::from(engine), lo, "the engine's own combination");
                        i64::try_from(lo).unwrap() - i64::try_from(hi).unwrap()
                    };
                    let sets = 1_u32..1 << shape.n_options;
                    let least = sets.map(worst).min();
                    prop_assert_eq!(least, (0..shape.n_options).map(|at| worst(1 << at)).min());
                }
            }
        }
    }
}

/// Why property 22 speaks of ends and not of middles: of any, the middle of a set is made of ends of
/// different options, and can differ by more than at any single one.
#[test]
fn the_middles_of_unknown_utilities_may_differ_most_at_a_set() {
    let shape = Shape { select: Select::Any, n_options: 2, must_at: FULL };
    let cells = [(0, 500), (0, 500), (500, 500), (0, 900)];
    let cells = cells.map(|(lo, hi)| Interval { lo, hi }).to_vec();
    let table = UtilityTable::from_cells(vec![shape], 2, cells);
    let gap = |options| {
        let middle = |id| table.utility(AltId(id), QuestionId(0), options).doubled_mid();
        i64::from(middle(0)) - i64::from(middle(1))
    };
    assert_eq!([gap(0b01), gap(0b10), gap(0b11)], [-500, -400, -900]);
}

/// The most that 64 questions can give is far from what the figures can hold.
#[test]
fn the_greatest_score_is_100_percent_without_overflow() {
    let shapes = vec![Shape { select: Select::One, n_options: 1, must_at: FULL }; 64];
    let table = UtilityTable::from_cells(shapes, 1, vec![Interval::exactly(FULL); 64]);
    let mut answers = Answers::none(64);
    for question in 0..64 {
        let importance = Importance::VeryImportant;
        answers.set(QuestionId(question), Some(Answer { importance, ..Answer::wish(1) }));
    }
    let score = Score::of(&table, &answers, AltId(0)).unwrap();
    assert_eq!((score.numerator(), score.tenths().0, score.hundredths()), (512_000, 1000, 10_000));
    let parts = contributions(&table, &answers, AltId(0));
    assert_eq!(parts.iter().map(|part| part.tenths.0).sum::<u32>(), 1000);
}
