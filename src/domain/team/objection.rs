//! Who is not ranked for all, whose must-haves stand in the way, and the smallest sets of them to give
//! up where nobody is left (decision model, 4.3).
//!
//! Whom a person takes out is treated as a must-have of that person: the person has said that it is not
//! an option. As in [`crate::domain::decide::relax`] the inclusion-minimal sets of what stands in the
//! way of one alternative are exactly the minimal sets to give up.

use super::Member;
use crate::domain::catalog::AltId;
use crate::domain::decide::UtilityTable;
use crate::domain::decide::rank::{Cause, Verdict, must_haves, verdicts};
use crate::domain::sort;

/// What stands between one person and an alternative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Objection {
    /// The person.
    pub person: usize,
    /// What of the person's answers stands there.
    pub obstacle: Obstacle,
}

/// What of a person's answers stands between the person and an alternative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Obstacle {
    /// A must-have, which may stand in the way of several.
    Must(Cause),
    /// That the person takes the alternative out.
    TakenOut(AltId),
}

/// An alternative that is not ranked for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Barred {
    /// The alternative.
    pub alternative: AltId,
    /// Must-haves that it fails, and who takes it out, by person.
    pub fails: Vec<Objection>,
    /// Must-haves of which it is not known whether it meets them.
    pub unknown: Vec<Objection>,
}

impl Barred {
    fn all(&self) -> impl Iterator<Item = &Objection> {
        self.fails.iter().chain(&self.unknown)
    }
}

/// A minimal set of objections without which somebody is ranked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concession {
    /// What is given up, by person.
    pub dropped: Vec<Objection>,
    /// Who is ranked then, in the order of the list.
    pub returns: Vec<AltId>,
}

/// Everybody who is not ranked for all, in the order in which equals are listed.
#[must_use]
pub fn objections(table: &UtilityTable, people: &[Member]) -> Vec<Barred> {
    let none = |id: &AltId| Barred { alternative: *id, fails: Vec::new(), unknown: Vec::new() };
    let mut all: Vec<_> = table.listed().iter().map(none).collect();
    for (person, member) in people.iter().enumerate() {
        for must in must_haves(table, &member.answers) {
            let objection = Objection { person, obstacle: Obstacle::Must(must) };
            let verdicts = verdicts(table, must);
            for one in &mut all {
                match verdicts[one.alternative.index()] {
                    Verdict::Passes => {}
                    Verdict::Fails => one.fails.push(objection),
                    Verdict::Unknown => one.unknown.push(objection),
                }
            }
        }
        for one in &mut all {
            if member.answers.without().contains(&one.alternative) {
                let obstacle = Obstacle::TakenOut(one.alternative);
                one.fails.push(Objection { person, obstacle });
            }
        }
    }
    all.retain(|one| one.all().next().is_some());
    all
}

/// The minimal sets to give up, so that somebody is ranked: the fewest objections first, then the
/// fewest people, then in the order of the list. Of use where nobody is ranked.
#[must_use]
pub fn concessions(barred: &[Barred]) -> Vec<Concession> {
    let mut by_size = barred.to_vec();
    sort::sort_by_number(&mut by_size, |one| one.all().count() as u64);
    let mut minimal: Vec<Concession> = Vec::new();
    'barred: for one in by_size {
        let stands = |objection: &Objection| one.all().any(|other| other == objection);
        for smaller in &mut minimal {
            if smaller.dropped.iter().all(stands) {
                // The sizes rise, so this is either the same set or a greater one.
                if smaller.dropped.len() == one.all().count() {
                    smaller.returns.push(one.alternative);
                }
                continue 'barred;
            }
        }
        let mut dropped: Vec<_> = one.all().copied().collect();
        sort::sort_by_number(&mut dropped, |objection| objection.person as u64);
        minimal.push(Concession { dropped, returns: vec![one.alternative] });
    }
    let n_people = |one: &Concession| {
        one.dropped.chunk_by(|one, other| one.person == other.person).count() as u64
    };
    sort::sort_by_number(&mut minimal, |one| (one.dropped.len() as u64) << 8 | n_people(one));
    minimal
}
