//! Random answers to the questionnaire.
//!
//! About one question in four is skipped. Where several options are allowed, mostly one to three
//! are chosen. Half of the answers are of normal importance, three in ten important, the rest very
//! important. One in thirty of the answers that can be a must-have is one; where a tick is a must-have
//! at first, four in five stay one.
//!
//! The distribution does not follow statistics of real readers; there are none.

use super::rng::Rng;
use crate::domain::catalog::{Catalog, Question, Select};
use crate::domain::decide::{Answer, Answers, Importance};

/// The numbers of options chosen if several are allowed, each as often as it is listed.
const N_CHOSEN: [usize; 20] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4];

/// `n` profiles, always the same ones.
pub fn profiles(catalog: &Catalog, n: u32) -> impl Iterator<Item = Answers> {
    let mut rng = Rng::new(1);
    (0..n).map(move |_| profile(catalog, &mut rng))
}

/// Answers to the whole questionnaire.
fn profile(catalog: &Catalog, rng: &mut Rng) -> Answers {
    let mut answers = Answers::none(catalog.questions.len());
    for id in catalog.question_ids() {
        if rng.below(4) != 0 {
            answers.set(id, answer(catalog.question(id), rng));
        }
    }
    answers
}

fn answer(question: &Question, rng: &mut Rng) -> Option<Answer> {
    let n_options = question.options.len().min(32);
    let n_chosen = match question.select {
        Select::One => 1,
        Select::Any | Select::All => N_CHOSEN[rng.below(N_CHOSEN.len())],
    };
    let mut options = 0_u32;
    while (options.count_ones() as usize) < n_chosen.min(n_options) {
        options |= 1 << rng.below(n_options);
    }
    let importance = match rng.below(10) {
        0..5 => Importance::Normal,
        5..8 => Importance::Important,
        _ => Importance::VeryImportant,
    };
    // If all options are wanted, one is required; if any is enough, that it is one of them.
    let is_must = if question.is_condition() { rng.below(5) != 0 } else { rng.below(30) == 0 };
    let musts = if is_must { 1 << options.trailing_zeros() } else { 0 };
    Answer { musts, importance, ..Answer::wish(options) }.to(question)
}
