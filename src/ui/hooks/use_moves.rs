//! Who moved by how many ranks in the last change of a ranking.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalog::AltId;
use crate::domain::decide::Ranking;

/// The moves of one change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) struct Moves {
    n: u32,
    moves: Vec<(AltId, i32)>,
}

impl Moves {
    /// The moves from one ranking to another. Whoever has no points in both does not move.
    pub(in crate::ui) fn between(before: &Ranking, after: &Ranking, n: u32) -> Self {
        let by = |id: AltId, ranking: &Ranking| {
            let place = ranking.place(id).filter(|place| place.score.is_some())?;
            Some(i32::from(place.rank))
        };
        let moved = |id| Some((id, by(id, before)? - by(id, after)?));
        let all = after.eligible.iter().filter_map(|ranked| moved(ranked.alternative));
        Self { n, moves: all.filter(|(_, by)| *by != 0).collect() }
    }

    /// By how many ranks an alternative went up; below 0 if it went down.
    pub(in crate::ui) fn of(&self, id: AltId) -> i32 {
        self.moves.iter().find(|(moved, _)| *moved == id).map_or(0, |(_, by)| *by)
    }

    /// The number of the change.
    pub(in crate::ui) const fn n(&self) -> u32 {
        self.n
    }
}

/// The moves of the last change of the ranking since the view is shown.
#[hook]
pub(in crate::ui) fn use_moves(ranking: &Rc<Ranking>) -> Rc<Moves> {
    let last = use_mut_ref(|| (0, None::<Rc<Ranking>>));
    use_memo(Rc::clone(ranking), |ranking| {
        let mut last = last.borrow_mut();
        let before = last.1.replace(Rc::clone(ranking));
        last.0 += 1;
        before.map(|before| Moves::between(&before, ranking, last.0)).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decide::{Ranked, Score};

    fn ranking(order: &[(u16, u16)]) -> Ranking {
        let score = Some(Score { low: 1, high: 1, weight: 1, known: 1 });
        let ranked = |(alternative, rank): &(u16, u16)| Ranked {
            alternative: AltId(*alternative),
            rank: *rank,
            tied: false,
            close: false,
            score,
        };
        let eligible = order.iter().map(ranked).collect();
        Ranking { eligible, unconfirmed: Vec::new(), excluded: Vec::new() }
    }

    #[test]
    fn who_overtakes_goes_up_and_who_comes_or_goes_does_not_move() {
        let before = ranking(&[(0, 1), (1, 2), (2, 3), (3, 4)]);
        let after = ranking(&[(2, 1), (0, 2), (1, 2), (4, 4)]);
        let moves = Moves::between(&before, &after, 7);
        let by = |at| moves.of(AltId(at));
        assert_eq!((by(2), by(0), by(1), by(3), by(4)), (2, -1, 0, 0, 0));
        assert_eq!(moves.n(), 7);
    }
}
