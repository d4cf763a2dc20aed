//! The questionnaire as data: the questions, and what a fact is worth for each option.

use implicit_clone::unsync::IString;
use serde::{Deserialize, Serialize};

use super::{Alternative, CriterionId, FULL};

/// How many options of a question may be chosen, and how they are combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Select {
    /// Exactly one.
    One,
    /// Several, any of which is enough: the best one counts.
    Any,
    /// Several, all of which are wanted: their mean counts.
    All,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// A stable name, kebab-case.
    pub id: IString,
    /// A name of one or two words, for lists and charts.
    pub label: IString,
    /// The question.
    pub prompt: IString,
    /// The beginning of a sentence that an option ends, such as "My team writes", for the question
    /// that opens the list of cards; empty if the question itself is asked there.
    pub opening: IString,
    /// Why the question is asked, one line.
    pub why: IString,
    /// How options are chosen.
    pub select: Select,
    /// Whether an answer may be a must-have.
    pub can_must: bool,
    /// The utility from which an option counts as met for a must-have, 1..=1000.
    pub must_at: u16,
    /// The label of the switch that makes a must-have a wish, if a tick is a must-have at first;
    /// empty if a tick is a wish.
    pub others: IString,
    /// The meaning of 1000 points, in words.
    pub full: IString,
    /// The meaning of 0 points, in words.
    pub none: IString,
    /// The options, at most 32.
    pub options: Vec<Choice>,
    /// Headings over the options, in their order; empty if they have none.
    pub groups: Vec<OptionGroup>,
    /// The sentences of a reason.
    pub reason: Reason,
}

impl Question {
    /// Whether a tick is a must-have at first.
    #[must_use]
    pub fn is_condition(&self) -> bool {
        !self.others.is_empty()
    }

    /// The criteria that some options use, in the order of the options, each once.
    #[must_use]
    pub fn criteria_of(&self, options: u32) -> Vec<CriterionId> {
        let mut used = Vec::new();
        let chosen = self.options.iter().enumerate().filter(|(at, _)| options >> at & 1 == 1);
        for term in chosen.flat_map(|(_, option)| &option.terms) {
            if !used.contains(&term.criterion) {
                used.push(term.criterion);
            }
        }
        used
    }

    /// Whether what is enough for a must-have is less than all. How well it is met then still
    /// differs among those that meet it.
    #[must_use]
    pub const fn is_graded(&self) -> bool {
        self.must_at < FULL
    }
}

/// A heading over some options that follow each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionGroup {
    /// The heading.
    pub label: IString,
    /// How many options it has.
    pub n_options: u8,
}

/// One option of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// A stable name, kebab-case.
    pub id: IString,
    /// Its label.
    pub label: IString,
    /// What it means, one plain line.
    pub explain: IString,
    /// How several terms are combined to one utility.
    pub combine: Combine,
    /// What the facts contribute.
    pub terms: Vec<Term>,
}

impl Choice {
    /// The terms whose facts tell how well an alternative meets the option: where the best fact counts, that
    /// of the one that gives the most, the first of equals; otherwise all.
    #[must_use]
    pub fn deciding_terms(&self, alternative: &Alternative) -> Vec<&Term> {
        let terms = self.terms.iter();
        if self.combine != Combine::Max {
            return terms.collect();
        }
        let earned = |term: &&Term| {
            let value = &alternative.fact(term.criterion).value;
            value.positions().filter_map(|at| term.table.get(usize::from(at)).copied()).max()
        };
        terms.rev().max_by_key(earned).into_iter().collect()
    }
}

/// How the terms of an option are combined to one utility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Combine {
    /// The maximum.
    Max,
    /// The mean, rounded half up.
    Mean,
    /// The minimum.
    Min,
}

/// The utility of the fact of one criterion for an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The criterion whose fact counts.
    pub criterion: CriterionId,
    /// The utility 0..=1000 of each value of the criterion's scale. Of a fact with several values,
    /// the best one counts.
    pub table: Vec<u16>,
    /// The utility of a fact without any value.
    pub otherwise: u16,
}

/// Sentences for a reason, by how well the option is met. Their placeholders are `{name}`,
/// `{option}`, `{options}`, `{value}` and `{by}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Utility of 1000; empty if `full` says it.
    pub best: IString,
    /// Utility of at least 750.
    pub full: IString,
    /// Utility from 251 to 749.
    pub part: IString,
    /// Utility of at most 250.
    pub none: IString,
    /// The fact is unknown.
    pub unknown: IString,
}

/// A common question whose answer is computed from a link into the widget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Faq {
    /// A stable name, kebab-case.
    pub id: IString,
    /// The question.
    pub question: IString,
    /// A few words for it among the ways to start; empty if it is none.
    pub start: IString,
    /// One sentence; `{leaders}`, `{top3}`, `{found}`, `{count}` and `{differs}` are computed from the
    /// link.
    pub answer: IString,
    /// The query string that opens the widget in the matching state, starting with `?`.
    pub link: IString,
}
