//! Leads, tolerances and their words, against every corner of the importances: properties 14 and 15 of
//! the decision model, and 25 for what stands on no points at all.
//!
//! It changes weights by a share of themselves; `weight_sensitivity_properties` changes them in steps and one by one.

use proptest::prelude::*;
use stackfit::domain::catalog::AltId;
use stackfit::domain::decide::{
    Answer, Answers, Evaluation, Firmness, Importance, Lattice, Lead, NecessaryWinner, Outlook,
    ProsCons, Shares, Standing, differences, importance_steps, least_change, rank, sufficient,
    tie_weights,
};

use super::completions;
use test_support::reference;
use test_support::strategies::{Instance, cases, instances};

/// `w·d` of each question that gives points, from the plain utilities; by middles, or at the worst for
/// the one and the best for the other.
fn parts(instance: &Instance, one: AltId, other: AltId, at_worst: bool) -> Vec<i64> {
    let table = instance.table();
    let mut parts = Vec::new();
    for (question, answer) in instance.answers.iter() {
        let scoring = reference::scoring(answer);
        if scoring != 0 {
            let ends = |id| {
                let (lo, hi) = reference::utility(&table, id, question, scoring);
                (i64::try_from(lo).unwrap(), i64::try_from(hi).unwrap())
            };
            let ((lo, hi), (other_lo, other_hi)) = (ends(one), ends(other));
            let worst = 2 * (lo - other_hi);
            let d = if at_worst { worst } else { lo + hi - other_lo - other_hi };
            parts.push(i64::from(answer.importance.weight()) * d);
        }
    }
    parts
}

/// The least lead over all corners in which each part is multiplied by one of two factors.
fn least_at_corners(parts: &[i64], factors: [i64; 2]) -> i64 {
    let corners = 0..1_usize << parts.len();
    let lead = |corner: usize| -> i64 {
        parts.iter().enumerate().map(|(at, part)| part * factors[corner >> at & 1]).sum()
    };
    corners.map(lead).min().expect("there is one corner")
}

/// The word by its meaning: what every corner of the importances says.
fn word(parts: &[i64]) -> Firmness {
    let lead: i64 = parts.iter().sum();
    if lead < 0 {
        Firmness::Behind
    } else if lead == 0 {
        Firmness::Tie
    } else if least_at_corners(parts, [0, 1]) >= 0 {
        // Switching off whatever one likes does not put the other one ahead.
        Firmness::Dominates
    } else if least_at_corners(parts, [1, 4]) >= 0 {
        // From half to twice.
        Firmness::Solid
    } else if least_at_corners(parts, [1, 2]) >= 0 {
        Firmness::Firm
    } else {
        Firmness::Leaning
    }
}

/// `a/b < c/d` for whole numbers and positive denominators.
fn less((a, b): (i64, i64), (c, d): (i64, i64)) -> bool {
    a * d < c * b
}

/// The tolerance as a fraction; 0 where nothing differs.
fn tolerance(gap: ProsCons) -> (i64, i64) {
    let (pros, cons) = (i64::from(gap.pros), i64::from(gap.cons));
    if pros + cons == 0 { (0, 1) } else { (pros - cons, pros + cons) }
}

proptest! {
    #![proptest_config(cases(300))]

    /// Pros and cons are those of the definition, and the lead is the difference of the points.
    #[test]
    fn a_lead_is_pros_less_cons_and_the_difference_of_the_points(instance in instances()) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        let points = completions::points(&table, &instance.answers);
        for one in table.alternatives() {
            for other in table.alternatives() {
                let lead = Lead::over(&evaluation, one, other);
                prop_assert_eq!(lead.rival, other);
                for (gap, at_worst) in [(lead.mid, false), (lead.worst, true)] {
                    let parts = parts(&instance, one, other, at_worst);
                    let pros: i64 = parts.iter().filter(|part| **part > 0).sum();
                    let cons: i64 = parts.iter().filter(|part| **part < 0).sum();
                    prop_assert_eq!((i64::from(gap.pros), -i64::from(gap.cons)), (pros, cons));
                    prop_assert_eq!(i64::from(gap.lead()), pros + cons);
                }
                let difference = points[one.index()] - points[other.index()];
                prop_assert_eq!(i64::from(lead.mid.lead()), difference);
                prop_assert!(one == other || lead.worst.lead() <= lead.mid.lead());
            }
        }
    }

    /// Property 14: at the tolerance every corner still holds, and one of them exactly; a thousandth
    /// above it one breaks. The percentage holds, and one percent more does not.
    #[test]
    fn a_tolerance_is_the_most_that_every_importance_may_be_off(instance in instances()) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        for one in table.alternatives() {
            for other in table.alternatives() {
                let gap = Lead::over(&evaluation, one, other).mid;
                if gap.lead() < 0 || gap == ProsCons::default() {
                    continue;
                }
                let parts = parts(&instance, one, other, false);
                let off_by = |p: i64, q: i64| least_at_corners(&parts, [q - p, q + p]);
                let (p, q) = tolerance(gap);
                prop_assert_eq!(off_by(p, q), 0);
                prop_assert!(off_by(1000 * p + q, 1000 * q) < 0);
                let percent = i64::from(gap.tolerance_percent());
                prop_assert!(off_by(percent, 100) >= 0 && off_by(percent + 1, 100) < 0);
                prop_assert_eq!(percent == 100, gap.cons == 0);
            }
        }
    }

    /// Property 15: a word says what every corner of its range of importances says.
    #[test]
    fn a_word_of_firmness_is_what_every_corner_says(instance in instances()) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        for one in table.alternatives() {
            for other in table.alternatives() {
                let lead = Lead::over(&evaluation, one, other);
                let of = |at_worst| word(&parts(&instance, one, other, at_worst));
                prop_assert_eq!(lead.mid.firmness(), of(false));
                prop_assert_eq!(lead.worst.firmness(), of(true));
            }
        }
    }

    /// Every other eligible one is in it once, and none before a more dangerous one.
    #[test]
    fn a_standing_names_the_most_dangerous_rival_of_all(instance in instances()) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        for id in evaluation.eligible() {
            let standing = Standing::of(&evaluation, id);
            let mut rivals: Vec<_> = standing.leads.iter().map(|lead| lead.rival).collect();
            let place = |rival: AltId| {
                ranking.eligible.iter().position(|ranked| ranked.alternative == rival)
            };
            for pair in standing.leads.windows(2) {
                let (one, other) = (tolerance(pair[0].mid), tolerance(pair[1].mid));
                prop_assert!(!less(other, one));
                let in_order = place(pair[0].rival) < place(pair[1].rival);
                prop_assert!(less(one, other) || in_order, "equals as in the ranking");
                prop_assert!(pair[0].mid.firmness() <= pair[1].mid.firmness());
            }
            rivals.sort_unstable();
            let mut expected: Vec<_> = evaluation.rivals(id).collect();
            expected.sort_unstable();
            prop_assert_eq!(rivals, expected);
            prop_assert_eq!(standing.weakest(), standing.leads.first());
            let at_worst = standing.weakest_at_worst().map(|lead| tolerance(lead.worst));
            let all = standing.leads.iter().map(|lead| tolerance(lead.worst));
            prop_assert_eq!(at_worst.is_some(), !standing.leads.is_empty());
            prop_assert!(all.into_iter().all(|one| !less(one, at_worst.unwrap())));
            // Ties are honest: a tied leader has a tie in its standing and no firm word.
            if ranking.place(id).is_some_and(|place| place.rank == 1 && place.tied) {
                let word = standing.weakest().map(|lead| lead.mid.firmness());
                prop_assert_eq!(word, Some(Firmness::Tie));
            }
        }
    }

    /// Property 25: where nothing gives points, nothing is firm, nothing flips and no share is claimed.
    #[test]
    fn where_nothing_gives_points_nothing_is_claimed(
        instance in instances(),
        with_musts in any::<bool>(),
    ) {
        let table = instance.table();
        let mut answers = Answers::none(instance.shapes.len());
        for (question, answer) in instance.answers.iter().filter(|_| with_musts) {
            let importance = Importance::VeryImportant;
            answers.set(question, Some(Answer { musts: answer.options, importance, graded: false, ..answer }));
        }
        let ranking = rank(&table, &answers);
        let evaluation = Evaluation::new(&table, &answers, &ranking);
        prop_assert_eq!(Shares::of(&evaluation, Lattice::Coarse), None);
        for id in evaluation.eligible() {
            for lead in Standing::of(&evaluation, id).leads {
                prop_assert_eq!((lead.mid, lead.worst), (ProsCons::default(), ProsCons::default()));
                prop_assert_eq!(lead.mid.firmness(), Firmness::Tie);
                prop_assert_eq!(lead.mid.tolerance_percent(), 0);
                let all = differences(&evaluation, id, lead.rival);
                prop_assert!(tie_weights(&all).is_empty() && sufficient(&all).is_empty());
                prop_assert_eq!((importance_steps(&all), least_change(&all)), (None, (0, 1)));
            }
            if evaluation.open.is_empty() {
                prop_assert_eq!(Outlook::of(&evaluation, id).necessary_winner, NecessaryWinner::Yes);
            }
        }
    }
}
