//! A catalog with typical answers: of twenty questions, twelve are wishes, two are must-haves, and
//! six are open.
//!
//! The answers are not realistic. They are chosen so that half of the catalog meets the must-haves
//! and everything after the filter has work to do.

use stackfit::domain::browse::CardIndex;
use stackfit::domain::catalog::{AltId, Catalog, CriterionId, Evidence, Select, Value};
use stackfit::domain::decide::{
    Answer, Answers, Evaluation, Importance, Ranking, UtilityTable, rank,
};
use stackfit::domain::state::State;
use stackfit::domain::team::{MOST, Member};
use stackfit::text::Words;

use crate::generate;

/// The questions that are left open.
const OPEN: [u8; 6] = [4, 5, 9, 14, 16, 18];
/// The questions whose answers are must-haves.
const MUSTS: [u8; 2] = [7, 13];

/// A catalog with answers, and the data derived from it once.
#[derive(Debug)]
pub struct Scene {
    /// The catalog.
    pub catalog: Catalog,
    /// Its utilities.
    pub table: UtilityTable,
    /// Its facets and words.
    pub cards: CardIndex,
    /// The languages of each alternative, as bits.
    pub languages: Vec<u64>,
    /// Twelve wishes and two must-haves.
    pub answers: Answers,
    /// The ranking by these answers.
    pub ranking: Ranking,
    /// Answers with so many must-haves that no alternative meets all of them.
    pub demanding: Answers,
    /// The state with these answers.
    pub state: State,
    /// The texts.
    pub words: Words,
    /// The sources of all facts.
    pub evidence: Evidence,
    /// An alternative in the middle of the ranking.
    pub middle: AltId,
    /// Eight people with the same must-haves, who differ on every other question.
    pub people: Vec<Member>,
}

impl Scene {
    /// The scene with some number of alternatives, at most 65 535.
    #[must_use]
    pub fn new(n_alternatives: usize) -> Self {
        let catalog = generate::catalog(n_alternatives);
        let table = UtilityTable::new(&catalog);
        let cards = CardIndex::new(&catalog);
        let languages = catalog.alternative_ids().map(|id| languages(&catalog, id)).collect();
        let answers = answers(&catalog, &MUSTS);
        let ranking = rank(&table, &answers);
        let middle = ranking.eligible.get(ranking.eligible.len() / 2);
        let middle = middle.map_or(AltId(0), |ranked| ranked.alternative);
        let mut demanding = answers.clone();
        let mut left: Vec<_> = catalog.question_ids().filter(|id| id.0 % 2 == 0).collect();
        while !rank(&table, &demanding).eligible.is_empty() {
            let Some(question) = left.pop() else { break };
            let must = Answer { musts: 0b1, ..Answer::wish(0b1) };
            demanding.set(question, Some(must));
        }
        let people = (0..MOST).map(|at| person(&catalog, &answers, at)).collect();
        let state = State { answers: answers.clone(), ..State::new(&catalog) };
        let (words, evidence) = (Words::english(&catalog.subject), generate::evidence(&catalog));
        Self {
            catalog,
            table,
            cards,
            languages,
            answers,
            ranking,
            demanding,
            state,
            words,
            evidence,
            middle,
            people,
        }
    }
}

/// A scene with the evaluation of its answers, from which all robustness measures are computed.
#[derive(Debug)]
pub struct Stage<'a> {
    /// The scene.
    pub scene: &'a Scene,
    /// Its evaluation.
    pub evaluation: Evaluation<'a>,
}

impl<'a> Stage<'a> {
    /// The scene with its evaluation.
    #[must_use]
    pub fn new(scene: &'a Scene) -> Self {
        let evaluation = Evaluation::new(&scene.table, &scene.answers, &scene.ranking);
        Self { scene, evaluation }
    }
}

/// The answers of one person, moved on by so many options, the importances too.
fn person(catalog: &Catalog, answers: &Answers, at: usize) -> Member {
    let mut own = answers.clone();
    for (id, answer) in answers.iter().filter(|(_, answer)| answer.musts == 0) {
        let question = catalog.question(id);
        let options = answer.options.rotate_left(u32::try_from(at).unwrap_or(0));
        let options = (options | options >> question.options.len()) & u32::from(u16::MAX);
        let importance = Importance::ALL[(usize::from(id.0) + at) % Importance::ALL.len()];
        let moved = Answer { options, importance, ..answer };
        own.set(id, moved.fitted(question.select, question.options.len(), true).or(Some(answer)));
    }
    Member { name: at.to_string(), answers: own }
}

fn answers(catalog: &Catalog, musts: &[u8]) -> Answers {
    let mut answers = Answers::none(catalog.questions.len());
    for id in catalog.question_ids().filter(|id| !OPEN.contains(&id.0)) {
        let question = catalog.question(id);
        let answer = if musts.contains(&id.0) {
            Answer { musts: 0b1111, ..Answer::wish(0b1111) }
        } else {
            let options = if question.select == Select::One { 0b1 } else { 0b11 };
            let importance = Importance::ALL[usize::from(id.0) % Importance::ALL.len()];
            Answer { importance, ..Answer::wish(options) }
        };
        answers.set(id, answer.fitted(question.select, question.options.len(), true));
    }
    answers
}

fn languages(catalog: &Catalog, alternative: AltId) -> u64 {
    match catalog.alternative(alternative).fact(CriterionId(0)).value {
        Value::Many(bits) => bits,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_wishes_two_must_haves_and_six_open() {
        let scene = Scene::new(50);
        assert_eq!(scene.answers.n_given(), 14);
        assert_eq!(scene.answers.iter().filter(|(_, answer)| answer.musts != 0).count(), 2);
        assert_eq!(scene.catalog.questions.len() - scene.answers.n_given(), 6);
    }

    #[test]
    fn there_is_something_to_do_after_the_filter() {
        for n in [50, 1_000] {
            let scene = Scene::new(n);
            assert!((n / 3..n * 3 / 4).contains(&scene.ranking.eligible.len()), "{n}");
            assert!(rank(&scene.table, &scene.demanding).eligible.is_empty(), "{n}");
        }
    }
}
