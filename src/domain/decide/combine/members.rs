//! Some members of a combination, and what is quick to tell of them: enough to pass over most sets
//! before anything is looked up.
//!
//! It scores nothing; it only bounds from below how many points are lost.

use crate::domain::catalog::AltId;

/// How many members a set has at most.
pub(super) const MOST: usize = 3;

/// How many columns are looked at before a set is given a score.
pub(super) const LOOKED_AT: usize = 4;

/// Somebody who can take part.
pub(super) struct Candidate {
    pub(super) alternative: AltId,
    pub(super) languages: u64,
    /// How many of the most points it loses at least by each of the first columns.
    pub(super) losses: [u32; LOOKED_AT],
}

/// What is quick to tell of some members.
#[derive(Clone, Copy)]
pub(super) struct Members {
    n: usize,
    /// Their places among the candidates, as many as they are.
    places: [usize; MOST],
    /// The languages of all of them, of at least two, and of at least one.
    of_all: u64,
    of_two: u64,
    of_some: u64,
    /// How many of the most points they lose at least together: by each column as many as the one
    /// that loses the least.
    losses: [u32; LOOKED_AT],
}

impl Members {
    pub(super) const NONE: Self = Self {
        n: 0,
        places: [0; MOST],
        of_all: u64::MAX,
        of_two: 0,
        of_some: 0,
        losses: [u32::MAX; LOOKED_AT],
    };

    /// The same with one more: at most [`MOST`].
    pub(super) fn with(self, place: usize, next: &Candidate) -> Self {
        let mut places = self.places;
        places[self.n] = place;
        // One by one: where the page is compiled to be small, a loop over them takes twice as long.
        let ([one, two, three, four], [first, second, third, fourth]) = (self.losses, next.losses);
        let losses = [one.min(first), two.min(second), three.min(third), four.min(fourth)];
        Self {
            n: self.n + 1,
            places,
            of_all: self.of_all & next.languages,
            of_two: self.of_two | self.of_some & next.languages,
            of_some: self.of_some | next.languages,
            losses,
        }
    }

    /// Their places among the candidates.
    pub(super) fn places(&self) -> &[usize] {
        &self.places[..self.n]
    }

    /// The fewest languages such that each member can be written in one of them; for three at most.
    pub(super) const fn n_languages(&self) -> usize {
        match (self.of_all, self.of_two) {
            (1.., _) => 1,
            (0, 1..) => self.n - 1,
            (0, 0) => self.n,
        }
    }

    /// How many of the most points they lose at least: a quick look that spares most sets more.
    pub(super) const fn loss(&self) -> u32 {
        let [one, two, three, four] = self.losses;
        one + two + three + four
    }
}
