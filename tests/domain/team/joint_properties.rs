//! The joint rankings against brute force, and what both rules promise; what they do not is shown by
//! examples.

use core::cmp::Ordering;

use proptest::prelude::*;
use stackfit::domain::catalog::{AltId, FULL, QuestionId, Select};
use stackfit::domain::decide::{Answer, Answers, Importance, Interval, Shape, UtilityTable};
use stackfit::domain::team::{Member, Placed, Share, Team};

use super::group::{Group, groups, strict_groups};
use test_support::strategies::cases;

/// What stays of a ranking when people change places.
fn order(ranking: &[Placed]) -> Vec<(AltId, u16, Option<u32>)> {
    ranking.iter().map(|it| (it.alternative, it.rank, it.mean_tenths)).collect()
}

fn rank_of(ranking: &[Placed], id: AltId) -> Option<u16> {
    ranking.iter().find(|placed| placed.alternative == id).map(|placed| placed.rank)
}

/// The sum of the scores as a fraction of the product of all weights.
fn sum(group: &Group, id: AltId) -> i128 {
    let scored = group.scored();
    let others = |at: usize| -> i128 {
        let others = scored.iter().filter(|other| **other != at);
        others.map(|other| group.points(*other, id).1).product()
    };
    scored.iter().map(|at| group.points(*at, id).0 * others(*at)).sum()
}

/// What each person with a score gives up, as part and whole, the greatest first.
fn regrets(group: &Group, pool: &[AltId], id: AltId) -> Vec<(i128, i128)> {
    let of = |at: usize| {
        let best = pool.iter().map(|other| group.points(at, *other).0).max().unwrap();
        let (points, weight) = group.points(at, id);
        (best - points, 2000 * weight)
    };
    let mut all: Vec<_> = group.scored().into_iter().map(of).collect();
    all.sort_by(|one, other| (other.0 * one.1).cmp(&(one.0 * other.1)));
    all
}

/// The first list is better where the first difference is less.
fn worst_first(one: &[(i128, i128)], other: &[(i128, i128)]) -> Ordering {
    let mut pairs = one.iter().zip(other).map(|(a, b)| (a.0 * b.1).cmp(&(b.0 * a.1)));
    pairs.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn both_rankings_are_those_of_brute_force(group in groups()) {
        let pool = group.pool();
        group.with(|team| {
            for ranking in [&team.joint.by_mean, &team.joint.by_regret] {
                let mut ids: Vec<_> = ranking.iter().map(|placed| placed.alternative).collect();
                ids.sort_unstable();
                prop_assert_eq!(&ids, &pool, "who everybody accepts, and nobody else");
                prop_assert!(ranking.is_sorted_by_key(|placed| (placed.rank, placed.alternative)));
            }
            for id in &pool {
                let better = pool.iter().filter(|it| sum(&group, **it) > sum(&group, *id)).count();
                let rank = rank_of(&team.joint.by_mean, *id).unwrap();
                prop_assert_eq!(usize::from(rank), better + 1);
                let own = regrets(&group, &pool, *id);
                let better = pool
                    .iter()
                    .filter(|it| worst_first(&regrets(&group, &pool, **it), &own).is_lt())
                    .count();
                let rank = rank_of(&team.joint.by_regret, *id).unwrap();
                prop_assert_eq!(usize::from(rank), better + 1);
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_figures_are_those_of_brute_force(group in groups()) {
        let (pool, scored) = (group.pool(), group.scored());
        group.with(|team| {
            for placed in &team.joint.by_mean {
                let id = placed.alternative;
                let product: i128 = scored.iter().map(|at| group.points(*at, id).1).product();
                let whole = 2000 * product * i128::try_from(scored.len()).unwrap();
                let expected = (whole > 0).then(|| (2000 * sum(&group, id) + whole) / (2 * whole));
                prop_assert_eq!(placed.mean_tenths.map(i128::from), expected);
                let found = placed.regrets.iter().map(|(_, share)| (share.part, share.whole));
                let found: Vec<_> = found.map(|(part, whole)| (part.into(), whole.into())).collect();
                let expected = regrets(&group, &pool, id);
                prop_assert_eq!(found.len(), expected.len());
                prop_assert_eq!(worst_first(&found, &expected), Ordering::Equal);
                for (at, share) in &placed.regrets {
                    prop_assert_eq!(team.regret(*at, id), Some(*share));
                }
            }
            prop_assert_eq!(team.unscored().count(), group.people.len() - scored.len());
            Ok(())
        })?;
    }

    /// The losses less the gains are what a person gives up.
    /// Whom a person has first on their own is kept out where everybody who is ranked has fewer points.
    #[test]
    fn whom_others_keep_out_is_somebodys_own_first(group in prop_oneof![groups(), strict_groups()]) {
        let (pool, scored, table) = (group.pool(), group.scored(), group.table());
        for at in 0..group.people.len() {
            let points = |id: AltId| group.points(at, id).0;
            let alone = Group { people: vec![group.people[at].clone()], ..group.clone() };
            let own = alone.pool();
            let most = own.iter().map(|id| points(*id)).max().filter(|_| scored.contains(&at));
            let ranked = pool.iter().map(|id| points(*id)).max();
            let first = table.listed().iter().find(|id| own.contains(id) && Some(points(**id)) == most);
            let expected = first.filter(|_| most > ranked).copied();
            group.with(|team| {
                prop_assert_eq!(team.kept_out(at), expected);
                Ok(())
            })?;
        }
    }

    #[test]
    fn losses_are_over_all_questions_that_give_less(group in groups()) {
        let table = group.table();
        group.with(|team| {
            for placed in &team.joint.by_mean {
                for (at, regret) in &placed.regrets {
                    let best = team.joint.best_of(*at).unwrap();
                    let losses = team.losses(*at, placed.alternative);
                    prop_assert!(losses.is_sorted_by(|one, next| one.1 >= next.1));
                    let mut left = i64::from(regret.part);
                    for (question, answer) in group.people[*at].answers.iter() {
                        let earned = |id| i64::from(table.earned(id, question, answer).doubled_mid());
                        let lost = i64::from(answer.weight()) * (earned(best) - earned(placed.alternative));
                        let listed = losses.iter().find(|(other, _)| *other == question);
                        let listed = listed.map_or(0, |(_, share)| i64::from(share.part));
                        prop_assert_eq!(listed, lost.max(0));
                        left -= lost;
                    }
                    prop_assert_eq!(left, 0);
                }
            }
            Ok(())
        })?;
    }

    /// Anonymity: who said what does not matter.
    #[test]
    fn people_may_change_places(group in groups(), turn in 0_usize..4, flips in any::<bool>()) {
        let mut other = group.clone();
        let n = other.people.len();
        other.people.rotate_left(turn % n);
        if flips {
            other.people.reverse();
        }
        let both = |group: &Group| {
            group.with(|team| (order(&team.joint.by_mean), order(&team.joint.by_regret)))
        };
        prop_assert_eq!(both(&group), both(&other));
    }

    /// Pareto, and with it unanimity: who is nowhere worse is not behind, and who is better for somebody
    /// is ahead.
    #[test]
    fn who_is_nowhere_worse_is_not_behind(group in groups()) {
        let pool = group.pool();
        group.with(|team| {
            for (one, other) in pool.iter().flat_map(|one| pool.iter().map(move |it| (*one, *it))) {
                let points = |at: &usize, id| group.points(*at, id).0;
                let scored = group.scored();
                if !scored.iter().all(|at| points(at, one) >= points(at, other)) {
                    continue;
                }
                let is_better = scored.iter().any(|at| points(at, one) > points(at, other));
                for ranking in [&team.joint.by_mean, &team.joint.by_regret] {
                    let (one, other) = (rank_of(ranking, one), rank_of(ranking, other));
                    let is_held = if is_better { one < other } else { one == other };
                    prop_assert!(is_held, "{:?} {:?}", one, other);
                }
            }
            Ok(())
        })?;
    }

    /// Unanimity: whom everybody puts first alone comes first alone.
    #[test]
    fn whom_all_put_first_comes_first(group in groups()) {
        let (pool, scored) = (group.pool(), group.scored());
        let is_first = |id: AltId| {
            let leads = |at: &usize| {
                let points = |id| group.points(*at, id).0;
                pool.iter().all(|other| *other == id || points(id) > points(*other))
            };
            !scored.is_empty() && scored.iter().all(leads)
        };
        for id in pool.iter().copied().filter(|id| is_first(*id)) {
            group.with(|team| {
                let firsts = [
                    team.joint.first_by_mean().map(|it| it.alternative).collect::<Vec<_>>(),
                    team.joint.first_by_regret().map(|it| it.alternative).collect(),
                ];
                prop_assert_eq!(firsts, [vec![id], vec![id]]);
                prop_assert_eq!(team.joint.least_regret(), Some(Share::NONE));
                Ok(())
            })?;
        }
    }

    /// Monotonicity: who becomes better in anything does not fall.
    #[test]
    fn who_becomes_better_does_not_fall(
        group in groups(), at in any::<prop::sample::Index>(), more in 1_u16..=1000
    ) {
        let n_cells = group.instance.cells.len();
        prop_assume!(n_cells > 0);
        let at = at.index(n_cells);
        let id = AltId(u16::try_from(at / (n_cells / group.instance.n)).unwrap());
        let mut better = group.clone();
        let cell = &mut better.instance.cells[at];
        *cell = Interval { lo: (cell.lo + more).min(FULL), hi: (cell.hi + more).min(FULL) };
        let ranks = |group: &Group| {
            group.with(|team| [rank_of(&team.joint.by_mean, id), rank_of(&team.joint.by_regret, id)])
        };
        for (before, after) in ranks(&group).into_iter().zip(ranks(&better)) {
            if let Some(before) = before {
                prop_assert!(after.is_some_and(|after| after <= before), "{before} {after:?}");
            }
        }
    }

    /// Who has no weighted answer and no must-have changes nothing.
    #[test]
    fn who_has_no_score_counts_in_nothing(group in groups()) {
        let mut more = group.clone();
        let answers = Answers::none(group.instance.shapes.len());
        more.people.push(Member { name: "Guest".to_owned(), answers });
        let joint = |group: &Group| group.with(|team| team.joint.clone());
        let (before, after) = (joint(&group), joint(&more));
        prop_assert_eq!(before.by_mean, after.by_mean);
        prop_assert_eq!(before.by_regret, after.by_regret);
    }

    /// Two of the mean keep their order whoever else leaves.
    #[test]
    fn the_mean_of_two_does_not_depend_on_others(group in groups(), out in 0_u16..6) {
        let mut fewer = group.clone();
        let out = AltId(out % u16::try_from(group.instance.n).unwrap());
        if !fewer.people[0].answers.without().contains(&out) {
            fewer.people[0].answers.toggle_without(out);
        }
        let means = |group: &Group| -> Vec<(AltId, Option<u32>)> {
            let joint = group.with(|team| team.joint.by_mean.clone());
            let left = joint.iter().filter(|placed| placed.alternative != out);
            left.map(|placed| (placed.alternative, placed.mean_tenths)).collect()
        };
        prop_assert_eq!(means(&group), means(&fewer));
    }
}

/// A table of questions with two options: one row for each alternative, with the utility of each option.
fn table(rows: &[&[u16]]) -> UtilityTable {
    let shape = Shape { select: Select::One, n_options: 2, must_at: FULL };
    let cells = rows.iter().flat_map(|row| row.iter().copied()).map(Interval::exactly).collect();
    UtilityTable::from_cells(vec![shape; rows[0].len() / 2], rows.len(), cells)
}

/// A person who chooses an option of the first question.
fn chooser(option: u32, importance: Importance, n_questions: usize) -> Member {
    let mut answers = Answers::none(n_questions);
    let answer = Answer { importance, ..Answer::wish(1 << option) };
    answers.set(QuestionId(0), Some(answer));
    Member { name: String::new(), answers }
}

fn firsts(team: &Team) -> [Vec<u16>; 2] {
    [
        team.joint.first_by_mean().map(|placed| placed.alternative.0).collect(),
        team.joint.first_by_regret().map(|placed| placed.alternative.0).collect(),
    ]
}

/// Two love the first, one loses everything with it: the mean takes it all the same.
#[test]
fn the_mean_does_not_promise_that_nobody_loses_much() {
    let people = [0, 0, 1].map(|option| chooser(option, Importance::Normal, 1));
    let table = table(&[&[1000, 0], &[600, 600]]);
    let team = Team::new(&table, &people);
    assert_eq!(firsts(&team), [vec![0], vec![1]], "{:?}", team.joint);
    assert_eq!(team.joint.least_regret(), Some(Share { part: 2, whole: 5 }));
}

/// The first two change places once a third is there, which nobody chooses (Chernoff 1954).
#[test]
fn regret_does_not_promise_that_others_do_not_matter() {
    let people = [0, 1].map(|option| chooser(option, Importance::Normal, 1));
    let two = table(&[&[500, 500], &[800, 300]]);
    assert_eq!(firsts(&Team::new(&two, &people))[1], [1]);
    let three = table(&[&[500, 500], &[800, 300], &[0, 1000]]);
    assert_eq!(firsts(&Team::new(&three, &people))[1], [0]);
}

/// Weights say how much questions count for one person, and not how much the person counts.
#[test]
fn nobody_counts_more_by_weighing_everything_more() {
    let table = table(&[&[1000, 0], &[0, 1000]]);
    let people = [chooser(0, Importance::VeryImportant, 1), chooser(1, Importance::Normal, 1)];
    let team = Team::new(&table, &people);
    assert_eq!(firsts(&team), [vec![0, 1], vec![0, 1]]);
    assert!(team.joint.by_mean.iter().all(|placed| placed.mean_tenths == Some(500)));
}

/// The scale is exact however many different weights there are.
#[test]
fn eight_people_of_the_greatest_weights_are_added_exactly() {
    let n = 64;
    let mut rows = vec![vec![500_u16; 2 * n]; 2];
    rows[1][0] = 501;
    let table = table(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let people: Vec<_> = (0..8)
        .map(|person| {
            let mut member = chooser(0, Importance::VeryImportant, n);
            for at in 1..n - person * 3 {
                let importance = if (at + person) % 2 == 0 {
                    Importance::Normal
                } else {
                    Importance::VeryImportant
                };
                let answer = Answer { importance, ..Answer::wish(1) };
                member.answers.set(QuestionId(u8::try_from(at).unwrap()), Some(answer));
            }
            member
        })
        .collect();
    let team = Team::new(&table, &people);
    assert_eq!(firsts(&team), [vec![1], vec![1]]);
    assert!(team.joint.by_mean.iter().all(|placed| placed.mean_tenths == Some(500)));
}
