//! How firm a result is, what could still change it, and where the first is weak in what matters; and
//! which question to ask next.
//!
//! # What this module does not do
//! It tells of the present answers; what other answers would lead to is `what_would_win`.

use super::{Line, Report, Subject, Tone};
use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::decide::{Answer, Firmness, Importance, Outlook, Standing, next_question};
use crate::text::{self, msg};

/// The utility, doubled, up to which an answer counts as badly met.
const BADLY: u32 = 500;

pub(super) fn say(subject: &Subject, report: &mut Report) {
    let Some(first) = subject.first() else {
        return;
    };
    let evaluation = subject.evaluation();
    let standing = Standing::of(&evaluation, first);
    let outlook = Outlook::of(&evaluation, first);
    let weakest = standing.weakest();
    let word = weakest.and_then(|lead| text::firmness(lead.mid.firmness()));
    let (word, means) =
        word.map(|(word, means)| (subject.t(word), subject.t(means))).unwrap_or_default();
    report.line(Line {
        word,
        means,
        text: text::lead(subject.catalog, subject.words, weakest),
        ..Line::default()
    });
    let (open, questions) = text::outlook(subject.words, &outlook, evaluation.open.len());
    let label = |id: QuestionId| subject.catalog.question(id).label.to_string();
    report.line(Line {
        text: open,
        links: questions.into_iter().map(|id| subject.to_question(label(id), id)).collect(),
        ..Line::default()
    });
    let unknown = standing.weakest_at_worst();
    if let Some(lead) = unknown.filter(|lead| lead.worst.firmness() == Firmness::Behind) {
        let rival = subject.name(lead.rival);
        report.say(Tone::Plain, subject.tf(msg::VERDICT_UNKNOWN, &[("rival", rival)]));
    }
    let weak = weak_points(subject, first);
    if !weak.is_empty() {
        report.say(Tone::Warning, subject.tf(msg::VERDICT_WEAK, &[("questions", &weak)]));
    }
}

/// The very important questions of which an alternative earns at most a quarter.
fn weak_points(subject: &Subject, id: AltId) -> String {
    let is_weak = |(question, answer): &(QuestionId, Answer)| {
        answer.weight() > 0
            && answer.importance == Importance::VeryImportant
            && subject.table.earned(id, *question, *answer).doubled_mid() <= BADLY
    };
    let weak = subject.answers().iter().filter(is_weak).map(|(question, _)| question);
    text::questions(subject.catalog, weak)
}

/// The open question that would tell most, or that none can change the result any more. Nothing while
/// nothing gives points, and where nobody meets the must-haves.
pub(super) fn next(subject: &Subject, report: &mut Report) {
    let evaluation = subject.evaluation();
    if evaluation.asked.is_empty()
        || subject.ranking.eligible.is_empty()
        || evaluation.open.is_empty()
    {
        return;
    }
    match next_question(&evaluation) {
        Some(next) => {
            let label = subject.catalog.question(next.question).label.to_string();
            let label = subject.tf(msg::FIT_USEFUL_NEXT, &[("question", &label)]);
            let links = vec![subject.to_question(label, next.question)];
            report.line(Line { links, ..Line::default() });
        }
        None => report.say(Tone::Plain, subject.t(msg::FIT_USEFUL_DECIDED)),
    }
}
