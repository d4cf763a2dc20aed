//! Every single change of some answers, made without the library's own changes: what statements about
//! changes are compared with.

use stackfit::domain::catalog::{AltId, QuestionId, Select};
use stackfit::domain::decide::{Answer, AnswerChange, Answers, Importance, UtilityTable, rank};
use test_support::reference;

/// A change, what it costs, and the answers after it; made without the library's own changes.
pub(super) struct Tried {
    pub(super) cost: u8,
    pub(super) change: AnswerChange,
    pub(super) after: Answers,
}

const LEVELS: [Option<Importance>; 4] =
    [None, Some(Importance::Normal), Some(Importance::Important), Some(Importance::VeryImportant)];

fn steps(one: Option<Importance>, other: Option<Importance>) -> u8 {
    let place = |of| LEVELS.iter().position(|level| *level == of).unwrap();
    u8::try_from(place(one).abs_diff(place(other))).unwrap()
}

/// Every single change there is.
pub(super) fn all_changes(table: &UtilityTable, answers: &Answers) -> Vec<Tried> {
    let mut all = Vec::new();
    for question in (0..table.n_questions()).map(|at| QuestionId(u8::try_from(at).unwrap())) {
        let mut add = |cost, change, answer: Option<Answer>| {
            let mut after = answers.clone();
            after.set(question, answer);
            all.push(Tried { cost, change, after });
        };
        let shape = table.shape(question);
        let old = answers.get(question);
        let musts = old.map_or(0, |old| old.musts);
        let graded = old.is_some_and(|old| old.graded);
        let wishes = old.map_or(0, |old| old.options & !old.musts);
        let scoring = old.map_or(0, reference::scoring);
        let is_must = shape.select != Select::All && musts != 0;
        let importance = old.map(|old| old.importance);
        for to in LEVELS.into_iter().filter(|to| scoring != 0 && *to != importance) {
            if to.is_none() && wishes == 0 {
                continue;
            }
            let answer = match to {
                Some(importance) => Some(Answer { importance, ..old.unwrap() }),
                None if musts == 0 => None,
                None => Some(Answer { options: musts, ..old.unwrap() }),
            };
            add(steps(to, importance), AnswerChange::Importance { question, to }, answer);
        }
        for option in 0..u8::try_from(shape.n_options).unwrap() {
            let bit = 1_u32 << option;
            if is_must && musts != bit {
                let importance = importance.unwrap();
                let answer = Answer { options: bit, musts: bit, importance, graded };
                add(7, AnswerChange::Answer { question, option, importance }, Some(answer));
            }
            if !is_must && musts & bit == 0 && wishes != bit {
                let from = importance.or(Some(Importance::Normal));
                for importance in Importance::ALL {
                    let answer = Answer { options: musts | bit, musts, importance, graded };
                    let cost = 4 + steps(Some(importance), from);
                    add(cost, AnswerChange::Answer { question, option, importance }, Some(answer));
                }
            }
        }
        for must in reference::must_haves(table, answers) {
            if must.question == question {
                let answer = old.map(|old| Answer { musts: musts & !must.options, ..old });
                add(8, AnswerChange::DropMust(must), answer);
            }
        }
    }
    all
}

/// Those on rank 1 once something gives points.
pub(super) fn first(table: &UtilityTable, answers: &Answers) -> Vec<AltId> {
    if answers.total_weight() == 0 {
        return Vec::new();
    }
    rank(table, answers).leaders().map(|ranked| ranked.alternative).collect()
}
