//! What would be otherwise, as plain numbers: for a hash that has to be the same on every target.

use stackfit::domain::decide::{
    AnswerChange, Answers, Counterfactuals, Importance, NoMatch, Score, UtilityTable, WhatItTakes,
    combinations, rank, trade_offs, what_it_takes,
};

/// Hands over every figure of changes, routes, relaxations, combinations and differences.
pub fn figures(table: &UtilityTable, answers: &Answers, add: &mut dyn FnMut(u64)) {
    let ranking = rank(table, answers);
    let ways = Counterfactuals::of(table, answers);
    for id in table.alternatives() {
        if let Some(change) = ways.dethrones(id) {
            add_change(change, add);
        }
        match what_it_takes(table, answers, &ranking, &ways, id) {
            WhatItTakes::First => add(0),
            WhatItTakes::One(way) => {
                add(1);
                add_change(way.change, add);
                add(way.shared.into());
            }
            WhatItTakes::Two(pair) => {
                add(2);
                for change in pair {
                    add_change(change, add);
                }
            }
            WhatItTakes::Far(short) => {
                add(3);
                add(short.behind.0.into());
                for row in trade_offs(table, answers, short.leader, id) {
                    add(row.question.0.into());
                    add(row.points.cast_unsigned().into());
                    add(row.tenths.0.into());
                }
            }
            WhatItTakes::Open => add(4),
        }
    }
    if let Some(no_match) = NoMatch::of(table, answers) {
        no_match.conflicts.iter().for_each(|conflict| add((*conflict).into()));
        for one in &no_match.relaxations {
            add(one.dropped.into());
            for back in &one.returns {
                add(back.alternative.0.into());
                add(back.unknown.into());
                add_score(back.score, add);
            }
        }
    }
    let languages: Vec<u64> = table.alternatives().map(|id| 1 << (id.0 % 5)).collect();
    for split in [false, true] {
        for one in combinations(table, answers, &languages, split).best {
            add(one.n_languages as u64);
            add_score(one.score, add);
            for part in one.parts {
                add(part.alternative.0.into());
                part.needs.iter().for_each(|need| add(need.options.into()));
                part.options.iter().for_each(|(_, option)| add((*option).into()));
            }
        }
    }
}

fn add_change(change: AnswerChange, add: &mut dyn FnMut(u64)) {
    add(change.question().0.into());
    match change {
        AnswerChange::Importance { to, .. } => add(to.map_or(0, Importance::weight).into()),
        AnswerChange::Answer { option, importance, .. } => {
            add(option.into());
            add(importance.weight().into());
        }
        AnswerChange::DropMust(must) => add(must.options.into()),
    }
}

fn add_score(score: Option<Score>, add: &mut dyn FnMut(u64)) {
    let figures = score.map(|score| [score.low, score.high, score.weight, score.known]);
    figures.into_iter().flatten().for_each(|figure| add(figure.into()));
}
