//! What open questions can still change, against every completion: properties 8 to 13 of the decision
//! model.
//!
//! It takes who is eligible as given; `rank_properties` holds that to the must-haves.

use proptest::prelude::*;
use stackfit::domain::catalog::{AltId, QuestionId};
use stackfit::domain::decide::rank::Verdict;
use stackfit::domain::decide::{
    Answer, Answers, Evaluation, Importance, Interval, NecessaryWinner, Outlook, Ranking,
    UtilityTable, not_possible_winners, rank, unmet_options,
};

use super::completions::{each, moves, open, points, regrets};
use test_support::open_instances::{known_open_instances, open_instances, small_open_instances};
use test_support::rng::Rng;
use test_support::strategies::{Instance, cases};

/// The weights that a level withstands, the most decided first.
const LEVELS: [(NecessaryWinner, &[i64]); 4] = [
    (NecessaryWinner::Yes, &[1, 2, 4]),
    (NecessaryWinner::UnlessVeryImportant, &[1, 2]),
    (NecessaryWinner::UnlessImportant, &[1]),
    (NecessaryWinner::No, &[]),
];

/// The level of each eligible alternative, by trying: first in every completion of those weights, or of
/// none. Who is behind already withstands nothing, not even that everything is skipped.
fn levels(table: &UtilityTable, answers: &Answers, ranking: &Ranking) -> Vec<NecessaryWinner> {
    let mut levels = vec![NecessaryWinner::No; ranking.eligible.len()];
    for (level, weights) in LEVELS.iter().filter(|(level, _)| *level != NecessaryWinner::No) {
        let regrets = regrets(table, answers, ranking, weights);
        for (known, regret) in levels.iter_mut().zip(regrets) {
            if regret == 0 {
                *known = (*level).max(*known);
            }
        }
    }
    levels
}

/// Every table in which each unknown utility is at one of its ends.
fn corners(instance: &Instance) -> Vec<UtilityTable> {
    let mut corners = vec![Vec::new()];
    for cell in &instance.cells {
        let ends = if cell.lo == cell.hi { vec![cell.lo] } else { vec![cell.lo, cell.hi] };
        let with = |corner: &Vec<Interval>, end: &u16| {
            [corner.as_slice(), &[Interval::exactly(*end)]].concat()
        };
        corners =
            corners.iter().flat_map(|corner| ends.iter().map(|end| with(corner, end))).collect();
    }
    let table = |cells| UtilityTable::from_cells(instance.shapes.clone(), instance.n, cells);
    corners.into_iter().map(table).collect()
}

/// Answers to some of the open questions, none of them a must-have.
fn further(instance: &Instance, seed: u64) -> Answers {
    let mut rng = Rng::new(seed);
    let mut answers = instance.answers.clone();
    for question in open(&instance.table(), &answers) {
        let shape = instance.shapes[question.index()];
        let importance = Importance::ALL[rng.below(3)];
        let wild = Answer { importance, ..Answer::wish(u32::from(rng.position(16))) };
        if !rng.one_in(3) {
            answers.set(question, wild.fitted(shape.select, shape.n_options, true));
        }
    }
    answers
}

/// Properties 8 and 12 for one instance.
fn check_outlooks(instance: &Instance) -> Result<(), TestCaseError> {
    let table = instance.table();
    let ranking = rank(&table, &instance.answers);
    let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
    let regrets = regrets(&table, &instance.answers, &ranking, &[1, 2, 4]);
    let levels = levels(&table, &instance.answers, &ranking);
    for ((id, regret), level) in evaluation.eligible().zip(regrets).zip(levels) {
        let outlook = Outlook::of(&evaluation, id);
        prop_assert_eq!(outlook.necessary_winner, level);
        prop_assert_eq!(i64::from(outlook.regret), regret);
        prop_assert_eq!(outlook.regret == 0, outlook.necessary_winner == NecessaryWinner::Yes);
        prop_assert!(outlook.at_worst <= outlook.necessary_winner, "the middle is not the worst");
        prop_assert_eq!(outlook.rival.is_some(), ranking.eligible.len() > 1);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(300))]

    /// Properties 8 and 12, with every utility known.
    #[test]
    fn decided_is_who_wins_in_every_completion(instance in known_open_instances()) {
        check_outlooks(&instance)?;
    }

    /// The same with unknown utilities in the middle, also where several options may be chosen.
    #[test]
    fn decided_is_who_wins_in_every_completion_also_with_unknown_facts(instance in open_instances()) {
        check_outlooks(&instance)?;
    }

    /// Property 9: of every corner of the unknown facts, in every completion.
    #[test]
    fn decided_at_worst_is_who_wins_in_every_completion_of_every_corner(instance in small_open_instances()) {
        let n_unknown = instance.cells.iter().filter(|cell| !cell.is_known()).count();
        prop_assume!(n_unknown <= 7);
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        let mut least = vec![NecessaryWinner::Yes; ranking.eligible.len()];
        for corner in corners(&instance) {
            for (least, level) in least.iter_mut().zip(levels(&corner, &instance.answers, &ranking)) {
                *least = level.min(*least);
            }
        }
        for (id, least) in evaluation.eligible().zip(least) {
            prop_assert_eq!(Outlook::of(&evaluation, id).at_worst, least);
        }
    }

    /// Property 10.
    #[test]
    fn what_is_decided_stays_so_under_further_answers(instance in open_instances(), seed in any::<u64>()) {
        let table = instance.table();
        let further = further(&instance, seed);
        let (ranking, later) = (rank(&table, &instance.answers), rank(&table, &further));
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        let later_situation = Evaluation::new(&table, &further, &later);
        for id in evaluation.eligible() {
            let (now, then) = (Outlook::of(&evaluation, id), Outlook::of(&later_situation, id));
            if now.necessary_winner == NecessaryWinner::Yes {
                prop_assert_eq!(then.necessary_winner, NecessaryWinner::Yes);
                prop_assert_eq!(later.place(id).map(|place| place.rank), Some(1));
            }
            prop_assert!(now.at_worst < NecessaryWinner::Yes || then.at_worst == NecessaryWinner::Yes);
        }
    }

    /// Property 11.
    #[test]
    fn nobody_out_of_the_race_can_be_first(instance in open_instances()) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        let out = not_possible_winners(&evaluation);
        let open = open(&table, &instance.answers);
        let moves: Vec<_> = open.iter().map(|open| moves(&table, *open, &[1, 2, 4])).collect();
        let mut ever_first = vec![false; instance.n];
        each(&points(&table, &instance.answers), &moves, &mut |points| {
            let most = evaluation.eligible().map(|id| points[id.index()]).max();
            for id in evaluation.eligible() {
                ever_first[id.index()] |= Some(points[id.index()]) == most;
            }
        });
        prop_assert!(out.iter().all(|id| !ever_first[id.index()]));
        // Few leaders: then it is exactly who is always behind one and the same.
        let always_behind = |id: AltId| evaluation.rivals(id).any(|rival| {
            let mut always = true;
            each(&points(&table, &instance.answers), &moves, &mut |points| {
                always &= points[rival.index()] > points[id.index()];
            });
            always
        });
        prop_assert_eq!(out, evaluation.eligible().filter(|id| always_behind(*id)).collect::<Vec<_>>());
    }

    /// Property 13, for all who lead.
    #[test]
    fn overturners_are_the_questions_that_alone_can_put_another_one_ahead(instance in open_instances()) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        for id in ranking.leaders().map(|leader| leader.alternative) {
            let can = |question: &QuestionId| {
                let mut found = false;
                let moves = [moves(&table, *question, &[1, 2, 4])];
                each(&points(&table, &instance.answers), &moves, &mut |points| {
                    found |= evaluation.rivals(id).any(|rival| points[rival.index()] > points[id.index()]);
                });
                found
            };
            let expected: Vec<_> =
                open(&table, &instance.answers).into_iter().filter(can).collect();
            prop_assert_eq!(Outlook::of(&evaluation, id).overturners, expected);
        }
    }

    /// The rival that is named is the one that could be the furthest ahead.
    #[test]
    fn the_rival_of_an_outlook_is_where_the_regret_is(instance in open_instances()) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        let open = open(&table, &instance.answers);
        let moves: Vec<_> = open.iter().map(|open| moves(&table, *open, &[1, 2, 4])).collect();
        for id in evaluation.eligible() {
            let margin = |rival: AltId| {
                let mut least = i64::MAX;
                each(&points(&table, &instance.answers), &moves, &mut |points| {
                    least = least.min(points[id.index()] - points[rival.index()]);
                });
                least
            };
            let first_least = evaluation.rivals(id).min_by_key(|rival| margin(*rival));
            prop_assert_eq!(Outlook::of(&evaluation, id).rival, first_least);
        }
    }

    /// As a new must-have each such option puts the alternative where it says, and no other does.
    #[test]
    fn unmet_options_are_those_that_as_a_must_have_exclude(instance in open_instances()) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        for id in evaluation.eligible() {
            let mut expected = Vec::new();
            for question in open(&table, &instance.answers) {
                for at in 0..table.shape(question).n_options {
                    let mut answers = instance.answers.clone();
                    let options = 1 << at;
                    answers.set(question, Some(Answer { musts: options, ..Answer::wish(options) }));
                    let then = rank(&table, &answers);
                    if then.excluded.iter().any(|out| out.alternative == id) {
                        expected.push((question, options, Verdict::Fails));
                    } else if then.place(id).is_none() {
                        expected.push((question, options, Verdict::Unknown));
                    }
                }
            }
            let found = unmet_options(&evaluation, id);
            let found: Vec<_> = found
                .iter()
                .map(|unmet| (unmet.must.question, unmet.must.options, unmet.verdict))
                .collect();
            prop_assert_eq!(found, expected);
        }
    }
}
