//! Answers drawn together as in the cases, with the languages evenly.
//!
//! A random profile asks for things that nobody asks for together. A realistic one starts from the
//! answers of a case. Where the case answers a question that is a condition at first (the
//! language), it gets one of all options, each as often as any other: the cases are of some
//! languages more than of others, because of who writes about decisions in public. Of the other
//! answers, one in six is dropped, and one in six is replaced by that of another case to the same
//! question.
//!
//! The cases that are kept aside take no part.

use serde::Serialize;

use super::finding::{Check, Finding, LEAST_EXPECTED, MOST_REALISTIC};
use super::play::play;
use super::rng::Rng;
use crate::authoring::Case;
use crate::domain::catalog::{Catalog, Question};
use crate::domain::decide::{Answer, Answers, UtilityTable};

/// One in so many answers is dropped, and one in so many is replaced.
const ONE_IN: usize = 6;

/// The result of the audit over realistic profiles.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Realistic {
    /// How many profiles there were.
    pub n_profiles: u32,
    /// How many of them recommend an alternative; all shares are of these.
    pub n_recommending: u32,
    /// Each alternative, in catalog order.
    pub alternatives: Vec<Places>,
}

/// The first places of one alternative under realistic profiles.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Places {
    /// Its id.
    pub id: String,
    /// The share of profiles in which it is first; a tie of three gives a third to each.
    pub share: f64,
    /// In how many profiles it is first, alone or with others.
    pub n_first: u32,
    /// In how many profiles it is first alone.
    pub n_alone: u32,
}

impl Realistic {
    /// Audits a catalog with a given number of profiles, always the same ones; none without cases
    /// to draw from.
    #[must_use]
    pub fn of(catalog: &Catalog, cases: &[Case], n_profiles: u32) -> Option<Self> {
        patterns(cases).next()?;
        let table = UtilityTable::new(catalog);
        let counts = play(&table, realistic_profiles(catalog, cases, n_profiles));
        let of = f64::from(counts.n_recommending.max(1));
        let entries = catalog.alternatives.iter().zip(&counts.alternatives);
        let alternatives = entries.map(|(entry, count)| Places {
            id: entry.id.to_string(),
            share: count.share / of,
            n_first: count.n_first,
            n_alone: count.n_alone,
        });
        let alternatives = alternatives.collect();
        Some(Self { n_profiles, n_recommending: counts.n_recommending, alternatives })
    }

    /// All findings, by check; `expected` are ids of alternatives.
    #[must_use]
    pub fn findings(&self, expected: &[String]) -> Vec<Finding> {
        let find = |check, is_so: &dyn Fn(&Places) -> bool| {
            let found = self.alternatives.iter().filter(|one| is_so(one));
            let found = found.map(|one| Finding {
                check,
                subject: one.id.clone(),
                text: match one.n_first {
                    0 => "is first under no realistic profile".to_owned(),
                    _ => {
                        format!("is first in {:.1} % of the realistic profiles", 100.0 * one.share)
                    }
                },
            });
            found.collect::<Vec<_>>()
        };
        let is_rare = |one: &Places| {
            one.n_first > 0 && one.share < LEAST_EXPECTED && expected.contains(&one.id)
        };
        [
            find(Check::RealisticTooOften, &|one| one.share > MOST_REALISTIC),
            find(Check::RealisticNeverFirst, &|one| one.n_first == 0),
            find(Check::RealisticRare, &is_rare),
        ]
        .concat()
    }
}

/// `n` realistic profiles, always the same ones.
pub fn realistic_profiles(
    catalog: &Catalog,
    cases: &[Case],
    n: u32,
) -> impl Iterator<Item = Answers> {
    let patterns: Vec<_> = patterns(cases).map(|case| &case.answers).collect();
    let by_question = catalog.question_ids().map(|id| {
        let given = patterns.iter().filter_map(|answers| answers.get(id));
        given.collect::<Vec<_>>()
    });
    let by_question: Vec<_> = by_question.collect();
    let mut rng = Rng::new(2);
    (0..n).map(move |_| match rng.pick(&patterns) {
        Some(pattern) => varied(catalog, pattern, &by_question, &mut rng),
        None => Answers::none(catalog.questions.len()),
    })
}

/// The cases that are drawn from.
fn patterns(cases: &[Case]) -> impl Iterator<Item = &Case> {
    cases.iter().filter(|case| !case.is_aside)
}

/// The answers of a case, varied.
fn varied(
    catalog: &Catalog,
    pattern: &Answers,
    by_question: &[Vec<Answer>],
    rng: &mut Rng,
) -> Answers {
    let mut answers = pattern.clone();
    for (id, answer) in pattern.iter() {
        let question = catalog.question(id);
        let other = if question.is_condition() {
            evenly(question, answer, rng)
        } else {
            match rng.below(ONE_IN) {
                0 => None,
                1 => rng.pick(&by_question[id.index()]),
                _ => Some(answer),
            }
        };
        answers.set(id, other);
    }
    answers
}

/// The same answer with one of all options. It stays a must-have or a wish.
fn evenly(question: &Question, answer: Answer, rng: &mut Rng) -> Option<Answer> {
    let options = 1 << rng.below(question.options.len().min(32));
    let musts = if answer.musts == 0 { 0 } else { options };
    Answer { options, musts, ..answer }.to(question)
}
