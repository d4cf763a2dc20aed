//! Changes that must not matter, and changes that may matter one way only: properties 3 to 7 of the
//! decision model.
//!
//! It computes no score of its own; the library is compared with itself.

use proptest::prelude::*;
use stackfit::domain::catalog::{AltId, FULL, QuestionId};
use stackfit::domain::decide::rank::{Verdict, verdict};
use stackfit::domain::decide::{Answers, Interval, Ranking, Score, UtilityTable, rank};

use test_support::reference::must_haves;
use test_support::rng::Rng;
use test_support::strategies::{Instance, cases, instances, utility};

/// The numbers below `n` in some order.
fn shuffled(n: usize, seed: u64) -> Vec<usize> {
    let mut rng = Rng::new(seed);
    let mut order: Vec<_> = (0..n).collect();
    for at in (1..n).rev() {
        order.swap(at, rng.below(at + 1));
    }
    order
}

fn alt(at: usize) -> AltId {
    AltId(u16::try_from(at).unwrap())
}

/// The same instance with some of its rows, in the order given.
fn with_rows(instance: &Instance, rows: &[usize]) -> Instance {
    let cells = rows.iter().flat_map(|row| instance.row(*row).to_vec()).collect();
    Instance { n: rows.len(), cells, ..instance.clone() }
}

/// Everybody's standing: eligible with rank and tie, unconfirmed, excluded; by a name for each row.
fn standings(ranking: &Ranking, name: impl Fn(AltId) -> usize) -> Vec<(usize, u8, u16, bool)> {
    let eligible = ranking
        .eligible
        .iter()
        .map(|ranked| (name(ranked.alternative), 0, ranked.rank, ranked.tied));
    let unconfirmed = ranking.unconfirmed.iter().map(|out| (name(out.alternative), 1, 0, false));
    let excluded = ranking.excluded.iter().map(|out| (name(out.alternative), 2, 0, false));
    let mut all: Vec<_> = eligible.chain(unconfirmed).chain(excluded).collect();
    all.sort_unstable();
    all
}

proptest! {
    #![proptest_config(cases(300))]

    /// Property 3. All importances three times as great: the whole questionnaire asked three times.
    #[test]
    fn only_the_relations_of_importances_matter(instance in instances()) {
        let shapes = instance.shapes.repeat(3);
        let cells = (0..instance.n).flat_map(|row| instance.row(row).repeat(3)).collect();
        let mut answers = Answers::none(shapes.len());
        for (question, answer) in instance.answers.iter() {
            for copy in 0..3 {
                let at = question.index() + copy * instance.shapes.len();
                answers.set(QuestionId(u8::try_from(at).unwrap()), Some(answer));
            }
        }
        let (once, thrice) = (instance.table(), UtilityTable::from_cells(shapes, instance.n, cells));
        for id in once.alternatives() {
            let before = Score::of(&once, &instance.answers, id);
            let after = Score::of(&thrice, &answers, id);
            let tripled = |score: Score| Score {
                low: 3 * score.low,
                high: 3 * score.high,
                weight: 3 * score.weight,
                known: 3 * score.known,
            };
            prop_assert_eq!(before.map(tripled), after);
            prop_assert_eq!(before.map(Score::tenths), after.map(Score::tenths));
            prop_assert_eq!(before.map(Score::interval), after.map(Score::interval));
            prop_assert_eq!(before.map(Score::completeness), after.map(Score::completeness));
        }
        let (before, after) = (rank(&once, &instance.answers), rank(&thrice, &answers));
        prop_assert_eq!(standings(&before, AltId::index), standings(&after, AltId::index));
    }

    /// Property 4, for alternatives.
    #[test]
    fn the_order_of_alternatives_does_not_matter(instance in instances(), seed in any::<u64>()) {
        let order = shuffled(instance.n, seed);
        let moved = with_rows(&instance, &order);
        let before = rank(&instance.table(), &instance.answers);
        let after = rank(&moved.table(), &moved.answers);
        prop_assert_eq!(
            standings(&before, AltId::index),
            standings(&after, |id| order[id.index()])
        );
        let winners = |ranking: &Ranking| ranking.leaders().count();
        prop_assert_eq!(winners(&before), winners(&after));
    }

    /// Property 4, for questions.
    #[test]
    fn the_order_of_questions_does_not_matter(instance in instances(), seed in any::<u64>()) {
        let order = shuffled(instance.shapes.len(), seed);
        let table = instance.table();
        let question = |at: usize| QuestionId(u8::try_from(at).unwrap());
        let shapes = order.iter().map(|at| instance.shapes[*at]).collect();
        let mut cells = Vec::new();
        for id in table.alternatives() {
            for at in &order {
                cells.extend_from_slice(table.options(id, question(*at)));
            }
        }
        let moved = UtilityTable::from_cells(shapes, instance.n, cells);
        let mut answers = Answers::none(order.len());
        for (to, from) in order.iter().enumerate() {
            answers.set(question(to), instance.answers.get(question(*from)));
        }
        for id in table.alternatives() {
            prop_assert_eq!(
                Score::of(&table, &instance.answers, id),
                Score::of(&moved, &answers, id)
            );
        }
        let (before, after) = (rank(&table, &instance.answers), rank(&moved, &answers));
        prop_assert_eq!(standings(&before, AltId::index), standings(&after, AltId::index));
    }

    /// Property 5: whoever else is in the list, scores, verdicts and the order of the others stay.
    #[test]
    fn no_other_alternative_matters(instance in instances(), keep in 1_usize..64) {
        let rows: Vec<_> = (0..instance.n).filter(|row| keep >> row & 1 == 1).collect();
        let fewer = with_rows(&instance, &rows);
        let (all_table, fewer_table) = (instance.table(), fewer.table());
        for (at, row) in rows.iter().enumerate() {
            prop_assert_eq!(
                Score::of(&all_table, &instance.answers, alt(*row)),
                Score::of(&fewer_table, &fewer.answers, alt(at))
            );
        }
        let all = rank(&all_table, &instance.answers);
        let few = rank(&fewer_table, &fewer.answers);
        let kept = |id: &AltId| rows.contains(&id.index());
        let named = |id: AltId| alt(rows[id.index()]);
        let order: Vec<_> = all.eligible.iter().map(|r| r.alternative).filter(kept).collect();
        let fewer_order: Vec<_> = few.eligible.iter().map(|r| named(r.alternative)).collect();
        prop_assert_eq!(order, fewer_order);
        for unranked in few.unconfirmed.iter().chain(&few.excluded) {
            let mut before = all.unconfirmed.iter().chain(&all.excluded);
            let same = before.find(|out| out.alternative == named(unranked.alternative)).unwrap();
            prop_assert_eq!((&same.causes, same.score), (&unranked.causes, unranked.score));
        }
    }

    /// Property 6.
    #[test]
    fn a_better_utility_lowers_no_score_and_moves_nobody_else(
        instance in instances(),
        at in any::<prop::sample::Index>(),
        by in utility(),
    ) {
        prop_assume!(!instance.cells.is_empty());
        let at = at.index(instance.cells.len());
        let mut better = instance.clone();
        let cell = &mut better.cells[at];
        *cell = Interval { lo: (cell.lo + by).min(FULL), hi: (cell.hi + by).min(FULL) };
        let row = at / instance.row(0).len();
        for id in instance.table().alternatives() {
            let before = Score::of(&instance.table(), &instance.answers, id);
            let after = Score::of(&better.table(), &instance.answers, id);
            if id.index() == row {
                prop_assert!(before.map(|s| s.low) <= after.map(|s| s.low));
                prop_assert!(before.map(|s| s.high) <= after.map(|s| s.high));
            } else {
                prop_assert_eq!(before, after);
            }
        }
        let place = |instance: &Instance| {
            rank(&instance.table(), &instance.answers).place(alt(row)).map(|ranked| ranked.rank)
        };
        if let (Some(before), Some(after)) = (place(&instance), place(&better)) {
            prop_assert!(after <= before, "nobody falls by getting better");
        }
    }

    /// Property 7: what becomes known lies within what was thought possible, and a must-have that was
    /// certain stays so.
    #[test]
    fn knowing_more_never_contradicts_what_was_said_before(
        instance in instances(),
        at in any::<prop::sample::Index>(),
        share in 0_u32..=100,
    ) {
        prop_assume!(!instance.cells.is_empty());
        let at = at.index(instance.cells.len());
        let mut resolved = instance.clone();
        let cell = &mut resolved.cells[at];
        let width = u32::from(cell.hi - cell.lo);
        *cell = Interval::exactly(cell.lo + u16::try_from(width * share / 100).unwrap());
        let (before, after) = (instance.table(), resolved.table());
        for id in before.alternatives() {
            let old = Score::of(&before, &instance.answers, id);
            let new = Score::of(&after, &instance.answers, id);
            if let (Some(old), Some(new)) = (old, new) {
                prop_assert!(old.low <= new.low && new.high <= old.high);
                prop_assert!(new.known >= old.known);
            }
            for must in must_haves(&before, &instance.answers) {
                let was = verdict(&before, id, must);
                let is = verdict(&after, id, must);
                prop_assert!(was == Verdict::Unknown || was == is);
            }
        }
    }
}
