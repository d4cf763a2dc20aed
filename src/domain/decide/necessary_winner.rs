//! Whether further answers can still change the winner (decision model, 2.8).
//!
//! With `R` the open questions, the margin of A over B is
//! `m(A, B) = D + 4 · Σ_{k∈R} min(0, min_S d_k(S))`: the lead that is left if every open question
//! is answered as badly for A as possible, at the greatest importance, or is skipped. A wins, alone
//! or with others, whatever is answered, if and only if `m(A, B) ≥ 0` for every B: the
//! contributions of the open questions are independent, so some answers reach the minimum.
//!
//! A new must-have may still exclude a decided winner; [`unmet_options`] lists which. An
//! alternative that is not ruled out need not be able to win.

use super::Importance;
use super::evaluation::Evaluation;
use super::pairwise::Lead;
use super::rank::{Cause, Ranked, Verdict, verdict};
use super::score::Score;
use super::worst_case_loss::WorstCaseLoss;
use crate::domain::catalog::{AltId, QuestionId};

/// Which answers to the open questions could still put another alternative ahead, the least decided
/// first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NecessaryWinner {
    /// Answers of any importance.
    No,
    /// Only answers of which at least one is important or very important.
    UnlessImportant,
    /// Only answers of which at least one is very important.
    UnlessVeryImportant,
    /// None.
    Yes,
}

impl NecessaryWinner {
    /// All, the most decided first, each with the importance of the answers that it withstands.
    const WITHSTANDS: [(Self, Importance); 3] = [
        (Self::Yes, Importance::VeryImportant),
        (Self::UnlessVeryImportant, Importance::Important),
        (Self::UnlessImportant, Importance::Normal),
    ];

    /// The level for a lead, and the most that the open questions can take from it at weight 1.
    fn by(lead: i32, loss: i32) -> Self {
        let stands = |importance: Importance| lead + importance.weight().cast_signed() * loss >= 0;
        let level = Self::WITHSTANDS.into_iter().find(|(_, importance)| stands(*importance));
        level.map_or(Self::No, |(level, _)| level)
    }
}

/// What open questions can still change for an alternative that leads, alone or with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Whether it wins whatever is answered, with unknown facts counted as in the score. Being
    /// first together with others counts as winning.
    pub necessary_winner: NecessaryWinner,
    /// The same whatever the unknown facts turn out to be.
    pub at_worst: NecessaryWinner,
    /// The max regret, `max(0, max_B −m(A, B))`, in weight × doubled utility: the greatest amount
    /// by which it could be behind in the end. 0 if and only if it is decided.
    pub regret: u32,
    /// The rival with the least margin, the first such in the ranking; none without rivals.
    pub rival: Option<AltId>,
    /// The open questions that could each on their own put another alternative ahead, in question
    /// order.
    pub overturners: Vec<QuestionId>,
}

impl Outlook {
    /// The outlook of an alternative.
    #[must_use]
    pub fn of(evaluation: &Evaluation, alternative: AltId) -> Self {
        let mut outlook = Self {
            necessary_winner: NecessaryWinner::Yes,
            at_worst: NecessaryWinner::Yes,
            regret: 0,
            rival: None,
            overturners: Vec::new(),
        };
        let mut least = i32::MAX;
        let mut overturns = vec![false; evaluation.open.len()];
        for rival in evaluation.rivals(alternative) {
            let lead = Lead::over(evaluation, alternative, rival);
            let (lead, at_worst) = (lead.mid.lead(), lead.worst.lead());
            let mut all = WorstCaseLoss::default();
            for (question, overturns) in evaluation.open.iter().zip(&mut overturns) {
                let loss = WorstCaseLoss::of(evaluation.table, *question, alternative, rival);
                *overturns |= lead + MOST * loss.mid < 0;
                all.mid += loss.mid;
                all.worst += loss.worst;
            }
            outlook.necessary_winner =
                outlook.necessary_winner.min(NecessaryWinner::by(lead, all.mid));
            outlook.at_worst = outlook.at_worst.min(NecessaryWinner::by(at_worst, all.worst));
            let margin = lead + MOST * all.mid;
            if margin < least {
                least = margin;
                outlook.rival = Some(rival);
            }
        }
        outlook.regret = least.min(0).unsigned_abs();
        let open = evaluation.open.iter().zip(overturns);
        outlook.overturners = open.filter(|(_, it)| *it).map(|(question, _)| *question).collect();
        outlook
    }
}

/// The greatest weight an answer can have.
pub(super) const MOST: i32 = Importance::VeryImportant.weight().cast_signed();

/// How many leaders are tested to rule out the others. A few keep it fast; an alternative that they
/// do not rule out is hardly ever ruled out by another.
const N_LEADERS: usize = 8;

/// The eligible alternatives that can no longer be first, whatever is answered, in the order of the
/// ranking: those for which some leader B has `m(B, X) > 0`. The list is sound but not complete: it
/// may miss an alternative that cannot be first.
#[must_use]
pub fn not_possible_winners(evaluation: &Evaluation) -> Vec<AltId> {
    let leaders: Vec<_> = evaluation.ranking.eligible.iter().take(N_LEADERS).collect();
    let is_out = |one: &&Ranked| leaders.iter().any(|leader| stays_ahead(evaluation, leader, one));
    let out = evaluation.ranking.eligible.iter().filter(is_out);
    out.map(|ranked| ranked.alternative).collect()
}

/// Whether `m(leader, other) > 0`. Losses only decrease the lead, so the loop stops once none is
/// left.
fn stays_ahead(evaluation: &Evaluation, leader: &Ranked, other: &Ranked) -> bool {
    let points = |ranked: &Ranked| ranked.score.map_or(0, Score::numerator).cast_signed();
    let mut margin = points(leader) - points(other);
    for question in &evaluation.open {
        if margin <= 0 {
            break;
        }
        let (one, other) = (leader.alternative, other.alternative);
        margin += MOST * WorstCaseLoss::of(evaluation.table, *question, one, other).mid;
    }
    margin > 0
}

/// An option of an open question that an alternative does not certainly meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// The question and the option as a must-have.
    pub must: Cause,
    /// Whether it fails, or is unknown.
    pub verdict: Verdict,
}

/// The options of open questions that, as a new must-have, would exclude an alternative or leave it
/// unconfirmed. Questions that allow no must-haves are included:
/// [`UtilityTable`](super::UtilityTable) does not know which those are.
#[must_use]
pub fn unmet_options(evaluation: &Evaluation, alternative: AltId) -> Vec<Unmet> {
    let table = evaluation.table;
    let mut unmet = Vec::new();
    for question in evaluation.open.iter().copied() {
        for at in 0..table.shape(question).n_options {
            let must = Cause { question, options: 1 << at };
            let verdict = verdict(table, alternative, must);
            if verdict != Verdict::Passes {
                unmet.push(Unmet { must, verdict });
            }
        }
    }
    unmet
}
