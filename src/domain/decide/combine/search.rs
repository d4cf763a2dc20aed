//! The search for combinations: first by what the parts cover, then by which alternatives they are.
//!
//! Alternatives that meet the same needs form a class. Sets of classes are built need by need, the
//! rarest first, adding a class that meets it. Only then are members of these classes combined.
//!
//! No pruning of a set is needed afterwards: a set of classes with one that is not needed is never
//! generated.

use core::cmp::Ordering;
use core::ops::Range;

use super::members::{Candidate, LOOKED_AT, MOST, Members};
use crate::domain::catalog::{AltId, FULL, Select};
use crate::domain::decide::interval::{greatest, mean};
use crate::domain::decide::table::{UtilityTable, chosen};
use crate::domain::decide::{Answers, Interval, Score, Shape};
use crate::domain::sort;

/// How many combinations are returned.
pub const BEST: usize = 5;

/// Up to how many candidates every combination is considered.
pub const ROOM: usize = 256;

/// The alternatives that can take part, and their utilities.
pub(super) struct Candidates {
    /// By what they cover, then by language; within each the best first.
    all: Vec<Candidate>,
    /// The range of each class in `all`, and what it covers.
    classes: Vec<(u64, Range<usize>)>,
    /// All needs, the one that the fewest alternatives meet first.
    needs: Vec<u64>,
    /// The questions that give points, the greatest weight first.
    questions: Vec<Scoring>,
    /// The maximum number of points.
    most: u32,
    /// The utilities of each: one for each question of one or any option, and one for each option
    /// of the others.
    cells: Vec<Interval>,
    /// The number of these columns.
    n_columns: usize,
    /// Whether no candidate was left out.
    pub(super) is_complete: bool,
}

struct Scoring {
    weight: u32,
    select: Select,
    columns: Range<usize>,
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
    /// The alternatives that meet some of the needs, but do not meet `all_needs`.
    pub(super) fn new(
        table: &UtilityTable,
        answers: &Answers,
        languages: &[u64],
        masks: &[u64],
        all_needs: u64,
    ) -> Self {
        let scores = Score::of_all(table, answers);
        let spoken = |at: usize| languages.get(at).copied().unwrap_or(0);
        let group = |at: usize| (masks[at], spoken(at));
        let mut able: Vec<_> =
            (0..masks.len()).filter(|at| masks[*at] != 0 && masks[*at] != all_needs).collect();
        let keys: [&dyn Fn(&usize) -> u64; 3] =
            [&|at| Score::best_first(scores[*at]), &|at| spoken(*at), &|at| masks[*at]];
        for key in keys {
            sort::sort_by_number(&mut able, key);
        }
        let n_able = able.len();
        if n_able > ROOM {
            let (mut last, mut place) = (None, 0);
            let mut places = Vec::with_capacity(n_able);
            for at in &able {
                place = if last == Some(group(*at)) { place + 1 } else { 0 };
                last = Some(group(*at));
                places.push(place);
            }
            let fits = |most: &u32| places.iter().filter(|place| *place < most).count() <= ROOM;
            let most = [16, 8, 4, 2].into_iter().find(fits).unwrap_or(1);
            let mut places = places.into_iter();
            able.retain(|_| places.next().is_some_and(|place| place < most));
        }
        let mut candidates = Self {
            all: Vec::with_capacity(able.len()),
            classes: Vec::new(),
            needs: Vec::new(),
            questions: Vec::new(),
            most: 2 * u32::from(FULL) * answers.total_weight(),
            n_columns: 0,
            cells: Vec::new(),
            is_complete: able.len() == n_able,
        };
        for class in able.chunk_by(|one, other| masks[*one] == masks[*other]) {
            let start = candidates.all.len();
            candidates.classes.push((masks[class[0]], start..start + class.len()));
            for at in class {
                let alternative = AltId(u16::try_from(*at).unwrap_or(u16::MAX));
                let losses = [0; LOOKED_AT];
                candidates.all.push(Candidate { alternative, languages: spoken(*at), losses });
            }
        }
        candidates.earn(table, answers);
        candidates.needs = (0..64).map(|at| 1 << at).filter(|need| all_needs & need != 0).collect();
        sort::sort_by_number(&mut candidates.needs, |need| {
            able.iter().filter(|at| masks[**at] & need != 0).count() as u64
        });
        candidates
    }

    /// Looks up all utilities.
    fn earn(&mut self, table: &UtilityTable, answers: &Answers) {
        let mut columns = Vec::new();
        let mut given: Vec<_> = answers.iter().filter(|(_, answer)| answer.weight() > 0).collect();
        sort::sort_by_number(&mut given, |(_, answer)| u64::from(!answer.weight()));
        for (question, answer) in given {
            let Shape { select, n_options, .. } = table.shape(question);
            let start = columns.len();
            match select {
                Select::One | Select::Any => columns.push((question, answer.scoring())),
                Select::All => {
                    let each = chosen(answer.scoring(), n_options);
                    columns.extend(each.map(|at| (question, 1 << at)));
                }
            }
            let columns = start..columns.len();
            self.questions.push(Scoring { weight: answer.weight(), select, columns });
        }
        self.n_columns = columns.len();
        let columns: Vec<_> = columns
            .into_iter()
            .map(|(question, options)| table.utilities(question, options))
            .collect();
        self.cells = vec![Interval::default(); self.all.len() * columns.len()];
        let mut cells = self.cells.iter_mut();
        for candidate in &self.all {
            for (utilities, cell) in columns.iter().zip(&mut cells) {
                *cell = utilities[candidate.alternative.index()];
            }
        }
        let columns = self.questions.iter().flat_map(|question| {
            let n_columns = u32::try_from(question.columns.len()).unwrap_or(u32::MAX);
            question.columns.clone().map(move |_| (question.weight, n_columns))
        });
        for (place, (weight, n_columns)) in columns.take(LOOKED_AT).enumerate() {
            for (at, candidate) in self.all.iter_mut().enumerate() {
                let cell = self.cells[at * self.n_columns + place];
                // A mean is rounded, with an error below one.
                let loss = 2 * u32::from(FULL - cell.hi) / n_columns;
                candidate.losses[place] = weight * loss.saturating_sub(2);
            }
        }
    }

    /// The best sets of two or three, in order.
    pub(super) fn best(&self) -> Vec<Found> {
        let mut best = Vec::new();
        for size in 2..=MOST {
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
                self.fill(set, Members::NONE, best);
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

    /// Puts members of some classes together with those of others.
    fn fill(&self, classes: &[usize], known: Members, best: &mut Vec<Found>) {
        let Some((class, rest)) = classes.split_first() else { return };
        let all = self.all.as_slice();
        for place in self.classes[*class].1.clone() {
            let known = known.with(place, &all[place]);
            if !rest.is_empty() {
                self.fill(rest, known, best);
            } else if let Some((n_languages, score)) = self.weigh(&known, best) {
                self.keep(&known, n_languages, score, best);
            }
        }
    }

    /// The languages and the score of a set, if it may be one of the best so far.
    fn weigh(&self, known: &Members, best: &[Found]) -> Option<(usize, Option<Score>)> {
        let n_languages = known.n_languages();
        let Some(last) = best.get(BEST - 1) else {
            return Some((n_languages, self.score(known, 0)));
        };
        if n_languages > last.n_languages {
            return None;
        }
        let same = last.score.filter(|_| n_languages == last.n_languages);
        let needed = same.map_or(0, Score::numerator);
        if known.loss() + needed > self.most {
            return None;
        }
        let score = self.score(known, needed);
        (score.is_some() || self.questions.is_empty()).then_some((n_languages, score))
    }

    /// Adds a set if it is one of the best so far.
    fn keep(
        &self,
        members: &Members,
        n_languages: usize,
        score: Option<Score>,
        best: &mut Vec<Found>,
    ) {
        let mut parts: Vec<_> =
            members.places().iter().map(|at| self.all[*at].alternative).collect();
        sort::sort_by_number(&mut parts, |part| part.0.into());
        let found = Found { parts, n_languages, score };
        let place = best.iter().position(|known| found.order(known) != Ordering::Greater);
        let place = place.unwrap_or(best.len());
        // If two classes meet the same need, a set is found from either of them.
        if best.get(place).is_none_or(|known| known.parts != found.parts) {
            best.insert(place, found);
            best.truncate(BEST);
        }
    }

    /// The score of some members together; none if it is below `least` points, as for most sets
    /// after a few questions, or if no question gives points.
    fn score(&self, members: &Members, least: u32) -> Option<Score> {
        let mut score = Score { low: 0, high: 0, weight: 0, known: 0 };
        let (mut left, cells) = (self.most, self.cells.as_slice());
        for question in &self.questions {
            let columns = question.columns.clone().map(|column| {
                let mut best = Interval::default();
                for member in members.places() {
                    best = greatest(best, cells[member * self.n_columns + column]);
                }
                best
            });
            let earned = match question.select {
                Select::One | Select::Any => columns.fold(Interval::default(), greatest),
                Select::All => mean(columns),
            };
            score.low += question.weight * u32::from(earned.lo);
            score.high += question.weight * u32::from(earned.hi);
            score.weight += question.weight;
            score.known += if earned.is_known() { question.weight } else { 0 };
            left -= question.weight * (2 * u32::from(FULL) - earned.doubled_mid());
            if left < least {
                return None;
            }
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
