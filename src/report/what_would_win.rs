//! What would make an alternative win, or end the lead of one that does. Every proposed change is
//! verified by ranking all alternatives again.

use super::{Explanation, Line, ReportInput, Tone};
use crate::domain::catalog::AltId;
use crate::domain::decide::{AnswerChange, Counterfactuals, Shortfall, WhatItTakes, what_it_takes};
use crate::text::msg;

/// How many of the differences that put an alternative behind are named.
const N_LOSSES: usize = 3;

pub(super) fn say(input: &ReportInput, id: AltId, explanation: &mut Explanation) {
    let counterfactuals = Counterfactuals::of(input.table, input.answers());
    let what_it_takes =
        what_it_takes(input.table, input.answers(), input.ranking, &counterfactuals, id);
    let title = if what_it_takes == WhatItTakes::First { msg::WAY_STAYS } else { msg::WAY_TITLE };
    explanation.title(input.tf(title, &[("name", input.name(id))]));
    match what_it_takes {
        WhatItTakes::First => match counterfactuals.dethrones(id) {
            Some(change) => tell(input, explanation, input.t(msg::WAY_ENDS), &[change]),
            None => explanation.say(Tone::Plain, input.t(msg::WAY_NEVER)),
        },
        WhatItTakes::One(change) if change.shared => {
            tell(input, explanation, input.t(msg::WAY_ONE_SHARED), &[change.change]);
        }
        WhatItTakes::One(change) => {
            tell(input, explanation, input.t(msg::WAY_ONE), &[change.change]);
        }
        WhatItTakes::Two(pair) => tell(input, explanation, input.t(msg::WAY_TWO), &pair),
        WhatItTakes::Far(shortfall) => far(input, explanation, &shortfall),
        WhatItTakes::Open => explanation.say(Tone::Plain, input.t(msg::WAY_OPEN)),
    }
}

/// A sentence, the changes, and the link that tries them.
fn tell(
    input: &ReportInput,
    explanation: &mut Explanation,
    sentence: String,
    changes: &[AnswerChange],
) {
    explanation.say(Tone::Plain, sentence);
    let (what, after) = input.changed(changes);
    let label = if changes.len() == 1 { msg::WAY_TRY } else { msg::WAY_TRY_BOTH };
    let links = vec![input.trying(label, after, what.clone())];
    explanation.line(Line { text: what, links, ..Line::default() });
}

fn far(input: &ReportInput, explanation: &mut Explanation, shortfall: &Shortfall) {
    let Shortfall { leader, behind, differences } = shortfall;
    if behind.0 == 0 {
        explanation.say(Tone::Plain, input.t(msg::WAY_FAR_MUSTS));
    } else {
        let values = [("points", &*behind.to_string()), ("leader", input.name(*leader))];
        explanation.say(Tone::Plain, input.tf(msg::WAY_FAR, &values));
    }
    let losses = differences.iter().filter(|difference| difference.points < 0).take(N_LOSSES);
    for loss in losses {
        let question = &input.catalog.question(loss.question).label;
        let values = [("question", question.as_ref()), ("points", &*loss.tenths.to_string())];
        explanation.say(Tone::Muted, input.tf(msg::WAY_FAR_QUESTION, &values));
    }
}
