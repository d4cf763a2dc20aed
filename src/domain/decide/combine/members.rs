//! Some members of a combination, with bounds that are quick to compute: enough to skip most sets
//! before any utility is looked up.
//!
//! It scores nothing; it only bounds from below how many points are lost.

use crate::domain::catalog::AltId;

/// The maximum number of members of a set.
pub(super) const MOST: usize = 3;

/// How many columns are bounded before a set is scored.
pub(super) const LOOKED_AT: usize = 4;

/// An alternative that can be part of a combination.
pub(super) struct Candidate {
    pub(super) alternative: AltId,
    pub(super) languages: u64,
    /// For each of the first columns, a lower bound of the points that it loses.
    pub(super) losses: [u32; LOOKED_AT],
}

/// The bounds of some members.
#[derive(Clone, Copy)]
pub(super) struct Members {
    n: usize,
    /// Their indices among the candidates, in order.
    places: [usize; MOST],
    /// The languages of all members, of at least two, and of at least one.
    of_all: u64,
    of_two: u64,
    of_some: u64,
    /// For each of the first columns, a lower bound of the points that they lose together: the loss
    /// of the member that loses least.
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

    /// The same with one more member: at most [`MOST`].
    pub(super) fn with(self, place: usize, next: &Candidate) -> Self {
        let mut places = self.places;
        places[self.n] = place;
        // Unrolled: in the page, which is compiled for size, a loop takes twice as long.
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

    /// Their indices among the candidates.
    pub(super) fn places(&self) -> &[usize] {
        &self.places[..self.n]
    }

    /// The smallest number of languages such that each member can be written in one of them; for up
    /// to three members.
    pub(super) const fn n_languages(&self) -> usize {
        match (self.of_all, self.of_two) {
            (1.., _) => 1,
            (0, 1..) => self.n - 1,
            (0, 0) => self.n,
        }
    }

    /// A lower bound of the points that they lose: a quick test that makes a closer look at most
    /// sets unnecessary.
    pub(super) const fn loss(&self) -> u32 {
        let [one, two, three, four] = self.losses;
        one + two + three + four
    }
}
