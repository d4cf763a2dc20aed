//! Why each part is in a combination.
//!
//! Each job is assigned once: among parts that do it equally well, to the first.

use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::decide::table::{UtilityTable, chosen};
use crate::domain::decide::{Answers, Bearing, Cause, Interval};

/// One part of a combination, with its jobs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which alternative.
    pub alternative: AltId,
    /// The needs that it meets better than the other parts, as the first among equals; never empty.
    /// Each need is assigned to one part.
    pub needs: Vec<Cause>,
    /// The other chosen options that it meets better than the other parts, as the first among
    /// equals; without options that no part meets.
    pub options: Vec<(QuestionId, u8)>,
}

/// Something that a part has to meet, and the utility from which it does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Need {
    pub(super) cause: Cause,
    pub(super) from: u16,
}

/// The parts of a combination with their jobs.
pub(super) fn parts(
    table: &UtilityTable,
    answers: &Answers,
    needs: &[Need],
    alternatives: &[AltId],
) -> Vec<Part> {
    let mut parts: Vec<_> = alternatives
        .iter()
        .map(|alternative| Part {
            alternative: *alternative,
            needs: Vec::new(),
            options: Vec::new(),
        })
        .collect();
    let utility = |alternative: AltId, cause: Cause| {
        table.utility(alternative, cause.question, cause.options)
    };
    for need in needs {
        let meets = |found: Interval| found.lo >= need.from;
        if let Some(at) = best(alternatives, &|id| utility(id, need.cause), &meets) {
            parts[at].needs.push(need.cause);
        }
    }
    for (question, answer) in answers.iter() {
        for at in chosen(answer.options, table.shape(question).n_options) {
            let cause = Cause { question, options: 1 << at };
            let is_need = needs.iter().any(|need| {
                need.cause.question == question && need.cause.options & cause.options != 0
            });
            let meets = |found: Interval| Bearing::of(found) != Bearing::None;
            let found = best(alternatives, &|id| utility(id, cause), &meets);
            if let (false, Some(part), Ok(option)) = (is_need, found, u8::try_from(at)) {
                parts[part].options.push((question, option));
            }
        }
    }
    parts
}

/// The first with the greatest utility among those that meet a need.
fn best(
    alternatives: &[AltId],
    utility: &dyn Fn(AltId) -> Interval,
    meets: &dyn Fn(Interval) -> bool,
) -> Option<usize> {
    let mut best = None;
    for (at, alternative) in alternatives.iter().enumerate() {
        let found = utility(*alternative);
        let is_better = best.is_none_or(|(_, known)| found.doubled_mid() > known);
        if meets(found) && is_better {
            best = Some((at, found.doubled_mid()));
        }
    }
    best.map(|(at, _)| at)
}
