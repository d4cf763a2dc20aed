//! The questionnaire's part of the document: the questions, and what the facts are worth for them.

use std::collections::BTreeMap;

use serde::Serialize;
use stackfit::domain::catalog::{self, Catalog, Choice, Combine, OptionGroup, Select};

use super::scale_values;

#[derive(Serialize)]
pub(super) struct Question<'a> {
    id: &'a str,
    label: &'a str,
    prompt: &'a str,
    why: &'a str,
    /// How options are selected: `one`, `any` of several, or `all` of several.
    select: &'static str,
    can_must: bool,
    /// The utility from which an option counts as met for a must-have.
    must_at: u16,
    /// What 1000 points mean.
    full: &'a str,
    /// What 0 points mean.
    none: &'a str,
    /// A tick is a must-have at first; the label of the switch that makes it a wish.
    #[serde(skip_serializing_if = "Option::is_none")]
    others: Option<&'a str>,
    /// Headings over the options, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Group<'a>>,
    options: Vec<QuestionOption<'a>>,
    reason: Reason<'a>,
}

/// A heading over so many of the options.
#[derive(Serialize)]
struct Group<'a> {
    label: &'a str,
    n_options: u8,
}

#[derive(Serialize)]
struct QuestionOption<'a> {
    id: &'a str,
    label: &'a str,
    explain: &'a str,
    /// How several utilities are combined: `max`, `mean` or `min`.
    combine: &'static str,
    utility: Vec<Utility<'a>>,
}

/// What the fact of one criterion earns.
#[derive(Serialize)]
struct Utility<'a> {
    criterion: &'a str,
    /// 0 to 1000 by value of the criterion.
    values: BTreeMap<&'a str, u16>,
    /// The utility of a fact without any value.
    otherwise: u16,
}

/// Sentences, by how well an option is met.
#[derive(Serialize)]
struct Reason<'a> {
    /// For 1000 points, where it differs from `full`.
    #[serde(skip_serializing_if = "Option::is_none")]
    best: Option<&'a str>,
    full: &'a str,
    part: &'a str,
    none: &'a str,
    unknown: &'a str,
}

#[derive(Serialize)]
pub(super) struct Faq<'a> {
    id: &'a str,
    question: &'a str,
    answer: &'a str,
    link: &'a str,
}

impl<'a> Question<'a> {
    pub(super) fn of(catalog: &'a Catalog, question: &'a catalog::Question) -> Self {
        let reason = &question.reason;
        Self {
            id: &question.id,
            label: &question.label,
            prompt: &question.prompt,
            why: &question.why,
            select: match question.select {
                Select::One => "one",
                Select::Any => "any",
                Select::All => "all",
            },
            can_must: question.can_must,
            must_at: question.must_at,
            full: &question.full,
            none: &question.none,
            others: Some(question.others.as_ref()).filter(|text| !text.is_empty()),
            groups: question.groups.iter().map(group).collect(),
            options: question.options.iter().map(|choice| option(catalog, choice)).collect(),
            reason: Reason {
                best: Some(reason.best.as_ref()).filter(|text| !text.is_empty()),
                full: &reason.full,
                part: &reason.part,
                none: &reason.none,
                unknown: &reason.unknown,
            },
        }
    }
}

impl<'a> Faq<'a> {
    pub(super) fn of(faq: &'a catalog::Faq) -> Self {
        Self { id: &faq.id, question: &faq.question, answer: &faq.answer, link: &faq.link }
    }
}

fn group(group: &OptionGroup) -> Group<'_> {
    Group { label: &group.label, n_options: group.n_options }
}

fn option<'a>(catalog: &'a Catalog, choice: &'a Choice) -> QuestionOption<'a> {
    let utility = choice.terms.iter().map(|term| Utility {
        criterion: &catalog.criterion(term.criterion).id,
        values: scale_values(catalog, term.criterion)
            .iter()
            .map(|value| value.id.as_ref())
            .zip(term.table.iter().copied())
            .collect(),
        otherwise: term.otherwise,
    });
    QuestionOption {
        id: &choice.id,
        label: &choice.label,
        explain: &choice.explain,
        combine: match choice.combine {
            Combine::Max => "max",
            Combine::Mean => "mean",
            Combine::Min => "min",
        },
        utility: utility.collect(),
    }
}
