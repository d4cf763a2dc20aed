//! The alternative in use today: its rank, and the gains and losses of switching.
//!
//! The cost of switching is not considered, because no source states it.

use super::{Explanation, ReportInput, Tone};
use crate::domain::decide::{TradeOff, trade_offs};
use crate::text::{msg, points};

/// How many gains and losses are named.
const N_NAMED: usize = 4;

pub(super) fn say(input: &ReportInput, explanation: &mut Explanation) {
    let Some(in_use) = input.state.in_use else {
        return;
    };
    let name = input.name(in_use);
    let place = input.ranking.place(in_use);
    let leads = place.is_some_and(|place| place.rank == 1);
    let sentence = match place {
        _ if leads => input.tf(msg::TODAY_FIRST, &[("name", name)]),
        Some(place) => {
            let shown = place.score.map(|score| points(score, place.close)).unwrap_or_default();
            let rank = place.rank.to_string();
            let message = if place.tied { msg::TODAY_PLACE_TIED } else { msg::TODAY_PLACE };
            input.tf(message, &[("name", name), ("rank", &*rank), ("points", &*shown)])
        }
        None if input.answers().without().contains(&in_use) => {
            input.tf(msg::TODAY_TAKEN_OUT, &[("name", name)])
        }
        None => input.tf(msg::TODAY_PLACE_OUT, &[("name", name)]),
    };
    explanation.say(Tone::Plain, sentence);
    let Some(leader) = input.first().filter(|_| !leads) else {
        return;
    };
    let differences = trade_offs(input.table, input.answers(), in_use, leader);
    let gains = input.tf(msg::TODAY_GAINS, &[("leader", input.name(leader))]);
    list(input, explanation, gains, "+", differences.iter().filter(|one| one.points > 0));
    let losses = input.t(msg::TODAY_LOSSES);
    list(input, explanation, losses, "−", differences.iter().filter(|one| one.points < 0));
    if differences.is_empty() {
        explanation.say(Tone::Plain, input.t(msg::TODAY_SAME));
    }
}

fn list<'a>(
    input: &ReportInput,
    explanation: &mut Explanation,
    mut said: String,
    sign: &str,
    differences: impl Iterator<Item = &'a TradeOff>,
) {
    let shown: Vec<_> = differences
        .take(N_NAMED)
        .map(|difference| {
            let question = &input.catalog.question(difference.question).label;
            let points = [sign, &*difference.tenths.to_string()].concat();
            let values = [("question", question.as_ref()), ("points", &*points)];
            input.tf(msg::TODAY_POINTS, &values)
        })
        .collect();
    if !shown.is_empty() {
        said.push(' ');
        said.push_str(&shown.join(", "));
        explanation.say(Tone::Plain, said);
    }
}
