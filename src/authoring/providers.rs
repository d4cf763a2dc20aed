//! Where the names of what provides a capability go: into the catalog where a sentence of a result
//! may say them, and to the evidence otherwise.
//!
//! A name is read beside its fact only, once the evidence is there; the page would be 2.8 kB larger
//! after compression with all of them in the catalog.
//!
//! # What this module does not do
//! It checks nothing.

use crate::domain::catalog::{Alternative, Backing, Criterion, CriterionId, Dossier, Question};

/// The placeholder of a reason that a provider is filled into.
const PLACEHOLDER: &str = "{by}";

/// Moves the names that no reason may say from the facts to what backs them.
pub(super) fn part(
    criteria: &[Criterion],
    questions: &[Question],
    alternatives: &mut [Alternative],
    dossiers: &mut [Dossier],
) {
    let said: Vec<bool> =
        criteria.iter().enumerate().map(|(at, _)| is_said(questions, at)).collect();
    for (alternative, dossier) in alternatives.iter_mut().zip(dossiers) {
        let facts = alternative.facts.iter_mut().zip(&mut dossier.backings).zip(&said);
        for ((fact, Backing { by, .. }), is_said) in facts {
            if !is_said {
                *by = core::mem::take(&mut fact.by);
            }
        }
    }
}

/// Whether a reason of a question that looks at a criterion names the provider.
fn is_said(questions: &[Question], criterion: usize) -> bool {
    let looks = |id: CriterionId| id.index() == criterion;
    questions.iter().any(|question| {
        let reason = &question.reason;
        let sentences = [&reason.full, &reason.part, &reason.none, &reason.unknown];
        sentences.iter().any(|sentence| sentence.contains(PLACEHOLDER))
            && question
                .options
                .iter()
                .any(|option| option.terms.iter().any(|term| looks(term.criterion)))
    })
}
