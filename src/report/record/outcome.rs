//! The outcome: what is chosen, why, and what speaks against a choice that is not first.

use super::{Named, Outcome, RecordInput, told};
use crate::domain::catalog::AltId;
use crate::domain::decide::{Ranked, TradeOff, Unranked, trade_offs};
use crate::report::Section;
use crate::text::{causes, msg, points};

/// How many differences from the first are named.
const N_NAMED: usize = 6;

/// The alternative that a record chooses: the reader's choice, or else the first, if there is one alone.
pub(super) fn chosen(input: &RecordInput) -> Option<AltId> {
    let report = input.report;
    let mut leaders = report.ranking.leaders().map(|leader| leader.alternative);
    let first = leaders.next().filter(|_| !report.answers().is_empty());
    report.state.choice.or_else(|| first.filter(|_| leaders.next().is_none()))
}

pub(super) fn outcome(input: &RecordInput, chosen: Option<AltId>) -> Outcome {
    let report = input.report;
    let Some(id) = chosen else {
        let because = nobody(input);
        return Outcome { choice: None, is_first: false, because, against: Vec::new() };
    };
    let place = report.ranking.place(id);
    let is_first = place.is_some_and(|place| place.rank == 1);
    let because = match place {
        Some(place) if is_first => first(input, place),
        Some(place) => lower(input, place),
        None => not_ranked(input, id),
    };
    let choice = Some(named(input, id));
    let against = if is_first { Vec::new() } else { against(input, id) };
    Outcome { choice, is_first, because, against }
}

pub(super) fn named(input: &RecordInput, id: AltId) -> Named {
    let entry = input.report.catalog.alternative(id);
    Named { id: entry.id.to_string(), name: entry.name.to_string() }
}

/// Why nothing is chosen.
fn nobody(input: &RecordInput) -> String {
    let report = input.report;
    let leaders: Vec<_> = report.ranking.leaders().map(|leader| leader.alternative).collect();
    if report.answers().is_empty() {
        report.t(msg::RECORD_NOTHING_ASKED)
    } else if leaders.is_empty() {
        report.t(msg::RECORD_NOBODY)
    } else {
        report.tf(msg::RECORD_EQUAL, &[("names", &report.names(&leaders, N_NAMED))])
    }
}

/// Why one on rank 1 is chosen.
fn first(input: &RecordInput, place: &Ranked) -> String {
    let report = input.report;
    let n_leaders = report.ranking.leaders().count();
    let Some(score) = place.score else {
        let message = if n_leaders == 1 { msg::RECORD_ONLY_ONE } else { msg::RECORD_MEETS_ALL };
        return report.t(message);
    };
    let shown = points(score, place.close);
    if n_leaders > 1 {
        let values = [("n", &*n_leaders.to_string()), ("points", &*shown)];
        return report.tf(msg::RECORD_AMONG, &values);
    }
    let Some((rival, n)) = report.ranking.lead() else {
        return report.tf(msg::RECORD_BEST_ALONE, &[("points", &shown)]);
    };
    let message = if n == 0 { msg::RECORD_BEST_JUST } else { msg::RECORD_BEST };
    let values = [("points", &*shown), ("n", &*n.to_string()), ("rival", report.name(rival))];
    report.tf(message, &values)
}

/// What speaks against one that is ranked lower.
fn lower(input: &RecordInput, place: &Ranked) -> String {
    let report = input.report;
    let (Some(score), Some(leader)) = (place.score, report.ranking.eligible.first()) else {
        return String::new();
    };
    let best = leader.score.map(|best| points(best, leader.close)).unwrap_or_default();
    let values = [
        ("rank", &*place.rank.to_string()),
        ("points", &*points(score, place.close)),
        ("leader", report.name(leader.alternative)),
        ("best", &*best),
    ];
    report.tf(msg::RECORD_LOWER, &values)
}

/// What speaks against one that is not ranked.
fn not_ranked(input: &RecordInput, id: AltId) -> String {
    let report = input.report;
    let find = |all: &[Unranked]| {
        let found = all.iter().find(|one| one.alternative == id)?;
        Some(causes(report.catalog, &found.causes))
    };
    if let Some(causes) = find(&report.ranking.excluded) {
        report.tf(msg::RECORD_RULED_OUT, &[("causes", &causes)])
    } else if let Some(causes) = find(&report.ranking.unconfirmed) {
        report.tf(msg::RECORD_UNCLEAR, &[("causes", &causes)])
    } else {
        report.t(msg::RECORD_TAKEN_OUT)
    }
}

/// Compared with the first: what the choice loses and gains; and what would make it first.
fn against(input: &RecordInput, id: AltId) -> Vec<String> {
    let report = input.report;
    let mut said = Vec::new();
    if let Some(leader) = report.first() {
        let differences = trade_offs(report.table, report.answers(), leader, id);
        let list = |message, wanted: &dyn Fn(&TradeOff) -> bool| {
            let shown: Vec<_> = differences
                .iter()
                .filter(|one| wanted(one))
                .take(N_NAMED)
                .map(|one| {
                    let question = &report.catalog.question(one.question).label;
                    let values = [("question", &**question), ("points", &*one.tenths.to_string())];
                    report.tf(msg::TODAY_POINTS, &values)
                })
                .collect();
            let values = [("leader", report.name(leader)), ("points", &*shown.join(", "))];
            (!shown.is_empty()).then(|| report.tf(message, &values))
        };
        said.extend(list(msg::RECORD_LOSES, &|one| one.points < 0));
        said.extend(list(msg::RECORD_GAINS, &|one| one.points > 0));
    }
    let is_in = !report.answers().without().contains(&id);
    said.extend(
        is_in.then(|| told(report, Section::WhatWouldWin(id))).filter(|told| !told.is_empty()),
    );
    said
}
