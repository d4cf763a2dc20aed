//! Combinations that meet together what no single alternative meets, each part with its jobs.
//!
//! The section is empty while one alternative meets every must-have, unless the reader says that
//! the system consists of services anyway.

use super::{Explanation, Line, ReportInput, Tone};
use crate::domain::catalog::AltId;
use crate::domain::decide::{Cause, Combination, Part, combinations};
use crate::text::{causes, msg};

/// How many combinations are listed.
const N_LISTED: usize = 3;

pub(super) fn say(input: &ReportInput, explanation: &mut Explanation) {
    let split = input.state.split;
    if !split && !input.ranking.eligible.is_empty() {
        return;
    }
    let catalog = input.catalog;
    let languages: Vec<_> = catalog.alternative_ids().map(|id| languages(input, id)).collect();
    let found = combinations(input.table, input.answers(), &languages, split);
    let message = match (split, found.best.is_empty()) {
        (_, true) => msg::TOGETHER_NONE,
        (true, false) => msg::TOGETHER_MEANS_SPLIT,
        (false, false) => msg::TOGETHER_MEANS,
    };
    explanation.say(Tone::Muted, input.t(message));
    for one in found.best.iter().take(N_LISTED) {
        combination(input, explanation, one);
    }
}

/// The languages of an alternative, as bits; none if the catalog names no such criterion.
fn languages(input: &ReportInput, id: AltId) -> u64 {
    let catalog = input.catalog;
    let fact = catalog.subject.shared.map(|shared| &catalog.alternative(id).fact(shared).value);
    fact.map_or(0, |value| value.positions().fold(0, |bits, at| bits | 1 << at))
}

fn combination(input: &ReportInput, explanation: &mut Explanation, one: &Combination) {
    let names: Vec<_> = one.parts.iter().map(|part| input.name(part.alternative)).collect();
    explanation.title(names.join(" + "));
    for part in &one.parts {
        let options = causes(input.catalog, &jobs(part));
        let values = [("name", input.name(part.alternative)), ("options", &options)];
        let label = input.tf(msg::TOGETHER_PART, &values);
        let links = vec![input.to_alternative(label, part.alternative)];
        explanation.line(Line { links, ..Line::default() });
    }
    let mut said = Vec::new();
    if let Some(shared) = input.catalog.subject.shared {
        let what = &input.catalog.criterion(shared).label;
        // The tables of all letters are more than this program.
        let what = what.to_ascii_lowercase();
        let values = [("what", &*what), ("n", &*one.n_languages.to_string())];
        said.push(input.tf(msg::TOGETHER_SHARED, &values));
    }
    if let Some(score) = one.score {
        said.push(input.tf(msg::TOGETHER_POINTS, &[("points", &score.whole().to_string())]));
    }
    explanation.say(Tone::Muted, said.join(", "));
}

/// All jobs of a part.
fn jobs(part: &Part) -> Vec<Cause> {
    let wishes = part
        .options
        .iter()
        .map(|(question, option)| Cause { question: *question, options: 1 << option });
    part.needs.iter().copied().chain(wishes).collect()
}
