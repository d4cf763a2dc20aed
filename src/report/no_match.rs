//! If no alternative meets all must-haves: the conflicts, and the smallest sets to give up.

use super::{Explanation, Line, ReportInput, Tone};
use crate::domain::catalog::AltId;
use crate::domain::decide::{NoMatch, Relaxation, Score};
use crate::text::{self, causes, msg};

/// How many conflicts are listed.
const N_CONFLICTS: usize = 3;
/// How many relaxations are listed.
const N_WAYS: usize = 6;
/// How many of the readmitted alternatives are named.
const N_NAMED: usize = 4;

pub(super) fn say(input: &ReportInput, explanation: &mut Explanation) {
    let Some(no_match) = NoMatch::of(input.table, input.answers()) else {
        return;
    };
    for set in no_match.conflicts.iter().take(N_CONFLICTS) {
        conflict(input, explanation, &no_match, *set);
    }
    for way in no_match.relaxations.iter().take(N_WAYS) {
        relaxation(input, explanation, &no_match, way);
    }
    if no_match.n_fixed > 0 {
        let n = no_match.musts.len().to_string();
        explanation.say(Tone::Muted, input.tf(msg::NO_MATCH_FIXED, &[("n", &n)]));
    }
}

fn conflict(input: &ReportInput, explanation: &mut Explanation, no_match: &NoMatch, set: u16) {
    let labels: Vec<_> =
        no_match.musts_in(set).map(|must| causes(input.catalog, &[must])).collect();
    let message =
        if labels.len() == 1 { msg::NO_MATCH_CONFLICT_ONE } else { msg::NO_MATCH_CONFLICT };
    // The singular of the text is for two must-haves: "both".
    let n = if labels.len() == 2 { "1" } else { "2" };
    let values = [("options", &*text::and_list(&labels)), ("n", n)];
    explanation.say(Tone::Plain, input.tf(message, &values));
}

fn relaxation(
    input: &ReportInput,
    explanation: &mut Explanation,
    no_match: &NoMatch,
    way: &Relaxation,
) {
    let dropped: Vec<_> = no_match.musts_in(way.dropped).collect();
    let options = causes(input.catalog, &dropped);
    let returning: Vec<_> = way.returns.iter().map(|one| one.alternative).collect();
    let names = input.names(&returning, N_NAMED);
    let mut said = input.tf(msg::NO_MATCH_WITHOUT, &[("options", &options)]);
    said.push(' ');
    said.push_str(&input.tf(msg::NO_MATCH_RETURNS, &[("names", &names)]));
    // No points are no lead.
    if let Some((id, score)) = best(way).filter(|(_, score)| score.numerator() > 0) {
        said.push(' ');
        let values = [("name", input.name(id)), ("points", &*score.whole().to_string())];
        said.push_str(&input.tf(msg::NO_MATCH_BEST, &values));
    }
    let after = no_match.relaxed(input.table, input.answers(), way.dropped);
    let what = input.tf(msg::WAY_DROP, &[("option", &options)]);
    let links = vec![input.trying(msg::WAY_TRY, after, what)];
    explanation.line(Line { text: said, links, ..Line::default() });
}

/// The leader after a relaxation, with its points; none if there are several.
fn best(way: &Relaxation) -> Option<(AltId, Score)> {
    let mut returns = way.returns.iter();
    let best = returns.next()?;
    let score = best.score?;
    let is_equal = |other: Score| other.numerator() == score.numerator();
    let is_alone = returns.all(|other| !other.score.is_some_and(is_equal));
    is_alone.then_some((best.alternative, score))
}
