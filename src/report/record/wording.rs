//! Sentences of a record that its forms share. They are plain; whoever writes Markdown escapes them.

use super::{Argument, Arguments, Confirmation, FactNow, Must, Record, Wish};
use crate::report::ReportInput;
use crate::text::{and_list, msg, or_list};

/// A sentence with the numbers of its sources, which stand in brackets after it.
pub(super) type Cited = (String, String);

/// A must-have.
fn must(report: &ReportInput, must: &Must) -> String {
    report.tf(msg::RECORD_MUST, &[("label", &must.label), ("what", &must.option)])
}

/// An answer that gives points.
fn wish(report: &ReportInput, wish: &Wish) -> String {
    let list = if wish.any { or_list(&wish.options) } else { and_list(&wish.options) };
    let message = if wish.weight == 1 { msg::RECORD_WISH } else { msg::RECORD_WISH_WEIGHED };
    let n = wish.weight.to_string();
    report.tf(message, &[("label", &wish.label), ("what", &list), ("n", &n)])
}

/// What was asked: the must-haves, then the answers that give points.
pub(super) fn drivers(report: &ReportInput, record: &Record) -> Vec<String> {
    let musts = record.musts.iter().map(|one| must(report, one));
    musts.chain(record.wishes.iter().map(|one| wish(report, one))).collect()
}

/// What speaks for something and against it.
pub(super) fn arguments(report: &ReportInput, all: &Arguments) -> Vec<Cited> {
    let Arguments { good, neutral, bad } = all;
    let kinds = [(msg::RECORD_GOOD, good), (msg::RECORD_NEUTRAL, neutral), (msg::RECORD_BAD, bad)];
    let all =
        kinds.into_iter().flat_map(|(message, all)| all.iter().map(move |one| (message, one)));
    let said = all
        .map(|(message, one)| (report.tf(message, &[("text", &one.text)]), support(report, one)));
    said.collect()
}

/// The facts to look at again.
pub(super) fn facts(report: &ReportInput, confirmation: &Confirmation) -> Vec<Cited> {
    let Confirmation { old, volatile, .. } = confirmation;
    let kinds = [(msg::RECORD_OLD, old), (msg::RECORD_VOLATILE, volatile)];
    let all =
        kinds.into_iter().flat_map(|(message, all)| all.iter().map(move |one| (message, one)));
    let said = all.map(|(message, FactNow { label, value, day, sources })| {
        let values = [("label", &**label), ("value", &**value), ("date", &**day)];
        (report.tf(message, &values), in_brackets(cited(report, sources).into_iter().collect()))
    });
    said.collect()
}

/// Whether an argument is about a must-have, and the numbers of its sources, in brackets.
pub(super) fn support(report: &ReportInput, argument: &Argument) -> String {
    let must = argument.must.then(|| report.t(msg::RESULT_MUST_MET));
    in_brackets(must.into_iter().chain(cited(report, &argument.sources)).collect())
}

fn cited(report: &ReportInput, sources: &[usize]) -> Option<String> {
    let numbers: Vec<_> = sources.iter().map(usize::to_string).collect();
    let message = if sources.len() == 1 { msg::RECORD_SOURCE } else { msg::RECORD_SOURCES };
    (!sources.is_empty()).then(|| report.tf(message, &[("numbers", &numbers.join(", "))]))
}

#[expect(clippy::needless_pass_by_value, reason = "it is made for this")]
fn in_brackets(parts: Vec<String>) -> String {
    if parts.is_empty() { String::new() } else { [" (", &*parts.join("; "), ")"].concat() }
}
