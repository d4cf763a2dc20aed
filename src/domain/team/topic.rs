//! The answers of all people beside each other, question by question (decision model, 4.4).

use super::Member;
use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::decide::{Answer, UtilityTable};
use crate::domain::sort;

/// A question that somebody has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The question.
    pub question: QuestionId,
    /// The different answers, each with the people who gave it: the most frequent first, then in the
    /// order of people.
    pub views: Vec<(Answer, Vec<usize>)>,
    /// The people who did not answer.
    pub silent: Vec<usize>,
    /// The distance between the answers: the greatest difference, over all alternatives, between how
    /// well an alternative meets one answer and another, in doubled utility (0..=2000).
    pub distance: u32,
    /// The alternative with that difference, the first listed of several; none if the distance is 0.
    pub over: Option<AltId>,
}

/// How far people agree on a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Only one person has answered.
    Alone,
    /// All who have answered gave the same answer.
    Agreed,
    /// They chose the same options, but with another importance or other must-haves.
    Weighed,
    /// They chose different options.
    Disputed,
}

impl Topic {
    /// How far people agree.
    #[must_use]
    pub fn agreement(&self) -> Agreement {
        match self.views.as_slice() {
            [(_, people)] if people.len() < 2 => Agreement::Alone,
            [] | [_] => Agreement::Agreed,
            [(first, _), rest @ ..] => {
                let is_same = rest.iter().all(|(answer, _)| answer.options == first.options);
                if is_same { Agreement::Weighed } else { Agreement::Disputed }
            }
        }
    }
}

/// The questions that somebody has answered, in question order.
#[must_use]
pub fn topics(table: &UtilityTable, people: &[Member]) -> Vec<Topic> {
    let questions = (0_u8..).map(QuestionId).take(table.n_questions());
    questions.filter_map(|question| topic(table, people, question)).collect()
}

fn topic(table: &UtilityTable, people: &[Member], question: QuestionId) -> Option<Topic> {
    let (mut views, mut silent): (Vec<(Answer, Vec<usize>)>, _) = (Vec::new(), Vec::new());
    for (at, person) in people.iter().enumerate() {
        let Some(answer) = person.answers.get(question) else {
            silent.push(at);
            continue;
        };
        match views.iter_mut().find(|(known, _)| *known == answer) {
            Some((_, who)) => who.push(at),
            None => views.push((answer, vec![at])),
        }
    }
    if views.is_empty() {
        return None;
    }
    sort::sort_by_number(&mut views, |(_, who)| !(who.len() as u64));
    let met: Vec<_> =
        views.iter().map(|(answer, _)| table.utilities(question, answer.options)).collect();
    let (mut distance, mut over) = (0, None);
    for id in table.listed() {
        let of_one = met.iter().map(|met| met[id.index()].doubled_mid());
        let (least, most) =
            of_one.fold((u32::MAX, 0), |(least, most), it| (least.min(it), most.max(it)));
        if most - least > distance {
            (distance, over) = (most - least, Some(*id));
        }
    }
    Some(Topic { question, views, silent, distance, over })
}
