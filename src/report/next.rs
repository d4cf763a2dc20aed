//! Which questions are worth asking next, the most useful first.

use super::{Explanation, Line, ReportInput, Tone};
use crate::domain::decide::{Outlook, next_questions};
use crate::text::msg;

/// How many open questions could change who is first, and all that are worth asking, the most useful
/// first; or that none can change it. No statement while nothing is answered, and if no alternative
/// meets the must-haves.
pub(super) fn say(input: &ReportInput, explanation: &mut Explanation) {
    let n = input.answers().n_given();
    let Some(first) = input.ranking.leaders().next().filter(|_| n > 0) else {
        return;
    };
    let evaluation = input.evaluation();
    let useful = next_questions(&evaluation);
    if useful.is_empty() {
        let is_all = evaluation.open.is_empty();
        let message = if is_all { msg::VERDICT_ALL_ANSWERED } else { msg::VERDICT_DECIDED };
        return explanation.say(Tone::Plain, input.t(message));
    }
    let n_turning = Outlook::of(&evaluation, first.alternative).overturners.len();
    let message = if n_turning > 0 { msg::FIT_COULD_CHANGE } else { msg::FIT_TOGETHER };
    let (n, n_turning) = (n.to_string(), n_turning.to_string());
    explanation.say(Tone::Plain, input.tf(message, &[("n", &n), ("open", &n_turning)]));
    let label = |id| input.catalog.question(id).label.to_string();
    explanation.line(Line {
        text: input.t(msg::FIT_USEFUL_NEXT),
        links: useful.iter().map(|it| input.to_question(label(it.question), it.question)).collect(),
        ..Line::default()
    });
}
