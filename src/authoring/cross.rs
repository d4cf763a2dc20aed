//! Checks that need all files without violations: tags that no entry uses, options that no entry
//! meets, criteria that count twice, links of common questions.
//!
//! The check samples no profiles. The audit of the whole questionnaire is a report, not a check.

use super::{Rule, Violations, criteria, questions};
use crate::domain::catalog::{Catalog, Kind};
use crate::domain::decide::UtilityTable;
use crate::domain::permalink;

pub(super) fn check(catalog: &Catalog, violations: &Violations) {
    unused_tags(catalog, violations);
    double_counting(catalog, violations);
    unmet_options(catalog, violations);
    bad_links(catalog, violations);
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
            violations.add(questions::FAQ_FILE, &field, &faq.link, Rule::BadLink, message);
        }
        for ignored in permalink::decode(catalog, &faq.link).ignored {
            let part = format!("{}={}", ignored.name, ignored.value);
            let message = format!("is not understood ({:?})", ignored.why);
            violations.add(questions::FAQ_FILE, &field, &part, Rule::BadLink, message);
        }
    }
}
