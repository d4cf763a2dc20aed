//! Former ids, from the fields `was`: the id of a question, an option, a facet, a value or a sort
//! key that is gone, beside its successor.

use super::{Rule, Violations, criteria, facets, questions};
use crate::domain::catalog::{Catalog, Former};

/// Adds the former ids of something that links name as part of `of`, see [`Former::of`].
pub(super) fn add(all: &mut Vec<Former>, of: &str, now: &str, was: &[&str]) {
    let text = |text: &str| text.to_owned().into();
    all.extend(was.iter().map(|was| Former { of: text(of), was: text(was), now: text(now) }));
}

/// Reports former ids that are in use, and those that two successors name.
pub(super) fn check(catalog: &Catalog, violations: &Violations) {
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
