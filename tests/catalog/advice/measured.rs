//! The comparison of the advice with what was chosen: each count is what the rankings say.

use stackfit::authoring::Case;
use stackfit::authoring::audit::{Advice, Check, Measured, Outcome, Place, Target};
use stackfit::domain::catalog::{AltId, Catalog, Value};
use stackfit::domain::decide::Answers;
use stackfit::domain::permalink::decode;
use test_support::generated::generated_catalog;
use test_support::generated::vocabulary::criterion_at;

/// What stands for a fact that nobody knows.
const UNKNOWN: u8 = u8::MAX;

/// Six entries that differ in two capabilities alone. With `a.back-office=wanted` their ranks are
/// 1, 2, 2, 4, 5 and 6.
fn catalog() -> Catalog {
    let mut catalog = generated_catalog(6, 3);
    for (criterion, levels) in [("admin", [0, 1, 1, 2, 3, 4]), ("jobs", [3, 0, 1, UNKNOWN, 0, 0])] {
        for (entry, level) in catalog.alternatives.iter_mut().zip(levels) {
            let value = if level == UNKNOWN { Value::Unknown } else { Value::One(level) };
            entry.facts[criterion_at(criterion).index()].value = value;
        }
    }
    catalog
}

fn answers(catalog: &Catalog, link: &str) -> Answers {
    let decoded = decode(catalog, link);
    assert_eq!(decoded.ignored, []);
    decoded.state.answers
}

fn case(catalog: &Catalog, link: &str, chosen: u16, turned_down: &[u16]) -> Case {
    Case {
        id: format!("case-{chosen}"),
        answers: answers(catalog, link),
        unsaid: vec!["who the boss knows".to_owned()],
        chosen: AltId(chosen),
        turned_down: turned_down.iter().copied().map(AltId).collect(),
        is_disputed: false,
        is_aside: false,
    }
}

fn outcome(catalog: &Catalog, case: &Case) -> Outcome {
    let mut advice = Advice::of(catalog, [case]);
    assert_eq!((advice.cases.len(), advice.disputed.len()), (1, 0));
    advice.cases.remove(0)
}

const WISH: &str = "?a.back-office=wanted";
const MUST: &str = "?a.back-office=wanted&a.queue=wanted&must.queue=wanted";

#[test]
fn a_choice_stands_where_the_ranking_has_it() {
    let catalog = catalog();
    let id = |at: usize| catalog.alternatives[at].id.to_string();
    let place = |chosen| outcome(&catalog, &case(&catalog, WISH, chosen, &[])).place;
    let expected = [(1, 0), (2, 1), (2, 1), (4, 0), (5, 0), (6, 0)];
    for (chosen, (rank, n_equals)) in (0..).zip(expected) {
        assert_eq!(place(chosen), Place::Ranked { rank, n_equals });
    }
    let outcome = outcome(&catalog, &case(&catalog, WISH, 1, &[5, 0]));
    assert_eq!((&outcome.chosen, &outcome.leaders), (&id(1), &vec![id(0)]));
    assert_eq!(outcome.turned_down_first, [id(0)], "the other one is last");
}

#[test]
fn a_choice_that_does_not_meet_a_must_have_is_not_first() {
    let catalog = catalog();
    let musts = vec!["must.queue=wanted".to_owned()];
    let place = |chosen| outcome(&catalog, &case(&catalog, MUST, chosen, &[])).place;
    assert_eq!(place(0), Place::Excluded(musts.clone()), "it would have the most points");
    assert_eq!(place(3), Place::Unconfirmed(musts));
    for chosen in [0, 3] {
        let place = place(chosen);
        assert!(!place.is_within(1) && !place.is_within(3) && !place.is_first_alone());
    }
}

/// Without points all that meet the must-haves have rank 1: none of them is alone.
#[test]
fn whoever_shares_a_place_without_points_is_not_alone() {
    let mut catalog = catalog();
    let link = "?a.back-office=wanted&must.back-office=wanted";
    let alone = outcome(&catalog, &case(&catalog, link, 0, &[])).place;
    assert_eq!(alone, Place::Ranked { rank: 1, n_equals: 0 });
    catalog.alternatives[1].facts[criterion_at("admin").index()].value = Value::One(0);
    let shared = outcome(&catalog, &case(&catalog, link, 0, &[])).place;
    assert_eq!(shared, Place::Ranked { rank: 1, n_equals: 1 });
}

#[test]
fn cases_are_counted_by_place_and_disputed_ones_nowhere() {
    let catalog = catalog();
    let mut cases = vec![
        case(&catalog, WISH, 0, &[1]),
        case(&catalog, WISH, 1, &[]),
        case(&catalog, WISH, 3, &[0]),
        case(&catalog, MUST, 0, &[]),
    ];
    let counts = |cases: &[Case]| {
        let measured = Advice::of(&catalog, cases).measured();
        measured.map(|Measured { check, n, of, .. }| (check, n, of))
    };
    let expected = [
        (Check::AdviceFirst, 1, 4),
        (Check::AdviceAlone, 1, 4),
        (Check::AdviceThree, 2, 4),
        (Check::AdviceTurnedDown, 1, 4),
    ];
    assert_eq!(counts(&cases), expected);
    let disputed = Case { is_disputed: true, ..case(&catalog, WISH, 5, &[0]) };
    cases.push(disputed);
    assert_eq!(counts(&cases), expected);
    let advice = Advice::of(&catalog, &cases);
    assert_eq!(advice.disputed.len(), 1);
    assert_eq!(advice.disputed[0].place, Place::Ranked { rank: 6, n_equals: 0 });
}

#[test]
fn exactly_what_a_target_says_reaches_it() {
    let is_reached = |target, n, of| {
        let what = "counted";
        Measured { check: Check::AdviceFirst, what, n, of, target: Some(target) }.is_reached()
    };
    assert!(is_reached(Target::AtLeast(85), 17, 20) && !is_reached(Target::AtLeast(85), 84, 99));
    assert!(is_reached(Target::AtMost(2), 2, 100) && !is_reached(Target::AtMost(2), 2, 99));
    assert!(is_reached(Target::AllBut(1), 31, 32) && !is_reached(Target::AllBut(1), 30, 32));
    assert!(is_reached(Target::AtMostCases(1), 1, 9) && !is_reached(Target::AtMostCases(1), 2, 9));
}

#[test]
fn a_target_that_is_missed_is_found_and_one_that_is_reached_is_not() {
    let catalog = catalog();
    let found = |cases: &[Case]| {
        let findings = Advice::of(&catalog, cases).findings();
        findings.into_iter().map(|one| (one.check, one.subject)).collect::<Vec<_>>()
    };
    assert_eq!(found(&[case(&catalog, WISH, 0, &[])]), []);
    let missed = |check| (check, "cases".to_owned());
    let all = [Check::AdviceFirst, Check::AdviceAlone, Check::AdviceThree, Check::AdviceTurnedDown];
    assert_eq!(found(&[case(&catalog, WISH, 5, &[0])]), all.map(missed));
    assert_eq!(found(&[case(&catalog, WISH, 1, &[])]), [all[0], all[1]].map(missed));
}
