//! The search for combinations: by what the parts cover first, then by who they are.
//!
//! Alternatives that meet the same needs form a class. Sets of classes are found need by need, the
//! rarest first: each set has a class that meets it. Only then are members of these classes put
//! together.
//!
//! # What this module does not do
//! It takes no part out of a set afterwards: a set of classes of which one is not needed is no set
//! in the first place.

use core::cmp::Ordering;

use super::{BEST, ROOM};
use crate::domain::catalog::{AltId, Select};
use crate::domain::decide::table::{Table, chosen, greatest, mean};
use crate::domain::decide::tally::Tally;
use crate::domain::decide::{Answers, Interval, Score};
use crate::domain::order;

/// Those who can take part, and what they earn.
pub(super) struct Candidates {
    /// By what they cover, then by language, the best of each first.
    all: Vec<Candidate>,
    /// Where each class starts and ends in `all`, and what it covers.
    classes: Vec<(u64, core::ops::Range<usize>)>,
    /// All needs, the one that the fewest meet first.
    needs: Vec<u64>,
    /// The questions that give points.
    questions: Vec<Scoring>,
    /// Whether nobody was left out.
    pub(super) is_complete: bool,
}

struct Candidate {
    alternative: AltId,
    languages: u64,
    /// One utility for each question of one or any option, and one for each option of the others.
    earned: Vec<Interval>,
}

struct Scoring {
    weight: u32,
    select: Select,
    n_columns: usize,
}

/// A combination without its jobs.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// In catalog order.
    pub(super) parts: Vec<AltId>,
    pub(super) n_languages: usize,
    pub(super) score: Option<Score>,
}

impl Candidates {
    /// Those who meet some needs but not `all_needs`.
    pub(super) fn new(
        table: &Table,
        answers: &Answers,
        languages: &[u64],
        masks: &[u64],
        all_needs: u64,
    ) -> Self {
        let points = Tally::of(table, answers).points;
        let spoken = |at: usize| languages.get(at).copied().unwrap_or(0);
        let group = |at: usize| (masks[at], spoken(at));
        let able: Vec<_> =
            (0..masks.len()).filter(|at| masks[*at] != 0 && masks[*at] != all_needs).collect();
        let sorted = order::positions(able.len(), &|one, other| {
            let (one, other) = (able[one], able[other]);
            group(one).cmp(&group(other)).then(points[other].cmp(&points[one]))
        });
        let mut able: Vec<_> = sorted.into_iter().map(|at| able[at]).collect();
        let n_able = able.len();
        for most in [16, 8, 4, 2, 1] {
            if able.len() <= ROOM {
                break;
            }
            let groups = able.chunk_by(|one, other| group(*one) == group(*other));
            able = groups.flat_map(|group| group.iter().take(most)).copied().collect();
        }
        let mut candidates = Self {
            all: Vec::with_capacity(able.len()),
            classes: Vec::new(),
            needs: Vec::new(),
            questions: Vec::new(),
            is_complete: able.len() == n_able,
        };
        for class in able.chunk_by(|one, other| masks[*one] == masks[*other]) {
            let start = candidates.all.len();
            candidates.classes.push((masks[class[0]], start..start + class.len()));
            for at in class {
                let alternative = AltId(u16::try_from(*at).unwrap_or(u16::MAX));
                let earned = Vec::new();
                candidates.all.push(Candidate { alternative, languages: spoken(*at), earned });
            }
        }
        candidates.earn(table, answers);
        candidates.needs = (0..64).map(|at| 1 << at).filter(|need| all_needs & need != 0).collect();
        let count = |need: u64| able.iter().filter(|at| masks[**at] & need != 0).count();
        order::sort_by_key(&mut candidates.needs, |need| count(*need));
        candidates
    }

    /// Looks up what everybody earns.
    fn earn(&mut self, table: &Table, answers: &Answers) {
        for (question, answer) in answers.iter().filter(|(_, answer)| answer.weight() > 0) {
            let shape = table.shape(question);
            let sets: Vec<u32> = match shape.select {
                Select::One | Select::Any => vec![answer.scoring()],
                Select::All => {
                    chosen(answer.scoring(), shape.n_options).map(|at| 1 << at).collect()
                }
            };
            for candidate in &mut self.all {
                let utility = |set: &u32| table.utility(candidate.alternative, question, *set);
                candidate.earned.extend(sets.iter().map(utility));
            }
            self.questions.push(Scoring {
                weight: answer.weight(),
                select: shape.select,
                n_columns: sets.len(),
            });
        }
    }

    /// The best sets of two or three, in order.
    pub(super) fn best(&self) -> Vec<Found> {
        let mut best = Vec::new();
        for size in [2, 3] {
            if best.len() < BEST {
                self.extend(&mut Vec::new(), 0, size, &mut best);
            }
        }
        best
    }

    /// Extends a set of classes to sets of `size` classes that cover everything.
    fn extend(&self, set: &mut Vec<usize>, covered: u64, size: usize, best: &mut Vec<Found>) {
        let Some(need) = self.needs.iter().find(|need| covered & **need == 0) else {
            let masks = || set.iter().map(|class| self.classes[*class].0);
            let others = |at: usize| {
                let others = masks().enumerate().filter(|(other, _)| *other != at);
                others.fold(0, |all, (_, mask)| all | mask)
            };
            let is_needed = |(at, mask): (usize, u64)| mask & !others(at) != 0;
            if set.len() == size && masks().enumerate().all(is_needed) {
                self.fill(set, &mut Vec::new(), best);
            }
            return;
        };
        if set.len() == size {
            return;
        }
        for (class, (mask, _)) in self.classes.iter().enumerate() {
            if mask & need != 0 {
                set.push(class);
                self.extend(set, covered | mask, size, best);
                set.pop();
            }
        }
    }

    /// Puts members of some classes together.
    fn fill(&self, classes: &[usize], members: &mut Vec<usize>, best: &mut Vec<Found>) {
        let Some((class, rest)) = classes.split_first() else {
            self.weigh(members, best);
            return;
        };
        for member in self.classes[*class].1.clone() {
            members.push(member);
            self.fill(rest, members, best);
            members.pop();
        }
    }

    /// Keeps a set if it is one of the best so far.
    fn weigh(&self, members: &[usize], best: &mut Vec<Found>) {
        let n_languages = self.n_languages(members);
        let is_full = best.len() == BEST;
        if is_full && best.last().is_some_and(|last| n_languages > last.n_languages) {
            return;
        }
        let score = self.score(members);
        let mut parts: Vec<_> = members.iter().map(|at| self.all[*at].alternative).collect();
        order::sort_by_key(&mut parts, |part| *part);
        let found = Found { parts, n_languages, score };
        let place = best.iter().position(|known| found.order(known) != Ordering::Greater);
        let place = place.unwrap_or(best.len());
        // Where two classes meet the same need, a set is found from either of them.
        if best.get(place).is_none_or(|known| known.parts != found.parts) {
            best.insert(place, found);
            best.truncate(BEST);
        }
    }

    /// The fewest languages such that each member can be written in one of them; for three at most.
    fn n_languages(&self, members: &[usize]) -> usize {
        let spoken = |at: usize| self.all[members[at]].languages;
        let n = members.len();
        let all = (0..n).fold(u64::MAX, |all, at| all & spoken(at));
        let two_share = (0..n).any(|at| (0..at).any(|other| spoken(at) & spoken(other) != 0));
        match (all, two_share) {
            (1.., _) => 1,
            (0, true) => n - 1,
            (0, false) => n,
        }
    }

    fn score(&self, members: &[usize]) -> Option<Score> {
        let mut score = Score { low: 0, high: 0, weight: 0, known: 0 };
        let mut column = 0;
        for question in &self.questions {
            let best = |at: usize| {
                let earned = members.iter().map(|member| self.all[*member].earned[at]);
                earned.fold(Interval::default(), greatest)
            };
            let columns = (column..column + question.n_columns).map(best);
            let earned = match question.select {
                Select::One | Select::Any => columns.fold(Interval::default(), greatest),
                Select::All => mean(columns),
            };
            score.low += question.weight * u32::from(earned.lo);
            score.high += question.weight * u32::from(earned.hi);
            score.weight += question.weight;
            score.known += if earned.is_known() { question.weight } else { 0 };
            column += question.n_columns;
        }
        (score.weight > 0).then_some(score)
    }
}

impl Found {
    /// The fewest parts, the fewest languages, the most points, catalog order.
    fn order(&self, other: &Self) -> Ordering {
        let points = |found: &Self| found.score.map(Score::numerator);
        let size = self.parts.len().cmp(&other.parts.len());
        let size = size.then(self.n_languages.cmp(&other.n_languages));
        size.then(points(other).cmp(&points(self))).then_with(|| self.parts.cmp(&other.parts))
    }
}
