//! Checks that need all files without violations: tags that no entry uses, options that no entry
//! meets, criteria that count twice, links of common questions.
//!
//! The check samples no profiles. The audit of the whole questionnaire is a report, not a check.

use super::{Rule, Violations, criteria, facets, faqs, questions};
use crate::domain::catalog::{Catalog, Former, Kind};
use crate::domain::decide::UtilityTable;
use crate::domain::permalink;

pub(super) fn check(catalog: &Catalog, violations: &Violations) {
    unused_tags(catalog, violations);
    double_counting(catalog, violations);
    unmet_options(catalog, violations);
    bad_links(catalog, violations);
    former_ids(catalog, violations);
}

/// Only unordered scales are checked. An ordered scale is a measure and may have values that no
/// entry reaches; an unordered one is a vocabulary, where an unused word is a mistake.
fn unused_tags(catalog: &Catalog, violations: &Violations) {
    for (at, scale) in (0_u8..).zip(&catalog.scales).filter(|(_, scale)| !scale.ordered) {
        let mut used = 0_u64;
        for id in catalog.criterion_ids() {
            let of_this = matches!(
                catalog.criterion(id).kind,
                Kind::One(scale) | Kind::Many(scale) if scale == at
            );
            if of_this {
                for alternative in &catalog.alternatives {
                    for position in alternative.fact(id).value.positions() {
                        used |= 1 << position;
                    }
                }
            }
        }
        for (position, value) in scale.values.iter().enumerate() {
            if used >> position & 1 == 0 {
                let field = format!("scale[{}].values", scale.id);
                let message = "is used by no entry".to_owned();
                violations.add(criteria::FILE, &field, &value.id, Rule::UnusedTag, message);
            }
        }
    }
}

fn double_counting(catalog: &Catalog, violations: &Violations) {
    for criterion in catalog.criterion_ids() {
        let asking: Vec<_> = catalog
            .questions
            .iter()
            .filter(|question| {
                let mut terms = question.options.iter().flat_map(|option| &option.terms);
                terms.any(|term| term.criterion == criterion)
            })
            .map(|question| question.id.as_ref())
            .collect();
        if asking.len() > 1 {
            let message = format!("feeds {} questions: {}", asking.len(), asking.join(", "));
            let id = &catalog.criterion(criterion).id;
            violations.add(questions::FILE, "criterion", id, Rule::DoubleCounting, message);
        }
    }
}

fn unmet_options(catalog: &Catalog, violations: &Violations) {
    let table = UtilityTable::new(catalog);
    for id in catalog.question_ids() {
        let question = catalog.question(id);
        for (at, option) in question.options.iter().enumerate() {
            let met = table
                .alternatives()
                .any(|alternative| table.options(alternative, id)[at].lo >= question.must_at);
            if !met {
                let field = format!("question[{}].option", question.id);
                let message =
                    format!("no entry is known to reach {} points for it", question.must_at);
                violations.add(questions::FILE, &field, &option.id, Rule::UnmetOption, message);
            }
        }
    }
}

fn bad_links(catalog: &Catalog, violations: &Violations) {
    for faq in &catalog.faqs {
        let field = format!("faq[{}].link", faq.id);
        if !faq.link.starts_with('?') {
            let message = "should start with '?'".to_owned();
            violations.add(faqs::FILE, &field, &faq.link, Rule::BadLink, message);
        }
        for ignored in permalink::decode(catalog, &faq.link).ignored {
            let part = format!("{}={}", ignored.name, ignored.value);
            let message = format!("is not understood ({:?})", ignored.why);
            violations.add(faqs::FILE, &field, &part, Rule::BadLink, message);
        }
    }
}

/// Reports former ids that are in use, and those that two successors name.
fn former_ids(catalog: &Catalog, violations: &Violations) {
    for (at, former) in catalog.former.iter().enumerate() {
        let Former { of, was, now } = former;
        let (file, field) = match of.split_once('.') {
            None if of == "a" => (questions::FILE, format!("question[{now}].was")),
            None if of == "f" => (facets::FILE, format!("facet[{now}].was")),
            None => (facets::FILE, format!("sort[{now}].was")),
            Some(("a", question)) => {
                (questions::FILE, format!("question[{question}].option[{now}].was"))
            }
            Some(_) => (criteria::FILE, format!("{now}.was")),
        };
        let is_repeated = catalog.former[..at].iter().any(|one| one.of == *of && one.was == *was);
        let message = if is_present(catalog, of, was) {
            "is the id of something that is there"
        } else if is_repeated {
            "is named by two successors"
        } else {
            continue;
        };
        violations.add(file, &field, was, Rule::DuplicateId, message.to_owned());
    }
}

/// Whether an id is in use where links would look for it.
fn is_present(catalog: &Catalog, of: &str, id: &str) -> bool {
    match of.split_once('.') {
        None if of == "a" => catalog.questions.iter().any(|question| question.id == id),
        None if of == "f" => catalog.facets.iter().any(|facet| facet.id == id),
        None => {
            facets::BUILT_IN_SORTS.contains(&id) || catalog.sorts.iter().any(|key| key.id == id)
        }
        Some(("a", name)) => {
            let mut questions = catalog.questions.iter().filter(|question| question.id == name);
            questions.any(|question| question.options.iter().any(|option| option.id == id))
        }
        Some((_, name)) => {
            let mut facets = catalog.facets.iter().filter(|facet| facet.id == name);
            facets.any(|facet| facet.values.iter().any(|value| value.id == id))
        }
    }
}
