//! How firm a result is, what could still change it, where the leader is weak in very important
//! questions.
//!
//! It covers the present answers only; `what_would_win` covers other answers.

use super::{Explanation, Line, ReportInput, Tone};
use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::decide::{
    Answer, Evaluation, Firmness, Importance, Outlook, ReasonFor, Reasons, Standing, next_question,
    reasons,
};
use crate::text::{self, msg};

/// The doubled utility up to which an answer counts as badly met.
const BADLY: u32 = 500;

pub(super) fn say(input: &ReportInput, explanation: &mut Explanation) {
    let Some(first) = input.first() else {
        return;
    };
    let evaluation = input.evaluation();
    equals(input, explanation);
    let standing = Standing::of(&evaluation, first);
    let outlook = Outlook::of(&evaluation, first);
    let weakest = standing.weakest();
    let word = weakest.and_then(|lead| text::firmness(lead.mid.firmness()));
    let (word, means) =
        word.map(|(word, means)| (input.t(word), input.t(means))).unwrap_or_default();
    explanation.line(Line {
        word,
        means,
        text: text::lead(input.catalog, input.words, weakest),
        ..Line::default()
    });
    let (open, questions) = text::outlook(input.words, &outlook, evaluation.open.len());
    let label = |id: QuestionId| input.catalog.question(id).label.to_string();
    explanation.line(Line {
        text: open,
        links: questions.into_iter().map(|id| input.to_question(label(id), id)).collect(),
        ..Line::default()
    });
    let unknown = standing.weakest_at_worst();
    if let Some(lead) = unknown.filter(|lead| lead.worst.firmness() == Firmness::Behind) {
        let rival = input.name(lead.rival);
        explanation.say(Tone::Plain, input.tf(msg::VERDICT_UNKNOWN, &[("rival", rival)]));
    }
    let weak = weak_points(input, first);
    if !weak.is_empty() {
        explanation.say(Tone::Warning, input.tf(msg::VERDICT_WEAK, &[("questions", &weak)]));
    }
}

/// From how many equals on they are told by what they share.
const MANY: usize = 3;

/// What those share who come first together, and the question that tells them apart best.
fn equals(input: &ReportInput, explanation: &mut Explanation) {
    let ranking = input.ranking.equals();
    if ranking.eligible.len() < MANY {
        return;
    }
    let said = |id: AltId| {
        let Reasons { pros, cons } = reasons(input.table, input.answers(), id);
        let all = pros.into_iter().chain(cons);
        let sentence =
            |why: ReasonFor| text::reason(input.catalog, input.words, input.answers(), id, &why);
        all.map(sentence).collect::<Vec<_>>()
    };
    let mut all = ranking.eligible.iter().map(|ranked| said(ranked.alternative));
    let mut shared = all.next().unwrap_or_default();
    for other in all {
        shared.retain(|sentence| other.contains(sentence));
    }
    if !shared.is_empty() {
        let text = [input.t(msg::RESULT_SHARED), shared.join(" ")].join(" ");
        explanation.say(Tone::Plain, text);
    }
    let evaluation = Evaluation::new(input.table, input.answers(), &ranking);
    if let Some(next) = next_question(&evaluation) {
        let label = input.catalog.question(next.question).label.to_string();
        let label = input.tf(msg::RESULT_TELL_APART, &[("question", &label)]);
        let links = vec![input.to_question(label, next.question)];
        explanation.line(Line { tone: Tone::Action, links, ..Line::default() });
    }
}

/// The very important questions in which an alternative earns at most a quarter of the points.
fn weak_points(input: &ReportInput, id: AltId) -> String {
    let is_weak = |(question, answer): &(QuestionId, Answer)| {
        answer.weight() > 0
            && answer.importance == Importance::VeryImportant
            && input.table.earned(id, *question, *answer).doubled_mid() <= BADLY
    };
    let weak = input.answers().iter().filter(is_weak).map(|(question, _)| question);
    text::questions(input.catalog, weak)
}
