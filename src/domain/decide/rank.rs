//! Filters by must-haves and ranks by points (decision model, 2.2 and 2.5).
//!
//! Equal points give an equal rank: ties are never broken, and equals are listed in the order that
//! the catalog states ([`UtilityTable::listed`]). A must-have whose fact is unknown neither excludes nor confirms an alternative.

use super::table::{Shape, UtilityTable, chosen};
use super::{Answers, Interval, Score};
use crate::domain::catalog::{AltId, QuestionId, Select};
use crate::domain::sort;

/// The ranking of all alternatives for some answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// Those that meet every must-have, best first.
    pub eligible: Vec<Ranked>,
    /// Those with an unknown must-have, best would-be score first.
    pub unconfirmed: Vec<Unranked>,
    /// Those that fail some must-have, best would-be score first.
    pub excluded: Vec<Unranked>,
}

/// An alternative that meets every must-have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The alternative.
    pub alternative: AltId,
    /// Competition rank from 1: 1, 1, 3. All have rank 1 while no question gives points.
    pub rank: u16,
    /// Whether another one has exactly the same points.
    pub tied: bool,
    /// Whether a neighbour has different points that show the same tenths.
    pub close: bool,
    /// Its points; none while no question gives points.
    pub score: Option<Score>,
}

/// An alternative that fails a must-have, or for which one is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unranked {
    /// The alternative.
    pub alternative: AltId,
    /// The must-haves that fail or, if none fails, that are unknown.
    pub causes: Vec<Cause>,
    /// The points it would have.
    pub score: Option<Score>,
}

/// A must-have that is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cause {
    /// The question.
    pub question: QuestionId,
    /// The options asked for: if all are wanted, the missing one; otherwise all that would have
    /// been enough.
    pub options: u32,
}

impl Ranking {
    /// The alternatives on rank 1; none if all are excluded or unconfirmed.
    pub fn leaders(&self) -> impl Iterator<Item = &Ranked> {
        self.eligible.iter().take_while(|ranked| ranked.rank == 1)
    }

    /// Who is ranked next after those on rank 1, and how many whole points less it has; none if nobody is, and
    /// while no question gives points.
    #[must_use]
    pub fn lead(&self) -> Option<(AltId, u32)> {
        let first = self.eligible.first()?.score?;
        let next = self.eligible.get(self.leaders().count())?;
        Some((next.alternative, first.ahead_of(next.score?)))
    }

    /// The ranking of those on rank 1 alone, to find what tells them apart.
    #[must_use]
    pub fn equals(&self) -> Self {
        let eligible = self.leaders().copied().collect();
        Self { eligible, unconfirmed: Vec::new(), excluded: Vec::new() }
    }

    /// The entry of an alternative among the eligible.
    #[must_use]
    pub fn place(&self, alternative: AltId) -> Option<&Ranked> {
        self.eligible.iter().find(|ranked| ranked.alternative == alternative)
    }
}

/// Those not ranked for the same must-haves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// The must-haves.
    pub causes: &'a [Cause],
    /// Those not ranked, in the order of the list.
    pub members: Vec<&'a Unranked>,
}

/// A list of those not ranked by what they are not ranked for: the most frequent causes first, then
/// in the order of the list.
#[must_use]
pub fn by_causes(unranked: &[Unranked]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for one in unranked {
        match groups.iter_mut().find(|group| group.causes == one.causes) {
            Some(group) => group.members.push(one),
            None => groups.push(Group { causes: &one.causes, members: vec![one] }),
        }
    }
    sort::sort_by_number(&mut groups, |group| !(group.members.len() as u64));
    groups
}

/// Ranks all alternatives of a table but those that the answers take out.
#[must_use]
pub fn rank(table: &UtilityTable, answers: &Answers) -> Ranking {
    let musts: Vec<_> =
        must_haves(table, answers).into_iter().map(|must| (must, verdicts(table, must))).collect();
    let scores = Score::of_all(table, answers);
    let mut best_first = table.listed().to_vec();
    sort::sort_by_number(&mut best_first, |id| Score::best_first(scores[id.index()]));
    let mut ranking =
        Ranking { eligible: Vec::new(), unconfirmed: Vec::new(), excluded: Vec::new() };
    best_first.retain(|alternative| !answers.without().contains(alternative));
    for alternative in best_first {
        let at = alternative.index();
        let score = scores[at];
        let causes = |wanted: Verdict| -> Vec<Cause> {
            let found = musts.iter().filter(|(_, verdicts)| verdicts[at] == wanted);
            found.map(|(must, _)| *must).collect()
        };
        let failed = causes(Verdict::Fails);
        if !failed.is_empty() {
            ranking.excluded.push(Unranked { alternative, causes: failed, score });
            continue;
        }
        let unknown = causes(Verdict::Unknown);
        if unknown.is_empty() {
            ranking.eligible.push(Ranked {
                alternative,
                rank: 1,
                tied: false,
                close: false,
                score,
            });
        } else {
            ranking.unconfirmed.push(Unranked { alternative, causes: unknown, score });
        }
    }
    number(&mut ranking.eligible);
    ranking
}

/// Assigns ranks, and marks ties and scores that would look alike. Expects the best first.
fn number(eligible: &mut [Ranked]) {
    let points = |ranked: &Ranked| ranked.score.map(Score::numerator);
    let mut rank = 1;
    for equals in eligible.chunk_by_mut(|one, other| points(one) == points(other)) {
        let tied = equals.len() > 1;
        for ranked in equals.iter_mut() {
            ranked.rank = rank;
            // While no question gives points there are no ties.
            ranked.tied = tied && ranked.score.is_some();
        }
        rank = rank.saturating_add(u16::try_from(equals.len()).unwrap_or(u16::MAX));
    }
    let shown = |ranked: &Ranked| ranked.score.map(Score::tenths);
    for alike in eligible.chunk_by_mut(|one, other| shown(one) == shown(other)) {
        let close = alike.first().map(points) != alike.last().map(points);
        for ranked in alike {
            ranked.close = close;
        }
    }
}

/// The must-haves of some answers; if all options are wanted, each is a must-have of its own.
#[must_use]
pub fn must_haves(table: &UtilityTable, answers: &Answers) -> Vec<Cause> {
    let mut musts = Vec::new();
    for (question, answer) in answers.iter() {
        musts.extend(musts_of(table.shape(question), question, answer.musts));
    }
    musts
}

/// The must-haves of one answer.
pub(in crate::domain) fn musts_of(shape: Shape, question: QuestionId, musts: u32) -> Vec<Cause> {
    match shape.select {
        Select::All => {
            let each = chosen(musts, shape.n_options);
            each.map(|at| Cause { question, options: 1 << at }).collect()
        }
        Select::One | Select::Any if musts != 0 => vec![Cause { question, options: musts }],
        Select::One | Select::Any => Vec::new(),
    }
}

/// Whether a must-have is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is met whatever the unknown facts are.
    Passes,
    /// It is not met whatever the unknown facts are.
    Fails,
    /// It depends on an unknown fact.
    Unknown,
}

/// Whether an alternative meets a must-have: with utility `[lo, hi]` and threshold `t`, it passes
/// iff `lo ≥ t`, fails iff `hi < t`.
#[must_use]
pub fn verdict(table: &UtilityTable, alternative: AltId, must: Cause) -> Verdict {
    let utility = table.utility(alternative, must.question, must.options);
    Verdict::of(utility, table.shape(must.question).must_at)
}

/// The same for all alternatives at once, in order.
#[must_use]
pub fn verdicts(table: &UtilityTable, must: Cause) -> Vec<Verdict> {
    let threshold = table.shape(must.question).must_at;
    let utilities = table.utilities(must.question, must.options);
    utilities.into_iter().map(|utility| Verdict::of(utility, threshold)).collect()
}

impl Verdict {
    const fn of(utility: Interval, threshold: u16) -> Self {
        if utility.lo >= threshold {
            Self::Passes
        } else if utility.hi < threshold {
            Self::Fails
        } else {
            Self::Unknown
        }
    }
}
