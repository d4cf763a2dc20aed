//! Why an alternative has its rank, as data: which option of which question counts for or against
//! it, and how strongly.

use serde::Serialize;

use super::table::{UtilityTable, chosen};
use super::{Answer, Answers, Interval};
use crate::domain::catalog::{AltId, FULL, QuestionId, Select};
use crate::domain::sort;

/// How well an option is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bearing {
    /// Utility of at least 750.
    Full,
    /// Utility from 251 to 749.
    Part,
    /// Utility of at most 250.
    None,
    /// The fact is unknown.
    Unknown,
}

impl Bearing {
    /// The bearing for a utility.
    #[must_use]
    pub const fn of(utility: Interval) -> Self {
        if !utility.is_known() {
            Self::Unknown
        } else if utility.lo >= 750 {
            Self::Full
        } else if utility.lo > 250 {
            Self::Part
        } else {
            Self::None
        }
    }
}

/// One reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReasonFor {
    /// The question that was answered.
    pub question: QuestionId,
    /// The option that the reason is about: for "any" the best met, for "all" each separately.
    pub option: u8,
    /// How well it is met.
    pub bearing: Bearing,
    /// Whether it is met in full, with a utility of 1000.
    pub is_best: bool,
    /// Whether it is a must-have.
    pub must: bool,
    /// Points won for it, and lost, in units of weight × utility × 840 / options; comparable among
    /// the reasons of one set of answers. Both 0 for a must-have that gives no points.
    pub won: u64,
    /// Points lost.
    pub lost: u64,
}

/// The reasons for and against one alternative.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// What is met, the most points first; must-haves come first.
    pub pros: Vec<ReasonFor>,
    /// What is not fully met, the most points lost first.
    pub cons: Vec<ReasonFor>,
}

/// All reasons for and against an alternative, strongest first. Ties are in question order.
#[must_use]
pub fn reasons(table: &UtilityTable, answers: &Answers, alternative: AltId) -> Reasons {
    let mut all = Vec::new();
    for (question, answer) in answers.iter() {
        let cells = table.options(alternative, question);
        if table.shape(question).select == Select::All {
            let n = u64::from(answer.scoring().count_ones());
            for at in chosen(answer.options, cells.len()) {
                all.push(reason(question, answer, at, cells[at], n));
            }
        } else {
            let best = chosen(answer.options, cells.len())
                .max_by_key(|at| (cells[*at].doubled_mid(), core::cmp::Reverse(*at)));
            if let Some(at) = best {
                all.push(reason(question, answer, at, cells[at], 1));
            }
        }
    }
    let is_full = |reason: &ReasonFor| reason.bearing == Bearing::Full;
    let mut pros: Vec<_> = all.iter().copied().filter(is_full).collect();
    let mut cons: Vec<_> =
        all.into_iter().filter(|reason| !is_full(reason) && reason.lost > 0).collect();
    // Must-haves come before all others.
    sort::sort_by_number(&mut pros, |reason| !(u64::from(reason.must) << 63 | reason.won));
    sort::sort_by_number(&mut cons, |reason| !reason.lost);
    Reasons { pros, cons }
}

/// Divisible by every number of options up to 8, so that the order of reasons is exact for those.
const UNIT: u64 = 840;

fn reason(question: QuestionId, answer: Answer, at: usize, utility: Interval, n: u64) -> ReasonFor {
    let must = answer.musts >> at & 1 == 1;
    let is_counted = answer.scoring() >> at & 1 == 1;
    let weight = if is_counted { u64::from(answer.importance.weight()) } else { 0 };
    let share = |points: u64| weight * points * UNIT / n.max(1);
    let mid = u64::from(utility.doubled_mid());
    ReasonFor {
        question,
        option: u8::try_from(at).unwrap_or(u8::MAX),
        bearing: Bearing::of(utility),
        is_best: utility == Interval::exactly(FULL),
        must,
        won: share(mid),
        lost: share(2000 - mid.min(2000)),
    }
}
