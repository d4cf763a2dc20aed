//! What would make somebody win, or end the lead of whoever does.
//!
//! # What this module does not do
//! It proposes no change that was not verified by ranking everybody again; the domain does that.

use super::{Line, Report, Subject, Tone};
use crate::domain::catalog::AltId;
use crate::domain::decide::{AnswerChange, Counterfactuals, Shortfall, WhatItTakes, what_it_takes};
use crate::text::msg;

/// How many of the differences that put somebody behind are named.
const N_LOSSES: usize = 3;

pub(super) fn say(subject: &Subject, id: AltId, report: &mut Report) {
    let counterfactuals = Counterfactuals::of(subject.table, subject.answers());
    let what_it_takes =
        what_it_takes(subject.table, subject.answers(), &subject.ranking, &counterfactuals, id);
    let title = if what_it_takes == WhatItTakes::First { msg::WAY_STAYS } else { msg::WAY_TITLE };
    report.title(subject.tf(title, &[("name", subject.name(id))]));
    match what_it_takes {
        WhatItTakes::First => match counterfactuals.dethrones(id) {
            Some(change) => tell(subject, report, subject.t(msg::WAY_ENDS), &[change]),
            None => report.say(Tone::Plain, subject.t(msg::WAY_NEVER)),
        },
        WhatItTakes::One(change) if change.shared => {
            tell(subject, report, subject.t(msg::WAY_ONE_SHARED), &[change.change]);
        }
        WhatItTakes::One(change) => {
            tell(subject, report, subject.t(msg::WAY_ONE), &[change.change])
        }
        WhatItTakes::Two(pair) => tell(subject, report, subject.t(msg::WAY_TWO), &pair),
        WhatItTakes::Far(shortfall) => far(subject, report, &shortfall),
        WhatItTakes::Open => report.say(Tone::Plain, subject.t(msg::WAY_OPEN)),
    }
}

/// A sentence, the changes, and the link that tries them.
fn tell(subject: &Subject, report: &mut Report, sentence: String, changes: &[AnswerChange]) {
    report.say(Tone::Plain, sentence);
    let (what, after) = subject.changed(changes);
    let label = if changes.len() == 1 { msg::WAY_TRY } else { msg::WAY_TRY_BOTH };
    let links = vec![subject.trying(label, after, what.clone())];
    report.line(Line { text: what, links, ..Line::default() });
}

fn far(subject: &Subject, report: &mut Report, shortfall: &Shortfall) {
    let Shortfall { leader, behind, differences } = shortfall;
    if behind.0 == 0 {
        report.say(Tone::Plain, subject.t(msg::WAY_FAR_MUSTS));
    } else {
        let values = [("points", &*behind.to_string()), ("leader", subject.name(*leader))];
        report.say(Tone::Plain, subject.tf(msg::WAY_FAR, &values));
    }
    let losses = differences.iter().filter(|difference| difference.points < 0).take(N_LOSSES);
    for loss in losses {
        let question = &subject.catalog.question(loss.question).label;
        let values = [("question", question.as_ref()), ("points", &*loss.tenths.to_string())];
        report.say(Tone::Muted, subject.tf(msg::WAY_FAR_QUESTION, &values));
    }
}
