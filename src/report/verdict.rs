//! How firm a result is, what could still change it, where the leader is weak in very important
//! questions.
//!
//! It covers the present answers only; `what_would_win` covers other answers.

use super::{Explanation, Line, ReportInput, Tone};
use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::decide::{
    Answer, Evaluation, Firmness, Importance, Next, Outlook, Ranking, ReasonFor, Reasons, Standing,
    next_question, reasons,
};
use crate::text::{self, Message, msg};

/// The doubled utility up to which an answer counts as badly met.
const BADLY: u32 = 500;

pub(super) fn say(input: &ReportInput, explanation: &mut Explanation) {
    let Some(first) = input.first() else {
        // Must-haves alone leave some over, and give no points.
        if !input.answers().is_empty() {
            ask(input, explanation, input.ranking, msg::RESULT_RANK_THEM);
        }
        return;
    };
    let evaluation = input.evaluation();
    let equals = input.ranking.equals();
    let standing = Standing::of(&evaluation, first);
    if equals.eligible.len() >= MANY {
        shared(input, explanation, &equals);
    } else {
        firmness(input, explanation, &evaluation, &standing, first);
    }
    if equals.eligible.len() > 1 {
        ask(input, explanation, &equals, msg::RESULT_TELL_APART);
    }
    let unknown = standing.weakest_at_worst();
    if let Some(lead) = unknown.filter(|lead| lead.worst.firmness() == Firmness::Behind) {
        let rival = input.name(lead.rival);
        explanation.say(Tone::Warning, input.tf(msg::VERDICT_UNKNOWN, &[("rival", rival)]));
    }
    let weak = weak_points(input, first);
    if !weak.is_empty() {
        explanation.say(Tone::Warning, input.tf(msg::VERDICT_WEAK, &[("questions", &weak)]));
    }
}

/// How firm the lead is, whether an open question can still change it, and the one to answer next.
fn firmness(
    input: &ReportInput,
    explanation: &mut Explanation,
    evaluation: &Evaluation,
    standing: &Standing,
    first: AltId,
) {
    let weakest = standing.weakest();
    let firmness = weakest.map(|lead| lead.mid.firmness());
    let word = firmness.and_then(text::firmness);
    let (word, means) =
        word.map(|(word, means)| (input.t(word), input.t(means))).unwrap_or_default();
    let lead = text::lead(input.catalog, input.words, weakest);
    let outlook = Outlook::of(evaluation, first);
    let open = text::outlook(input.words, &outlook, evaluation.open.len());
    // Equals are asked for by a button of their own.
    let is_tie = firmness == Some(Firmness::Tie);
    let next = if is_tie { None } else { next_question(evaluation) };
    let link = |next: Next| {
        let label = &input.catalog.question(next.question).label;
        input.to_question(input.tf(msg::VERDICT_ANSWER, &[("question", label)]), next.question)
    };
    explanation.line(Line {
        steps: firmness.map_or(0, text::steps),
        word,
        means,
        text: if is_tie { lead } else { [lead, open].join(" ") },
        links: next.map(link).into_iter().collect(),
        ..Line::default()
    });
}

/// From how many equals on they are told by what they share.
const MANY: usize = 3;

/// The question that tells those of a ranking apart best, as the next step to take.
fn ask(input: &ReportInput, explanation: &mut Explanation, ranking: &Ranking, label: Message) {
    let evaluation = Evaluation::new(input.table, input.answers(), ranking);
    if let Some(next) = next_question(&evaluation) {
        let question = &input.catalog.question(next.question).label;
        let label = input.tf(label, &[("question", question)]);
        let links = vec![input.to_question(label, next.question)];
        explanation.line(Line { tone: Tone::Action, links, ..Line::default() });
    }
}

/// What those share who come first together.
fn shared(input: &ReportInput, explanation: &mut Explanation, equals: &Ranking) {
    let said = |id: AltId| {
        let Reasons { pros, cons } = reasons(input.table, input.answers(), id);
        let all = pros.into_iter().chain(cons);
        let sentence =
            |why: ReasonFor| text::reason(input.catalog, input.words, input.answers(), id, &why);
        all.map(sentence).collect::<Vec<_>>()
    };
    let mut all = equals.eligible.iter().map(|ranked| said(ranked.alternative));
    let mut shared = all.next().unwrap_or_default();
    for other in all {
        shared.retain(|sentence| other.contains(sentence));
    }
    if !shared.is_empty() {
        let text = [input.t(msg::RESULT_SHARED), shared.join(" ")].join(" ");
        explanation.say(Tone::Plain, text);
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
