//! How firm a result is, in detail: shares of weightings, every rival, single importances.
//!
//! # What this module does not do
//! A share is no probability, and is never called one.

use super::{Cell, Report, Subject, Table, Tone};
use crate::domain::catalog::AltId;
use crate::domain::decide::{
    Evaluation, Lattice, Lead, Shares, Standing, TieWeight, differences, importance_steps,
    not_possible_winners, sufficient, tie_weights, unmet_options,
};
use crate::text::{self, causes, msg};

/// How many rivals are listed.
const N_RIVALS: usize = 8;
/// How many names or options a sentence lists.
const N_NAMED: usize = 8;

pub(super) fn say(subject: &Subject, report: &mut Report) {
    let Some(first) = subject.first() else {
        return;
    };
    let evaluation = subject.evaluation();
    let standing = Standing::of(&evaluation, first);
    shares(subject, report, &evaluation);
    rivals(subject, report, first, &standing);
    if let Some(lead) = standing.weakest() {
        single(subject, report, &evaluation, first, lead);
    }
    rest(subject, report, &evaluation, first);
}

/// In how many readings each is first.
fn shares(subject: &Subject, report: &mut Report, evaluation: &Evaluation) {
    let Some(shares) = Shares::of(evaluation, Lattice::Fine) else {
        return;
    };
    let row = |name: String, percent: u32| {
        vec![
            Cell::Text(name),
            Cell::Share(percent),
            Cell::Number(percent_of(percent.cast_signed())),
        ]
    };
    let mut rows: Vec<_> = shares
        .firsts
        .iter()
        .map(|(id, _)| row(subject.name(*id).to_owned(), shares.percent(*id)))
        .collect();
    if shares.ties > 0 {
        rows.push(row(subject.t(msg::DEEP_SHARES_TIES), shares.ties_percent()));
    }
    report.table(Table { caption: subject.t(msg::DEEP_SHARES), head: Vec::new(), rows });
    report.say(Tone::Muted, subject.t(msg::DEEP_SHARES_MEANS));
}

fn rivals(subject: &Subject, report: &mut Report, first: AltId, standing: &Standing) {
    let rows = standing.leads.iter().take(N_RIVALS).map(|lead| {
        let word = text::firmness(lead.mid.firmness());
        let is_any = lead.mid.cons == 0 && lead.mid.pros > 0;
        let tolerance = if is_any {
            subject.t(msg::DEEP_ANY)
        } else {
            percent_of(lead.mid.tolerance_percent())
        };
        vec![
            Cell::Text(subject.name(lead.rival).to_owned()),
            Cell::Number(tolerance),
            Cell::Text(word.map(|(word, _)| subject.t(word)).unwrap_or_default()),
        ]
    });
    report.table(Table {
        caption: subject.tf(msg::DEEP_RIVALS, &[("name", subject.name(first))]),
        head: [msg::DEEP_RIVAL, msg::DEEP_TOLERANCE, msg::DEEP_FIRMNESS]
            .map(|m| subject.t(m))
            .into(),
        rows: rows.collect(),
    });
}

/// What one importance alone would do against the most dangerous rival, and what is enough.
fn single(
    subject: &Subject,
    report: &mut Report,
    evaluation: &Evaluation,
    first: AltId,
    lead: &Lead,
) {
    if lead.mid.lead() <= 0 {
        return;
    }
    let rival = subject.name(lead.rival);
    let differences = differences(evaluation, first, lead.rival);
    let enough = text::questions(subject.catalog, sufficient(&differences).into_iter());
    let values = [("rival", rival), ("questions", enough.as_str())];
    report.say(Tone::Plain, subject.tf(msg::DEEP_ENOUGH, &values));
    let steps = match importance_steps(&differences) {
        Some(n) => subject.tf(msg::DEEP_STEPS, &[("n", &n.to_string()), ("rival", rival)]),
        None => subject.tf(msg::DEEP_STEPS_NEVER, &[("rival", rival)]),
    };
    report.say(Tone::Plain, steps);
    report.table(Table {
        caption: subject.tf(msg::DEEP_TIES, &[("rival", rival)]),
        head: [msg::DEEP_TIE_QUESTION, msg::DEEP_TIE_NOW, msg::DEEP_TIE_AT]
            .map(|m| subject.t(m))
            .into(),
        rows: tie_weights(&differences).iter().map(|tie| tie_row(subject, tie)).collect(),
    });
}

fn tie_row(subject: &Subject, tie: &TieWeight) -> Vec<Cell> {
    let at = tie.tenths();
    let at = [(at / 10).to_string(), (at % 10).to_string()].join(".");
    vec![
        Cell::Text(subject.catalog.question(tie.question).label.to_string()),
        Cell::Number(tie.weight.to_string()),
        Cell::Number(at),
    ]
}

/// Who cannot be first any more, and what would exclude the first.
fn rest(subject: &Subject, report: &mut Report, evaluation: &Evaluation, first: AltId) {
    let catalog = subject.catalog;
    let out = not_possible_winners(evaluation);
    if !out.is_empty() {
        let names = subject.names(&out, N_NAMED);
        report.say(Tone::Plain, subject.tf(msg::DEEP_OUT, &[("names", &names)]));
    }
    let musts: Vec<_> = unmet_options(evaluation, first)
        .into_iter()
        .filter(|unmet| catalog.question(unmet.must.question).can_must)
        .map(|unmet| unmet.must)
        .take(N_NAMED)
        .collect();
    if !musts.is_empty() {
        let options = causes(catalog, &musts);
        report.say(Tone::Plain, subject.tf(msg::DEEP_MUSTS, &[("options", &options)]));
    }
}

fn percent_of(n: i32) -> String {
    let mut text = n.to_string();
    text.push_str(" %");
    text
}
