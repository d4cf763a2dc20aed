//! What speaks for an alternative and against it, each sentence with its sources.

use super::sources::Sources;
use super::{Argument, Arguments, RecordInput};
use crate::domain::catalog::AltId;
use crate::domain::decide::{Answers, Bearing, ReasonFor, Reasons, reasons};
use crate::text::reason;

/// How many sentences of each kind are told of those that are not chosen.
pub(super) const N_TOLD: usize = 3;

/// Everything that speaks for the choice and against it, with its drawbacks.
pub(super) fn of_choice(input: &RecordInput, id: AltId, cited: &mut Sources) -> Arguments {
    let mut all = of(input, input.report.answers(), id, usize::MAX, cited);
    all.bad.extend(drawbacks(input, id, cited));
    all
}

/// The known drawbacks of an alternative, whatever is asked.
pub(super) fn drawbacks(input: &RecordInput, id: AltId, cited: &mut Sources) -> Vec<Argument> {
    let dossier = input.evidence.of(id);
    let drawbacks = dossier.into_iter().flat_map(|dossier| &dossier.drawbacks);
    let drawback = drawbacks.map(|drawback| {
        let sources = cited.at(id, &drawback.sources);
        Argument { text: drawback.text.to_string(), must: false, sources }
    });
    drawback.collect()
}

/// The most important of what speaks for an alternative and against it.
pub(super) fn in_short(input: &RecordInput, id: AltId, cited: &mut Sources) -> Arguments {
    of(input, input.report.answers(), id, N_TOLD, cited)
}

/// So many sentences of each kind, by some answers.
pub(super) fn of(
    input: &RecordInput,
    answers: &Answers,
    id: AltId,
    n_told: usize,
    cited: &mut Sources,
) -> Arguments {
    let Reasons { pros, cons } = reasons(input.report.table, answers, id);
    let (partly, cons): (Vec<_>, Vec<_>) =
        cons.into_iter().partition(|why| why.bearing == Bearing::Part);
    let mut told = |all: Vec<ReasonFor>| {
        all.iter().take(n_told).map(|why| argument(input, answers, id, why, cited)).collect()
    };
    Arguments { good: told(pros), neutral: told(partly), bad: told(cons) }
}

fn argument(
    input: &RecordInput,
    answers: &Answers,
    id: AltId,
    why: &ReasonFor,
    cited: &mut Sources,
) -> Argument {
    let report = input.report;
    let text = reason(report.catalog, report.words, answers, id, why);
    let option = report.catalog.question(why.question).options.get(usize::from(why.option));
    let terms = option.map(|option| option.deciding_terms(report.catalog.alternative(id)));
    let criteria = terms.unwrap_or_default().into_iter().map(|term| term.criterion);
    let criteria: Vec<_> = criteria.collect();
    Argument { text, must: why.must, sources: cited.facts(id, &criteria) }
}
