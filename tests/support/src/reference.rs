//! The same answers by the plainest way there is: what the library is compared with.
//!
//! It is not fast and shares no code with the library beyond its data types.

use stackfit::domain::browse::SortBy;
use stackfit::domain::catalog::{AltId, Catalog, FacetId, Kind, QuestionId, Select};
use stackfit::domain::decide::rank::Verdict;
use stackfit::domain::decide::{Answer, Answers, Cause, Interval, UtilityTable};
use stackfit::domain::state::{LONGEST_SEARCH, State, Step, View};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The positions of the bits of a set.
pub fn bits(set: u64) -> Vec<usize> {
    (0..64).filter(|at| set & (1 << at) != 0).collect()
}

/// The utility of known cells: the greatest, or the mean rounded half up.
pub fn combined(select: Select, cells: &[u64]) -> u64 {
    let n = u64::try_from(cells.len()).expect("few options");
    match select {
        _ if n == 0 => 0,
        Select::One | Select::Any => cells.iter().copied().max().expect("not empty"),
        Select::All => {
            let sum: u64 = cells.iter().sum();
            sum / n + u64::from(2 * (sum % n) >= n)
        }
    }
}

/// The least and the greatest utility of a set of options.
pub fn utility(table: &UtilityTable, id: AltId, question: QuestionId, set: u32) -> (u64, u64) {
    let cells = chosen(table, id, question, set);
    let select = table.shape(question).select;
    let of = |end: fn(&Interval) -> u16| {
        combined(select, &cells.iter().map(|cell| end(cell).into()).collect::<Vec<_>>())
    };
    (of(|cell| cell.lo), of(|cell| cell.hi))
}

fn chosen(table: &UtilityTable, id: AltId, question: QuestionId, set: u32) -> Vec<Interval> {
    bits(set.into()).into_iter().map(|at| table.options(id, question)[at]).collect()
}

/// The options that give points: must-haves only where they can be met more or less well.
pub fn scoring(answer: Answer) -> u32 {
    bits(answer.options.into())
        .into_iter()
        .map(|at| 1 << at)
        .filter(|bit| answer.graded || answer.musts & bit == 0)
        .sum()
}

/// `(L, H, W)`: the points at the worst and the best of the unknown facts, and the sum of the weights.
pub fn points(table: &UtilityTable, answers: &Answers, id: AltId) -> (u64, u64, u64) {
    let mut sums = (0, 0, 0);
    for (question, answer) in answers.iter() {
        let scoring = scoring(answer);
        if scoring != 0 {
            let weight = u64::from(answer.importance.weight());
            let (lo, hi) = utility(table, id, question, scoring);
            sums = (sums.0 + weight * lo, sums.1 + weight * hi, sums.2 + weight);
        }
    }
    sums
}

/// The must-haves of some answers, in question order.
pub fn must_haves(table: &UtilityTable, answers: &Answers) -> Vec<Cause> {
    let mut musts = Vec::new();
    for (question, answer) in answers.iter() {
        if table.shape(question).select == Select::All {
            for at in bits(answer.musts.into()) {
                musts.push(Cause { question, options: 1 << at });
            }
        } else if answer.musts != 0 {
            musts.push(Cause { question, options: answer.musts });
        }
    }
    musts
}

/// Whether a must-have is met, by trying every corner of what the unknown facts could be.
pub fn verdict(table: &UtilityTable, id: AltId, must: Cause) -> Verdict {
    let shape = table.shape(must.question);
    let mut corners = vec![Vec::new()];
    for cell in chosen(table, id, must.question, must.options) {
        let ends = if cell.lo == cell.hi { vec![cell.lo] } else { vec![cell.lo, cell.hi] };
        corners = corners
            .iter()
            .flat_map(|corner: &Vec<u64>| {
                ends.iter().map(|end| [corner.as_slice(), &[u64::from(*end)]].concat())
            })
            .collect();
    }
    let met = |corner: &Vec<u64>| combined(shape.select, corner) >= u64::from(shape.must_at);
    match (corners.iter().all(met), corners.iter().any(met)) {
        (true, _) => Verdict::Passes,
        (false, true) => Verdict::Unknown,
        (false, false) => Verdict::Fails,
    }
}

/// Whether an alternative has a facet value.
pub fn has(catalog: &Catalog, id: AltId, facet: FacetId, value: usize) -> bool {
    let test = catalog.facet(facet).values[value].test;
    let value = &catalog.alternative(id).fact(test.criterion).value;
    (0..64).any(|at| test.any & (1 << at) != 0 && value.has(at))
}

/// Whether an alternative has one of the chosen values of every facet but `except`.
pub fn passes(catalog: &Catalog, state: &State, id: AltId, except: Option<FacetId>) -> bool {
    catalog.facet_ids().filter(|facet| Some(*facet) != except).all(|facet| {
        let values = bits(state.chosen.of(facet));
        values.is_empty() || values.into_iter().any(|value| has(catalog, id, facet, value))
    })
}

/// The words of a text: lower case, canonical decomposition, marks taken off.
pub fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfd().filter(|letter| !is_combining_mark(*letter)).collect();
    plain
        .to_lowercase()
        .split(|letter: char| !(letter.is_alphanumeric() || letter == '#' || letter == '+'))
        .filter(|word| word.contains(char::is_alphanumeric))
        .map(ToOwned::to_owned)
        .collect()
}

/// The words that a card shows: name, id, other names, and the values of badges and lists.
pub fn words_of(catalog: &Catalog, id: AltId) -> Vec<String> {
    let alternative = catalog.alternative(id);
    let mut texts = vec![alternative.name.to_string(), alternative.id.to_string()];
    texts.extend(alternative.aliases.iter().map(ToString::to_string));
    for criterion in catalog.subject.badges.iter().chain(&catalog.subject.lists) {
        let (Kind::One(scale) | Kind::Many(scale)) = catalog.criterion(*criterion).kind else {
            continue;
        };
        for (at, value) in (0..64).zip(&catalog.scales[usize::from(scale)].values) {
            if alternative.fact(*criterion).value.has(at) {
                texts.extend([value.label.to_string(), value.id.to_string()]);
            }
        }
    }
    texts.iter().flat_map(|text| words(text)).collect()
}

/// Whether every word of a query begins one of some words, or does with one typo.
pub fn finds(words_there: &[String], query: &str) -> bool {
    let begins = |word: &String, wanted: &String| {
        let letters: Vec<char> = word.chars().collect();
        let allowed = usize::from(wanted.chars().count() >= 5);
        (0..=letters.len()).any(|end| {
            let beginning: String = letters[..end].iter().collect();
            edits(wanted, &beginning) <= allowed
        })
    };
    words(query).iter().all(|wanted| words_there.iter().any(|word| begins(word, wanted)))
}

/// The edits between two words: a letter more, a letter less, another letter, or two neighbours
/// swapped (the optimal string alignment distance).
fn edits(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for (i, row) in table.iter_mut().enumerate() {
        row[0] = i;
    }
    table[0] = (0..=other.len()).collect();
    for i in 1..=one.len() {
        for j in 1..=other.len() {
            let other_letter = usize::from(one[i - 1] != other[j - 1]);
            let mut least = (table[i - 1][j - 1] + other_letter)
                .min(table[i - 1][j] + 1)
                .min(table[i][j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                least = least.min(table[i - 2][j - 2] + 1);
            }
            table[i][j] = least;
        }
    }
    table[one.len()][other.len()]
}

/// What is wrong with a state, if anything: every reference is of the catalog, and every answer is one
/// that its question can have.
pub fn fault(catalog: &Catalog, state: &State) -> Option<String> {
    let mut faults = Vec::new();
    let mut require = |holds: bool, what: &str| {
        if !holds {
            faults.push(what.to_owned());
        }
    };
    let n_alternatives = catalog.alternatives.len();
    if let View::Fit(Step::Question(id)) = state.view {
        require(id.index() < catalog.questions.len(), "the step is a question");
    }
    require(state.open.is_none_or(|id| id.index() < n_alternatives), "what is open is there");
    require(state.search.chars().count() <= LONGEST_SEARCH, "the search is short");
    for facet in catalog.facet_ids() {
        let n = catalog.facet(facet).values.len();
        let values = bits(state.chosen.of(facet));
        require(values.iter().all(|at| *at < n), "chosen values are there");
    }
    if let Some(SortBy::Key(at)) = state.sort {
        require(usize::from(at) < catalog.sorts.len(), "the sort key is there");
    }
    for (id, answer) in state.answers.iter() {
        let question = catalog.question(id);
        let options = bits(answer.options.into());
        require(!options.is_empty(), "an answer has an option");
        require(options.iter().all(|at| *at < question.options.len()), "options are there");
        require(question.select != Select::One || options.len() == 1, "one option of one");
        require(answer.musts & !answer.options == 0, "a must-have is chosen");
        require(question.can_must || answer.musts == 0, "this question has no must-haves");
        let part = answer.musts != 0 && answer.musts != answer.options;
        require(question.select == Select::All || !part, "of any all are must-haves or none");
    }
    require(state.today.is_none_or(|id| id.index() < n_alternatives), "what is used is there");
    require(state.compared.len() <= 4, "at most four are compared");
    for (at, id) in state.compared.iter().enumerate() {
        require(id.index() < n_alternatives, "what is compared is there");
        require(!state.compared[..at].contains(id), "each is compared once");
    }
    (!faults.is_empty()).then(|| faults.join("; "))
}
