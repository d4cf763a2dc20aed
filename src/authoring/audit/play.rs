//! Ranks many profiles and counts the results.

use crate::domain::catalog::QuestionId;
use crate::domain::decide::rank::{Verdict, must_haves, verdict};
use crate::domain::decide::{Answers, UtilityTable};

/// The counts.
pub(super) struct Counts {
    pub(super) n_recommending: u32,
    pub(super) alternatives: Vec<Count>,
    /// For each question how often it was answered, and how often the answer decided which
    /// alternative is first.
    pub(super) questions: Vec<(u32, u32)>,
}

/// The counts of one alternative.
#[derive(Clone, Default)]
pub(super) struct Count {
    /// The sum of its shares of first places.
    pub(super) share: f64,
    pub(super) n_first: u32,
    pub(super) n_alone: u32,
    /// The sum of its scores, in percent.
    pub(super) score: f64,
}

/// Ranks each profile. Those in which no alternative is left, or no question gives points, are not
/// counted.
pub(super) fn play(table: &UtilityTable, profiles: impl Iterator<Item = Answers>) -> Counts {
    let mut counts = Counts {
        n_recommending: 0,
        alternatives: vec![Count::default(); table.n_alternatives()],
        questions: vec![(0, 0); table.n_questions()],
    };
    let mut round = Round::default();
    for answers in profiles {
        round.answer(table, &answers);
        round.count(&mut counts);
    }
    counts
}

/// The tally of one answer.
struct Share {
    question: QuestionId,
    weight: u32,
    points: Vec<u32>,
    unmet: Vec<u32>,
}

/// The evaluation of one profile.
#[derive(Default)]
struct Round {
    shares: Vec<Share>,
    weight: u32,
    points: Vec<u32>,
    unmet: Vec<u32>,
}

impl Round {
    fn answer(&mut self, table: &UtilityTable, answers: &Answers) {
        let n = table.n_alternatives();
        self.shares.clear();
        self.weight = answers.total_weight();
        self.points = vec![0; n];
        self.unmet = vec![0; n];
        let musts = must_haves(table, answers);
        for (question, answer) in answers.iter() {
            let weight = answer.weight();
            let (mut points, mut unmet) = (vec![0; n], vec![0; n]);
            for alternative in table.alternatives() {
                let at = alternative.index();
                if weight > 0 {
                    points[at] = weight * table.earned(alternative, question, answer).doubled_mid();
                }
                for must in musts.iter().filter(|must| must.question == question) {
                    let passes = verdict(table, alternative, *must) == Verdict::Passes;
                    unmet[at] += u32::from(!passes);
                }
                self.points[at] += points[at];
                self.unmet[at] += unmet[at];
            }
            self.shares.push(Share { question, weight, points, unmet });
        }
    }

    fn count(&self, counts: &mut Counts) {
        let first = first(self.points.iter().copied().zip(self.unmet.iter().copied()));
        if self.weight == 0 || first.is_empty() {
            return;
        }
        counts.n_recommending += 1;
        let part = 1.0 / f64::from(u32::try_from(first.len()).unwrap_or(u32::MAX));
        for at in &first {
            counts.alternatives[*at].share += part;
            counts.alternatives[*at].n_first += 1;
            counts.alternatives[*at].n_alone += u32::from(first.len() == 1);
        }
        for (count, points) in counts.alternatives.iter_mut().zip(&self.points) {
            count.score += f64::from(*points) / f64::from(20 * self.weight);
        }
        for share in self.shares.iter().filter(|share| share.weight < self.weight) {
            let points = self.points.iter().zip(&share.points).map(|(all, own)| all - own);
            let unmet = self.unmet.iter().zip(&share.unmet).map(|(all, own)| all - own);
            let count = &mut counts.questions[share.question.index()];
            count.0 += 1;
            count.1 += u32::from(self::first(points.zip(unmet)) != first);
        }
    }
}

/// The indices with the most points among those that meet all must-haves.
fn first(all: impl Iterator<Item = (u32, u32)>) -> Vec<usize> {
    let (mut first, mut best) = (Vec::new(), 0);
    for (at, (points, unmet)) in all.enumerate() {
        if unmet > 0 || points < best {
            continue;
        }
        if points > best {
            first.clear();
        }
        best = points;
        first.push(at);
    }
    first
}
