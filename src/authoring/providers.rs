//! Where the names of what provides a capability go: into the catalog where a sentence of a result
//! may say them, and to the evidence otherwise.
//!
//! A name is read beside its fact only, once the evidence is there; the page would be 2.8 kB larger
//! after compression with all of them in the catalog.
//!
//! # What this module does not do
//! It checks nothing.

use crate::domain::catalog::{Alternative, Dossier, Question, Reason};

/// The placeholder of a reason that a provider is filled into.
const PLACEHOLDER: &str = "{by}";

/// Moves the names that no reason may say from the facts to what backs them.
pub(super) fn part(
    n_criteria: usize,
    questions: &[Question],
    alternatives: &mut [Alternative],
    dossiers: &mut [Dossier],
) {
    let mut is_said = vec![false; n_criteria];
    for question in questions.iter().filter(|question| names_provider(&question.reason)) {
        for term in question.options.iter().flat_map(|option| &option.terms) {
            is_said[term.criterion.index()] = true;
        }
    }
    for (alternative, dossier) in alternatives.iter_mut().zip(dossiers) {
        let facts = alternative.facts.iter_mut().zip(&mut dossier.backings).zip(&is_said);
        for ((fact, backing), _) in facts.filter(|(_, is_said)| !**is_said) {
            backing.by = core::mem::take(&mut fact.by);
        }
    }
}

fn names_provider(Reason { full, part, none, unknown }: &Reason) -> bool {
    [full, part, none, unknown].iter().any(|sentence| sentence.contains(PLACEHOLDER))
}
