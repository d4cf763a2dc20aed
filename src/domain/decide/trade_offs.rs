//! The gains and losses of switching from one alternative to another, question by question
//! (decision model, 2.6).
//!
//! With `d` the `lo + hi` of the new one minus that of the old one, a question of weight `w` gives
//! `100·w·d / (2·1000·W)` points more; the sum over all questions is the difference of their
//! scores.
//!
//! It names no winner. Of must-haves it counts only those that give points.

use super::Answers;
use super::score::Tenths;
use super::table::UtilityTable;
use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::rounding::half_up;
use crate::domain::sort;

/// The effect of switching on one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TradeOff {
    /// The question.
    pub question: QuestionId,
    /// `w·d`, in the units of a score's numerator: above 0 if the new one wins, never 0.
    pub points: i32,
    /// Its size in tenths of a percent of the whole score, rounded half up.
    pub tenths: Tenths,
}

/// The questions in which the points of the two differ, the greatest difference first, ties in
/// question order. Empty if no question gives points.
#[must_use]
pub fn trade_offs(
    table: &UtilityTable,
    answers: &Answers,
    from: AltId,
    to: AltId,
) -> Vec<TradeOff> {
    let total = answers.total_weight();
    let mut all = Vec::new();
    for (question, answer) in answers.iter().filter(|(_, answer)| answer.weight() > 0) {
        let doubled = |alternative| table.earned(alternative, question, answer).doubled_mid();
        let (lost, won) = (doubled(from) * answer.weight(), doubled(to) * answer.weight());
        if won != lost {
            let points = won.cast_signed() - lost.cast_signed();
            let tenths = Tenths(half_up(won.abs_diff(lost), 2 * total));
            all.push(TradeOff { question, points, tenths });
        }
    }
    sort::sort_by_number(&mut all, |one| u64::from(!one.points.unsigned_abs()));
    all
}
