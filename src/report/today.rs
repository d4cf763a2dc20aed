//! What is in use today: its place, and what switching would win and cost.
//!
//! # What this module does not do
//! It counts no work of switching: that is nobody's fact.

use super::{Report, Subject, Tone};
use crate::domain::decide::{TradeOff, trade_offs};
use crate::text::{msg, points};

/// How many gains and losses are named.
const N_NAMED: usize = 4;

pub(super) fn say(subject: &Subject, report: &mut Report) {
    let Some(today) = subject.state.today else {
        return;
    };
    let name = subject.name(today);
    let place = subject.ranking.place(today);
    let leads = place.is_some_and(|place| place.rank == 1);
    let sentence = match place {
        _ if leads => subject.tf(msg::TODAY_FIRST, &[("name", name)]),
        Some(place) => {
            let shown = place.score.map(|score| points(score, place.close)).unwrap_or_default();
            let rank = place.rank.to_string();
            let rank = if place.tied {
                subject.tf(msg::RESULT_RANK_TIED, &[("rank", &rank)])
            } else {
                rank
            };
            let values = [("name", name), ("rank", &*rank), ("points", &*shown)];
            subject.tf(msg::TODAY_PLACE, &values)
        }
        None => subject.tf(msg::TODAY_PLACE_OUT, &[("name", name)]),
    };
    report.say(Tone::Plain, sentence);
    let Some(leader) = subject.first().filter(|_| !leads) else {
        return;
    };
    let differences = trade_offs(subject.table, subject.answers(), today, leader);
    let gains = subject.tf(msg::TODAY_GAINS, &[("leader", subject.name(leader))]);
    list(subject, report, gains, "+", differences.iter().filter(|one| one.points > 0));
    let losses = subject.t(msg::TODAY_LOSSES);
    list(subject, report, losses, "−", differences.iter().filter(|one| one.points < 0));
    if differences.is_empty() {
        report.say(Tone::Plain, subject.t(msg::TODAY_SAME));
    }
}

fn list<'a>(
    subject: &Subject,
    report: &mut Report,
    mut said: String,
    sign: &str,
    differences: impl Iterator<Item = &'a TradeOff>,
) {
    let shown: Vec<_> = differences
        .take(N_NAMED)
        .map(|difference| {
            let question = &subject.catalog.question(difference.question).label;
            let points = [sign, &*difference.tenths.to_string()].concat();
            let values = [("question", question.as_ref()), ("points", &*points)];
            subject.tf(msg::TODAY_POINTS, &values)
        })
        .collect();
    if !shown.is_empty() {
        said.push(' ');
        said.push_str(&shown.join(", "));
        report.say(Tone::Plain, said);
    }
}
