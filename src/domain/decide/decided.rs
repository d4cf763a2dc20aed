//! Whether answering further can still change who wins (decision model, 2.8).
//!
//! With `R` the open questions, the margin of A over B is
//! `m(A, B) = D + 4 · Σ_{k∈R} min(0, min_S d_k(S))`: the lead that is left where every open question is
//! answered as badly for A as it can be, at the greatest importance, or is skipped.
//! A wins, alone or with others, whatever is answered, if and only if `m(A, B) ≥ 0` for every B: each
//! open question contributes on its own, so that the least is reached by some answers.
//!
//! # What this module does not do
//! A new must-have may still exclude whoever is decided; [`unmet_options`] lists which.
//! Who is not out of the race need not be able to win.

use super::Importance;
use super::pair::Lead;
use super::rank::{Cause, Ranked, Verdict, verdict};
use super::score::Score;
use super::situation::Situation;
use super::swing::Swing;
use crate::domain::catalog::{AltId, QuestionId};

/// Which answers to the open questions could still put another one ahead, the least decided first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decided {
    /// Answers of any importance.
    No,
    /// Only answers with something important, or more.
    UnlessImportant,
    /// Only answers with something very important.
    UnlessVeryImportant,
    /// None.
    Yes,
}

impl Decided {
    /// All, the most decided first, each with the importance of the answers that it withstands.
    const WITHSTANDS: [(Self, Importance); 3] = [
        (Self::Yes, Importance::VeryImportant),
        (Self::UnlessVeryImportant, Importance::Important),
        (Self::UnlessImportant, Importance::Normal),
    ];

    /// By a lead, and the most that the open questions can take of it at weight 1.
    fn by(lead: i32, swing: i32) -> Self {
        let stands = |importance: Importance| lead + importance.weight().cast_signed() * swing >= 0;
        let level = Self::WITHSTANDS.into_iter().find(|(_, importance)| stands(*importance));
        level.map_or(Self::No, |(level, _)| level)
    }
}

/// What is still to come for an alternative that leads, alone or with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Whether it wins whatever is answered, with unknown facts as the score counts them. Decided is
    /// also who will be first with others.
    pub decided: Decided,
    /// The same whatever the unknown facts turn out to be.
    pub at_worst: Decided,
    /// The max regret, `max(0, max_B −m(A, B))`, in weight × doubled utility: the most by which it
    /// could be behind in the end. 0 if and only if it is decided.
    pub regret: u32,
    /// Over whom the margin is least, the first such in the ranking; none without rivals.
    pub rival: Option<AltId>,
    /// The open questions that could each on its own put another one ahead, in question order.
    pub overturners: Vec<QuestionId>,
}

impl Outlook {
    /// The outlook of an alternative.
    #[must_use]
    pub fn of(situation: &Situation, alternative: AltId) -> Self {
        let mut outlook = Self {
            decided: Decided::Yes,
            at_worst: Decided::Yes,
            regret: 0,
            rival: None,
            overturners: Vec::new(),
        };
        let mut least = i32::MAX;
        let mut overturns = vec![false; situation.open.len()];
        for rival in situation.rivals(alternative) {
            let lead = Lead::over(situation, alternative, rival);
            let (lead, at_worst) = (lead.gap.lead(), lead.worst.lead());
            let mut all = Swing::default();
            for (question, overturns) in situation.open.iter().zip(&mut overturns) {
                let swing = Swing::of(situation.table, *question, alternative, rival);
                *overturns |= lead + MOST * swing.mid < 0;
                all.mid += swing.mid;
                all.worst += swing.worst;
            }
            outlook.decided = outlook.decided.min(Decided::by(lead, all.mid));
            outlook.at_worst = outlook.at_worst.min(Decided::by(at_worst, all.worst));
            let margin = lead + MOST * all.mid;
            if margin < least {
                least = margin;
                outlook.rival = Some(rival);
            }
        }
        outlook.regret = least.min(0).unsigned_abs();
        let open = situation.open.iter().zip(overturns);
        outlook.overturners = open.filter(|(_, it)| *it).map(|(question, _)| *question).collect();
        outlook
    }
}

/// The greatest weight an answer can have.
pub(super) const MOST: i32 = Importance::VeryImportant.weight().cast_signed();

/// How many of the first rule out the others: testing against these keeps it quick, and whom they do
/// not rule out hardly anybody does.
const N_LEADERS: usize = 8;

/// The eligible alternatives that cannot be first any more, whatever is answered, in the order of the
/// ranking: those for which some leader B has `m(B, X) > 0`. It never names one that could, and may
/// leave out one that could not.
#[must_use]
pub fn out_of_race(situation: &Situation) -> Vec<AltId> {
    let leaders: Vec<_> = situation.ranking.eligible.iter().take(N_LEADERS).collect();
    let is_out = |one: &&Ranked| leaders.iter().any(|leader| stays_ahead(situation, leader, one));
    let out = situation.ranking.eligible.iter().filter(is_out);
    out.map(|ranked| ranked.alternative).collect()
}

/// Whether `m(leader, other) > 0`. Swings only take away, so that it is settled once nothing is left.
fn stays_ahead(situation: &Situation, leader: &Ranked, other: &Ranked) -> bool {
    let points = |ranked: &Ranked| ranked.score.map_or(0, Score::numerator).cast_signed();
    let mut margin = points(leader) - points(other);
    for question in &situation.open {
        if margin <= 0 {
            break;
        }
        let (one, other) = (leader.alternative, other.alternative);
        margin += MOST * Swing::of(situation.table, *question, one, other).mid;
    }
    margin > 0
}

/// An option of an open question that an alternative does not surely meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// The question and the option as a must-have.
    pub must: Cause,
    /// Whether it fails, or is not known.
    pub verdict: Verdict,
}

/// The options of open questions that would exclude an alternative, or leave it unconfirmed, as a new
/// must-have. Also of questions that allow none: [`Table`](super::Table) does not know which do.
#[must_use]
pub fn unmet_options(situation: &Situation, alternative: AltId) -> Vec<Unmet> {
    let table = situation.table;
    let mut unmet = Vec::new();
    for question in situation.open.iter().copied() {
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
