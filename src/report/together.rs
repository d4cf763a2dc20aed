//! The few that have together what no single one has, each with its part.
//!
//! # What this module does not do
//! It has nothing to say while one alternative meets everything, unless the reader says that the
//! system is made of services anyhow.

use super::{Line, Report, Subject, Tone};
use crate::domain::catalog::AltId;
use crate::domain::decide::{Cause, Combination, Part, combinations};
use crate::text::{causes, msg, points};

/// How many combinations are listed.
const N_LISTED: usize = 3;

pub(super) fn say(subject: &Subject, report: &mut Report) {
    let split = subject.state.split;
    if !split && !subject.ranking.eligible.is_empty() {
        return;
    }
    let catalog = subject.catalog;
    let languages: Vec<_> = catalog.alternative_ids().map(|id| languages(subject, id)).collect();
    let found = combinations(subject.table, subject.answers(), &languages, split);
    let message = match (split, found.best.is_empty()) {
        (_, true) => msg::TOGETHER_NONE,
        (true, false) => msg::TOGETHER_MEANS_SPLIT,
        (false, false) => msg::TOGETHER_MEANS,
    };
    report.say(Tone::Muted, subject.t(message));
    for one in found.best.iter().take(N_LISTED) {
        combination(subject, report, one);
    }
}

/// The languages of an alternative, as bits; none in a catalog that names no such criterion.
fn languages(subject: &Subject, id: AltId) -> u64 {
    let catalog = subject.catalog;
    let fact = catalog.subject.shared.map(|shared| &catalog.alternative(id).fact(shared).value);
    fact.map_or(0, |value| value.positions().fold(0, |bits, at| bits | 1 << at))
}

fn combination(subject: &Subject, report: &mut Report, one: &Combination) {
    let names: Vec<_> = one.parts.iter().map(|part| subject.name(part.alternative)).collect();
    report.title(names.join(" + "));
    for part in &one.parts {
        let options = causes(subject.catalog, &jobs(part));
        let links = vec![subject.to_alternative(part.alternative)];
        let text = subject.tf(msg::TOGETHER_PART, &[("options", &options)]);
        report.line(Line { text, links, ..Line::default() });
    }
    let mut said = Vec::new();
    if let Some(shared) = subject.catalog.subject.shared {
        let what = &subject.catalog.criterion(shared).label;
        let values = [("what", &**what), ("n", &*one.n_languages.to_string())];
        said.push(subject.tf(msg::TOGETHER_SHARED, &values));
    }
    if let Some(score) = one.score {
        said.push(subject.tf(msg::RESULT_POINTS, &[("points", &points(score, false))]));
    }
    report.say(Tone::Muted, said.join(" · "));
}

/// All that a part is there for.
fn jobs(part: &Part) -> Vec<Cause> {
    let wishes = part
        .options
        .iter()
        .map(|(question, option)| Cause { question: *question, options: 1 << option });
    part.needs.iter().copied().chain(wishes).collect()
}
