//! How firm a result is, in detail: shares of weightings, every rival, single importances.
//!
//! # What this module does not do
//! A share is no probability, and is never called one.

use super::{Cell, Report, Subject, Table, Tone};
use crate::domain::catalog::AltId;
use crate::domain::decide::{
    Flip, Lattice, Lead, Shares, Situation, Standing, differences, flips, notches, out_of_race,
    sufficient, unmet_options,
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
    let situation = subject.situation();
    let standing = Standing::of(&situation, first);
    shares(subject, report, &situation);
    rivals(subject, report, first, &standing);
    if let Some(lead) = standing.weakest() {
        single(subject, report, &situation, first, lead);
    }
    rest(subject, report, &situation, first);
}

/// In how many readings each is first.
fn shares(subject: &Subject, report: &mut Report, situation: &Situation) {
    let Some(shares) = Shares::of(situation, Lattice::Fine) else {
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
        let word = text::firmness(lead.gap.firmness());
        let is_any = lead.gap.cons == 0 && lead.gap.pros > 0;
        let tolerance = if is_any {
            subject.t(msg::DEEP_ANY)
        } else {
            percent_of(lead.gap.tolerance_percent())
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
    situation: &Situation,
    first: AltId,
    lead: &Lead,
) {
    if lead.gap.lead() <= 0 {
        return;
    }
    let rival = subject.name(lead.rival);
    let differences = differences(situation, first, lead.rival);
    let enough = text::questions(subject.catalog, sufficient(&differences).into_iter());
    let values = [("rival", rival), ("questions", enough.as_str())];
    report.say(Tone::Plain, subject.tf(msg::DEEP_ENOUGH, &values));
    let steps = match notches(&differences) {
        Some(n) => subject.tf(msg::DEEP_NOTCHES, &[("n", &n.to_string()), ("rival", rival)]),
        None => subject.tf(msg::DEEP_NOTCHES_NEVER, &[("rival", rival)]),
    };
    report.say(Tone::Plain, steps);
    report.table(Table {
        caption: subject.tf(msg::DEEP_FLIPS, &[("rival", rival)]),
        head: [msg::DEEP_FLIP_QUESTION, msg::DEEP_FLIP_NOW, msg::DEEP_FLIP_AT]
            .map(|m| subject.t(m))
            .into(),
        rows: flips(&differences).iter().map(|flip| flip_row(subject, flip)).collect(),
    });
}

fn flip_row(subject: &Subject, flip: &Flip) -> Vec<Cell> {
    let at = flip.tenths();
    let at = [(at / 10).to_string(), (at % 10).to_string()].join(".");
    vec![
        Cell::Text(subject.catalog.question(flip.question).label.to_string()),
        Cell::Number(flip.weight.to_string()),
        Cell::Number(at),
    ]
}

/// Who cannot be first any more, and what would exclude the first.
fn rest(subject: &Subject, report: &mut Report, situation: &Situation, first: AltId) {
    let catalog = subject.catalog;
    let out = out_of_race(situation);
    if !out.is_empty() {
        let names = subject.names(&out, N_NAMED);
        report.say(Tone::Plain, subject.tf(msg::DEEP_OUT, &[("names", &names)]));
    }
    let musts: Vec<_> = unmet_options(situation, first)
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
