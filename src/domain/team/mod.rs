//! Several people decide together: on what they agree, what fits all of them by two stated rules, who
//! would give up how much, and what to talk about first (decision model, 4).
//!
//! Nobody's points are added to anybody else's before both are shares of the same whole: each
//! person's score is the share of their own points that an alternative reaches, as in
//! [`crate::domain::decide::score`]. Everything is compared as fractions of whole numbers.
//!
//! In reading order: [`add()`] puts the people of a link into a team; [`opinion`] is what one person's
//! answers say of every alternative, [`objection`] who is not ranked for all and what would have to be
//! given up, [`joint`] the two rankings, [`topic`] the answers beside each other, and [`talk`] what an
//! agreement would change.

mod add;
pub mod joint;
pub mod objection;
pub mod opinion;
pub mod talk;
pub mod topic;

pub use add::{Added, add};
pub use joint::{Joint, Placed};
pub use objection::{Barred, Concession, Objection, Obstacle, concessions, objections};
pub use opinion::{Opinion, Share};
pub use talk::{Effect, Talk, talks};
pub use topic::{Agreement, Topic, topics};

use super::catalog::{AltId, QuestionId};
use super::decide::{Answers, UtilityTable};

/// How many people a team has at most.
pub const MOST: usize = 8;

/// The maximum length of a name, in characters.
pub const LONGEST_NAME: usize = 40;

/// A person: a name that the reader gives, and answers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Member {
    /// The name, as typed; it may be empty.
    pub name: String,
    /// The answers, with whom the person takes out.
    pub answers: Answers,
}

impl Member {
    /// Names the person, in at most [`LONGEST_NAME`] characters. Characters that steer the text around them,
    /// as line ends and directions do, are left out.
    pub fn rename(&mut self, name: &str) {
        self.name = name.chars().filter(|one| !steers(*one)).take(LONGEST_NAME).collect();
    }

    /// The name without the spaces around and between its words that make no difference.
    #[must_use]
    pub fn plain_name(&self) -> String {
        self.name.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn steers(one: char) -> bool {
    one.is_control()
        || matches!(one, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The people, and what follows from their answers.
#[derive(Debug)]
pub struct Team<'a> {
    /// The utilities of all alternatives.
    pub table: &'a UtilityTable,
    /// The people, in the order of the link.
    pub people: &'a [Member],
    /// What each person's answers say.
    pub opinions: Vec<Opinion>,
    /// Both rankings.
    pub joint: Joint,
}

impl<'a> Team<'a> {
    /// The team of some people.
    #[must_use]
    pub fn new(table: &'a UtilityTable, people: &'a [Member]) -> Self {
        let opinions: Vec<_> =
            people.iter().map(|person| Opinion::of(table, &person.answers)).collect();
        let joint = Joint::of(table.listed(), &opinions);
        Self { table, people, opinions, joint }
    }

    /// The people whose answers give no points: they count in no mean and in no regret.
    pub fn unscored(&self) -> impl Iterator<Item = usize> {
        self.opinions
            .iter()
            .enumerate()
            .filter(|(_, opinion)| !opinion.is_scored())
            .map(|(at, _)| at)
    }

    /// What a person gives up if an alternative is chosen; none for a person without a score, and
    /// where nobody is ranked.
    #[must_use]
    pub fn regret(&self, person: usize, alternative: AltId) -> Option<Share> {
        let best = self.joint.best_of(person)?;
        self.opinions[person].regret(best, alternative)
    }

    /// Whom a person would have first on their own, and everybody together does not rank, though nobody
    /// who is ranked has as many points with the person; the first listed of several. None if the
    /// person has no score.
    #[must_use]
    pub fn kept_out(&self, person: usize) -> Option<AltId> {
        let opinion = &self.opinions[person];
        let own = joint::pool(self.table.listed(), core::slice::from_ref(opinion));
        let first = joint::best(&own, core::slice::from_ref(opinion)).first().copied().flatten()?;
        let ranked = self.joint.best_of(person).map(|best| opinion.points(best));
        (ranked < Some(opinion.points(first))).then_some(first)
    }

    /// Over what a person gives that up: the questions in which the alternative earns less than the
    /// person's best one, the greatest loss first, as shares of all points of the person.
    #[must_use]
    pub fn losses(&self, person: usize, alternative: AltId) -> Vec<(QuestionId, Share)> {
        let Some(best) = self.joint.best_of(person) else {
            return Vec::new();
        };
        let whole = self.opinions[person].whole();
        let mut losses: Vec<_> = self.people[person]
            .answers
            .iter()
            .filter(|(_, answer)| answer.weight() > 0)
            .filter_map(|(question, answer)| {
                let earned = |id| self.table.earned(id, question, answer).doubled_mid();
                let lost =
                    earned(best).checked_sub(earned(alternative)).filter(|lost| *lost > 0)?;
                Some((question, Share { part: answer.weight() * lost, whole }))
            })
            .collect();
        super::sort::sort_by_number(&mut losses, |(_, lost)| u64::from(!lost.part));
        losses
    }
}
