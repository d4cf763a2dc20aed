//! Sentences: why an alternative has its rank, what excluded it, and the common questions.

use super::value::labels;
use super::{Words, and_list, fill, value};
use crate::domain::browse::CardIndex;
use crate::domain::catalog::{AltId, Catalog, Choice, Faq, Term, Value};
use crate::domain::compare::Comparison;
use crate::domain::decide::table::chosen;
use crate::domain::decide::{Answers, Bearing, Cause, ReasonFor, UtilityTable, rank};
use crate::domain::permalink;
use crate::domain::state::View;

/// A reason as a sentence.
#[must_use]
pub fn reason(
    catalog: &Catalog,
    words: &Words,
    answers: &Answers,
    alternative: AltId,
    reason: &ReasonFor,
) -> String {
    let question = catalog.question(reason.question);
    let Some(choice) = question.options.get(usize::from(reason.option)) else {
        return String::new();
    };
    let sentence = match reason.bearing {
        Bearing::Full if reason.is_best && !question.reason.best.is_empty() => {
            &question.reason.best
        }
        Bearing::Full => &question.reason.full,
        Bearing::Part => &question.reason.part,
        Bearing::None => &question.reason.none,
        Bearing::Unknown => &question.reason.unknown,
    };
    let wanted = answers.get(reason.question).map_or(0, |answer| answer.options);
    let options: Vec<_> = chosen(wanted, question.options.len())
        .map(|at| question.options[at].label.to_string())
        .collect();
    fill(
        sentence,
        &[
            ("name", &catalog.alternative(alternative).name),
            ("option", &choice.label),
            ("options", &options.join(" / ")),
            ("value", &best_values(catalog, words, alternative, choice)),
            ("by", &providers(catalog, alternative, choice)),
        ],
    )
}

/// The values of the facts that count for an option, each with what provides it: where the best fact
/// counts, those of the one that gives the most.
fn best_values(catalog: &Catalog, words: &Words, alternative: AltId, choice: &Choice) -> String {
    let terms = choice.deciding_terms(catalog.alternative(alternative)).into_iter();
    let mut all: Vec<_> = terms.map(|term| values(catalog, words, alternative, term)).collect();
    all.dedup();
    all.join(", ")
}

/// The value of the fact of a term: of a fact with several values only those that give the most.
fn values(catalog: &Catalog, words: &Words, alternative: AltId, term: &Term) -> String {
    let fact = catalog.alternative(alternative).fact(term.criterion);
    if !matches!(fact.value, Value::Many(_)) {
        let mut text = value(catalog, words, alternative, term.criterion);
        if !fact.by.is_empty() {
            text.push_str(": ");
            text.push_str(&fact.by);
        }
        return text;
    }
    let earned = |at: u8| term.table.get(usize::from(at)).copied().unwrap_or(term.otherwise);
    let best = fact.value.positions().map(earned).max();
    let all = fact.value.positions().zip(labels(catalog, alternative, term.criterion));
    let kept: Vec<_> =
        all.filter(|(at, _)| Some(earned(*at)) == best).map(|(_, label)| label).collect();
    and_list(&kept)
}

/// The providers in the facts of an option, each once.
fn providers(catalog: &Catalog, alternative: AltId, choice: &Choice) -> String {
    let mut named: Vec<String> = Vec::new();
    for Term { criterion, .. } in &choice.terms {
        let by = catalog.alternative(alternative).fact(*criterion).by.to_string();
        if !by.is_empty() && !named.contains(&by) {
            named.push(by);
        }
    }
    and_list(&named)
}

/// Must-haves that are not met, as a list of labels.
#[must_use]
pub fn causes(catalog: &Catalog, causes: &[Cause]) -> String {
    let labels: Vec<_> = causes
        .iter()
        .map(|cause| {
            let options = &catalog.question(cause.question).options;
            let labels: Vec<_> = chosen(cause.options, options.len())
                .map(|at| options[at].label.to_string())
                .collect();
            labels.join(" / ")
        })
        .collect();
    labels.join(", ")
}

/// The answer to a common question, computed from its link.
#[must_use]
pub fn faq_answer(catalog: &Catalog, table: &UtilityTable, cards: &CardIndex, faq: &Faq) -> String {
    let state = permalink::decode(catalog, &faq.link).state;
    let ranking = rank(table, &state.answers);
    let name = |id: AltId| catalog.alternative(id).name.to_string();
    let leaders: Vec<_> = ranking.leaders().map(|ranked| name(ranked.alternative)).collect();
    let top: Vec<_> =
        ranking.eligible.iter().take(3).map(|ranked| name(ranked.alternative)).collect();
    let found = cards.list(catalog, &state.chosen, &state.search, state.sort, &ranking).found;
    let names: Vec<_> = found.iter().map(|id| name(*id)).collect();
    let n_differs = if state.view == View::Compare {
        let comparison = Comparison::new(catalog, table, &state.answers, &state.compared);
        catalog.criteria.len() - comparison.n_equal()
    } else {
        0
    };
    fill(
        &faq.answer,
        &[
            ("leaders", &and_list(&leaders)),
            ("top3", &and_list(&top)),
            ("found", &and_list(&names)),
            ("count", &names.len().to_string()),
            ("differs", &n_differs.to_string()),
        ],
    )
}
