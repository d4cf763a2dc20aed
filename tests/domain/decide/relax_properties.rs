//! Property 20: relaxations and conflicts are all the minimal ones, by trying every set of must-haves.
//!
//! It takes ranking and scores as given.

use proptest::prelude::*;
use stackfit::domain::catalog::{AltId, FULL, QuestionId, Select};
use stackfit::domain::decide::rank::Verdict;
use stackfit::domain::decide::{
    Answer, Answers, Cause, Interval, NoMatch, Score, Shape, UtilityTable, rank,
};

use test_support::reference;
use test_support::strategies::{Instance, cases, divided_instances, strict_instances};

/// Instances in which there often is none that meets all.
fn no_matches() -> impl Strategy<Value = Instance> {
    prop_oneof![strict_instances(), divided_instances()]
}

/// How many must-haves are weighed against each other.
const MOST: usize = 16;

/// For each alternative whether it meets each must-have, whatever the unknown facts are.
fn met(instance: &Instance, musts: &[Cause]) -> Vec<Vec<bool>> {
    let table = instance.table();
    let of = |id| {
        let passes = |must: &Cause| reference::verdict(&table, id, *must) == Verdict::Passes;
        musts.iter().map(passes).collect()
    };
    table.alternatives().map(of).collect()
}

/// Whether somebody meets all must-haves that are not in a set.
fn somebody_without(met: &[Vec<bool>], dropped: u32) -> bool {
    met.iter().any(|met| met.iter().enumerate().all(|(at, met)| *met || dropped >> at & 1 == 1))
}

/// Whether a set holds no smaller one of which something holds.
fn is_minimal(set: u32, n: usize, holds: impl Fn(u32) -> bool) -> bool {
    let without_one = (0..n).filter(|at| set >> at & 1 == 1).map(|at| set & !(1 << at));
    holds(set) && !without_one.into_iter().any(holds)
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn an_impasse_is_there_exactly_where_must_haves_leave_nobody(instance in no_matches()) {
        let table = instance.table();
        let musts = reference::must_haves(&table, &instance.answers);
        let nobody = rank(&table, &instance.answers).eligible.is_empty();
        prop_assert!(!nobody || !musts.is_empty());
        let no_match = NoMatch::of(&table, &instance.answers);
        prop_assert_eq!(no_match.is_some(), nobody);
        if let Some(no_match) = no_match {
            let n = musts.len().min(MOST);
            prop_assert_eq!(&no_match.musts, &musts[..n]);
            prop_assert_eq!(no_match.n_fixed, musts.len() - n);
        }
    }

    /// Property 20. Giving up a set brings somebody back, giving up any part of it nobody; and no such set is
    /// missing.
    #[test]
    fn relaxations_are_all_the_minimal_ones(instance in no_matches()) {
        let table = instance.table();
        let musts = reference::must_haves(&table, &instance.answers);
        let Some(no_match) = NoMatch::of(&table, &instance.answers) else { return Ok(()) };
        let met = met(&instance, &musts);
        let n = no_match.musts.len();
        let mut expected: Vec<u32> = (0..1_u32 << n)
            .filter(|set| is_minimal(*set, n, |set| somebody_without(&met, set)))
            .collect();
        let mut found: Vec<u32> =
            no_match.relaxations.iter().map(|one| one.dropped.into()).collect();
        expected.sort_unstable();
        found.sort_unstable();
        prop_assert_eq!(found, expected);
    }

    /// Who comes back is who a full ranking of the relaxed answers says, in that order.
    #[test]
    fn a_relaxation_brings_back_who_it_says(instance in no_matches()) {
        let table = instance.table();
        let Some(no_match) = NoMatch::of(&table, &instance.answers) else { return Ok(()) };
        for one in &no_match.relaxations {
            let relaxed = no_match.relaxed(&table, &instance.answers, one.dropped);
            for (question, answer) in instance.answers.iter() {
                let left = relaxed.get(question).unwrap();
                prop_assert_eq!((left.options, left.importance), (answer.options, answer.importance));
            }
            let mut left = reference::must_haves(&table, &relaxed);
            left.extend(no_match.musts_in(one.dropped));
            let mut all = reference::must_haves(&table, &instance.answers);
            let key = |must: &Cause| (must.question, must.options);
            left.sort_unstable_by_key(key);
            all.sort_unstable_by_key(key);
            prop_assert_eq!(left, all, "exactly the dropped ones are gone");
            let ranking = rank(&table, &relaxed);
            let ranked = ranking.eligible.iter().map(|ranked| (ranked.alternative, ranked.score));
            let returns = one.returns.iter().map(|back| (back.alternative, back.score));
            prop_assert_eq!(returns.collect::<Vec<_>>(), ranked.collect::<Vec<_>>());
            prop_assert!(!one.returns.is_empty());
            for back in &one.returns {
                for (at, must) in no_match.musts.iter().enumerate() {
                    let verdict = reference::verdict(&table, back.alternative, *must);
                    prop_assert_eq!(back.unknown >> at & 1 == 1, verdict == Verdict::Unknown);
                    let is_dropped = one.dropped >> at & 1 == 1;
                    prop_assert_eq!(is_dropped, verdict != Verdict::Passes);
                }
            }
        }
    }

    /// Property 20, for conflicts. Nobody meets one, somebody each part of it; no such set is missing; and every
    /// relaxation gives up something of every conflict.
    #[test]
    fn conflicts_are_all_the_minimal_ones(instance in no_matches()) {
        let table = instance.table();
        let Some(no_match) = NoMatch::of(&table, &instance.answers) else { return Ok(()) };
        let met = met(&instance, &no_match.musts);
        let n = no_match.musts.len();
        let nobody = |set: u32| !somebody_without(&met, !set);
        let mut expected: Vec<u32> =
            (0..1_u32 << n).filter(|set| is_minimal(*set, n, nobody)).collect();
        let mut found: Vec<u32> = no_match.conflicts.iter().map(|set| (*set).into()).collect();
        expected.sort_unstable();
        found.sort_unstable();
        prop_assert_eq!(found, expected);
        for one in &no_match.relaxations {
            prop_assert!(no_match.conflicts.iter().all(|conflict| conflict & one.dropped != 0));
        }
    }

    /// The fewest first; then by score, among equals in question order.
    #[test]
    fn relaxations_and_conflicts_have_one_order(instance in no_matches()) {
        let table = instance.table();
        let Some(no_match) = NoMatch::of(&table, &instance.answers) else { return Ok(()) };
        let positions = |set: u16| reference::bits(set.into());
        for pair in no_match.relaxations.windows(2) {
            let [one, other] = pair else { unreachable!("windows of two") };
            let size = |of: u16| of.count_ones();
            let best = |of: Score| (u64::from(of.numerator()), u64::from(of.weight));
            let (own, its) = (one.returns[0].score.unwrap(), other.returns[0].score.unwrap());
            let ((n_own, w_own), (n_its, w_its)) = (best(own), best(its));
            let (own, its) = (n_own * w_its, n_its * w_own);
            let is_ordered = size(one.dropped) < size(other.dropped)
                || size(one.dropped) == size(other.dropped)
                    && (own > its
                        || own == its && positions(one.dropped) < positions(other.dropped));
            prop_assert!(is_ordered, "{:?} before {:?}", one, other);
        }
        let size = |set: &u16| (set.count_ones(), positions(*set));
        prop_assert!(no_match.conflicts.is_sorted_by(|one, other| size(one) < size(other)));
    }
}

/// The third is only not known to have the second feature: it does not count as eligible, and the
/// relaxation says so.
#[test]
fn what_cannot_be_confirmed_is_given_up_like_what_is_missing_but_said_apart() {
    let all = Shape { select: Select::All, n_options: 2, must_at: FULL };
    let cells = [(0, 0), (1000, 1000), (1000, 1000), (0, 0), (1000, 1000), (0, 1000)];
    let cells = cells.map(|(lo, hi)| Interval { lo, hi }).to_vec();
    let table = UtilityTable::from_cells(vec![all], 3, cells);
    let mut answers = Answers::none(1);
    answers.set(QuestionId(0), Some(Answer { musts: 0b11, ..Answer::wish(0b11) }));
    let no_match = NoMatch::of(&table, &answers).expect("nobody is confirmed to have both");
    assert_eq!(no_match.conflicts, [0b11]);
    let [first, second] = no_match.relaxations.as_slice() else { panic!("one of them each") };
    assert_eq!((first.dropped, second.dropped), (0b10, 0b01), "the better score first");
    let back: Vec<_> = first.returns.iter().map(|back| (back.alternative, back.unknown)).collect();
    assert_eq!(back, [(AltId(2), 0b10), (AltId(1), 0)], "half of what is not known counts");
}

/// What is beyond the sixteenth must-have stays one: nobody comes back who fails it.
#[test]
fn must_haves_beyond_the_sixteenth_are_taken_as_given() {
    let all = Shape { select: Select::All, n_options: 9, must_at: FULL };
    let mut cells = vec![Interval::exactly(FULL); 3 * 18];
    // The first fails one of the sixteen, the second the last one, the third both.
    for at in [2, 18 + 17, 36 + 2, 36 + 17] {
        cells[at] = Interval::exactly(0);
    }
    let table = UtilityTable::from_cells(vec![all; 2], 3, cells);
    let mut answers = Answers::none(2);
    let must = Answer { musts: 0b1_1111_1111, ..Answer::wish(0b1_1111_1111) };
    answers.set(QuestionId(0), Some(must));
    answers.set(QuestionId(1), Some(must));
    let no_match = NoMatch::of(&table, &answers).expect("nobody meets all 18");
    assert_eq!((no_match.musts.len(), no_match.n_fixed), (16, 2));
    let [only] = no_match.relaxations.as_slice() else { panic!("{:?}", no_match.relaxations) };
    let back: Vec<_> = only.returns.iter().map(|back| back.alternative).collect();
    assert_eq!((only.dropped, back), (0b100, vec![AltId(0)]));
    assert!(no_match.conflicts.is_empty(), "the second meets all sixteen");
}
