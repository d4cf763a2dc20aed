//! How long the domain's functions take on catalogs of ten to ten thousand entries.

use std::hint::black_box;

use engine_bench::generate;
use stackfit::domain::browse::{CardIndex, Chosen, SearchIndex};
use stackfit::domain::catalog::{Catalog, FacetId, QuestionId};
use stackfit::domain::compare::Comparison;
use stackfit::domain::decide::{
    Answer, Answers, Importance, UtilityTable, contributions, rank, reasons,
};

use crate::timing::{Timed, timing};

/// The numbers of entries.
const SIZES: [usize; 3] = [10, 1_000, 10_000];
/// How many results are explained: the number that a page shows of a ranking at first.
const EXPLAINED: usize = 10;

/// Measures everything.
pub(crate) fn measure() -> Vec<Timed> {
    SIZES.into_iter().flat_map(of_size).collect()
}

fn of_size(n_entries: usize) -> Vec<Timed> {
    let catalog = generate::catalog(n_entries);
    let table = UtilityTable::new(&catalog);
    let cards = CardIndex::new(&catalog);
    let index = SearchIndex::new(&catalog);
    let answers = answers(&catalog);
    let chosen = chosen(&catalog);
    let ranking = rank(&table, &answers);
    let nobody = Chosen::none(catalog.facets.len());
    let compared: Vec<_> = catalog.alternative_ids().take(4).collect();
    let words = words(&catalog);
    let few = n_entries <= 50;
    let key_press = Some(if few { 16.0 } else { 50.0 });
    let result = Some(if few { 1.0 } else { 16.0 });

    let timed = |what, budget_ms, timing: Timed| Timed { what, n_entries, budget_ms, ..timing };
    vec![
        timed(
            "preparation, once",
            None,
            timing(|| {
                (UtilityTable::new(black_box(&catalog)), CardIndex::new(black_box(&catalog)))
            }),
        ),
        timed(
            "search index, with the first search",
            None,
            timing(|| SearchIndex::new(black_box(&catalog))),
        ),
        timed(
            "filter by three facets",
            None,
            timing(|| cards.membership().filter(black_box(&chosen), None)),
        ),
        timed("search for two words", None, timing(|| index.search(&catalog, black_box(&words)))),
        timed(
            "list: filter, search, sort",
            key_press,
            timing(|| cards.list(&catalog, black_box(&chosen), black_box(&words), None, &ranking)),
        ),
        timed(
            "list of everything, by fit",
            key_press,
            timing(|| cards.list(&catalog, black_box(&nobody), "", None, &ranking)),
        ),
        timed(
            "recommendation of ten, explained",
            result,
            timing(|| {
                let ranking = rank(&table, black_box(&answers));
                let explained: Vec<_> = ranking
                    .eligible
                    .iter()
                    .take(EXPLAINED)
                    .map(|ranked| {
                        let id = ranked.alternative;
                        (contributions(&table, &answers, id), reasons(&table, &answers, id))
                    })
                    .collect();
                (ranking, explained)
            }),
        ),
        timed(
            "comparison of four",
            None,
            timing(|| Comparison::new(&catalog, &table, black_box(&answers), &compared)),
        ),
    ]
}

/// Every question answered: every third important, two of them must-haves.
fn answers(catalog: &Catalog) -> Answers {
    let mut answers = Answers::none(catalog.questions.len());
    for id in catalog.question_ids() {
        let importance = if id.0 % 3 == 0 { Importance::Important } else { Importance::Normal };
        let musts = if matches!(id, QuestionId(7 | 13)) { 0b11 } else { 0 };
        let question = catalog.question(id);
        let answer = Answer { musts, importance, ..Answer::wish(0b11) };
        let fitted = answer.fitted(question.select, question.options.len(), question.can_must);
        answers.set(id, fitted);
    }
    answers
}

/// Half of the values of three facets, so that many entries pass.
fn chosen(catalog: &Catalog) -> Chosen {
    let mut chosen = Chosen::none(catalog.facets.len());
    for facet in [FacetId(0), FacetId(2), FacetId(3)] {
        let n_values = catalog.facet(facet).values.len();
        chosen.set(facet, (1 << (n_values / 2)) - 1);
    }
    chosen
}

/// The first entry's name as a reader types it: an unfinished word, and one with a typo.
fn words(catalog: &Catalog) -> String {
    let name = catalog.alternatives.first().map_or("", |entry| entry.name.as_ref());
    let (first, second) = name.split_once(' ').unwrap_or((name, name));
    let letters: Vec<_> = second.chars().collect();
    let (start, end) = letters.split_at(letters.len() / 2);
    // Drops the middle letter.
    let typo: String = start.iter().chain(end.iter().skip(1)).collect();
    first.chars().take(3).chain([' ']).chain(typo.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_timed_has_something_to_do() {
        let catalog = generate::catalog(1_000);
        let (table, cards) = (UtilityTable::new(&catalog), CardIndex::new(&catalog));
        let ranking = rank(&table, &answers(&catalog));
        assert!(ranking.eligible.len() > EXPLAINED && !ranking.excluded.is_empty());
        assert!(ranking.eligible[0].score.is_some());
        let passing = cards.membership().filter(&chosen(&catalog), None).passing.len();
        assert!((50..950).contains(&passing), "{passing}");
        let words = words(&catalog);
        let found = SearchIndex::new(&catalog).search(&catalog, &words).expect("two words");
        let found = found.scores();
        let n_found = found.iter().filter(|score| **score > 0).count();
        assert!(found[0] > 0 && n_found < 500, "{words}: {n_found}");
    }
}
