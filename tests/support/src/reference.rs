//! The same answers by the plainest way there is: what the library is compared with.
//!
//! It is not fast and shares no code with the library beyond its data types.

use stackfit::domain::browse::SortBy;
use stackfit::domain::catalog::{AltId, Catalog, FacetId, Kind, QuestionId, Select, Value};
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

/// A text that a search looks at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// Its words.
    pub words: Vec<String>,
    /// Whether they count only together.
    pub as_one: bool,
    /// Where it is said.
    pub place: Place,
}

/// Where something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In an entry's own words.
    Prose,
    /// In a term of the catalog: a value or a capability.
    Term,
    /// Beside the name on a card.
    Badge,
    /// In a name.
    Name,
}

impl Said {
    fn of(text: &str, as_one: bool, place: Place) -> Self {
        Self { words: words(text), as_one, place }
    }

    /// The words from each one on, without the spaces; and where words end in it.
    fn tails(&self) -> Vec<(String, Vec<usize>)> {
        let n_starts = if self.as_one { 1 } else { self.words.len() };
        let tail = |from: usize| {
            let (mut tail, mut ends) = (String::new(), Vec::new());
            for word in &self.words[from..] {
                tail.push_str(word);
                ends.push(tail.len());
            }
            (tail, if self.as_one { ends.split_off(ends.len() - 1) } else { ends })
        };
        (0..n_starts.min(self.words.len())).map(tail).collect()
    }

    /// Whether the wanted word is found, whole or as a beginning.
    pub fn begins(&self, wanted: &str) -> bool {
        self.tails().iter().any(|(tail, _)| tail.starts_with(wanted))
    }

    fn has_whole(&self, wanted: &str) -> bool {
        let several = format!("{wanted}s");
        self.tails().iter().any(|(tail, ends)| {
            let is = |word: &str| tail.starts_with(word) && ends.contains(&word.len());
            is(wanted) || is(&several)
        })
    }

    /// Whether the wanted word is found whole but for one slip.
    fn has_nearly(&self, wanted: &str) -> bool {
        self.tails().iter().any(|(tail, ends)| {
            ends.iter().any(|end| {
                let word = &tail[..*end];
                let singular = word.strip_suffix('s').unwrap_or(word);
                edits(wanted, word).min(edits(wanted, singular)) <= 1
            })
        })
    }
}

/// For each criterion, whether its facts name what provides them.
fn provided(catalog: &Catalog) -> Vec<bool> {
    let has = |at: usize| catalog.alternatives.iter().any(|one| !one.facts[at].by.is_empty());
    (0..catalog.criteria.len()).map(has).collect()
}

/// The label, the id and the synonyms of the values of a criterion that a fact has, or of all.
fn value_texts(catalog: &Catalog, at: usize, fact: Option<&Value>) -> Vec<Said> {
    let is_badge = catalog.subject.badges.iter().any(|badge| badge.index() == at);
    let place = if is_badge { Place::Badge } else { Place::Term };
    let (Kind::One(scale) | Kind::Many(scale)) = catalog.criteria[at].kind else {
        return Vec::new();
    };
    let mut said = Vec::new();
    for (value, known) in (0..64).zip(&catalog.scales[usize::from(scale)].values) {
        if fact.is_none_or(|fact| fact.has(value)) {
            said.extend([&known.label, &known.id].map(|text| Said::of(text, false, place)));
            said.extend(known.aliases.iter().map(|text| Said::of(text, true, place)));
        }
    }
    said
}

fn capability_texts(catalog: &Catalog, at: usize) -> Vec<Said> {
    let known = &catalog.criteria[at];
    let of = |text, as_one| Said::of(text, as_one, Place::Term);
    let own = [&known.label, &known.id].map(|text| of(text, false));
    own.into_iter().chain(known.aliases.iter().map(|text| of(text, true))).collect()
}

/// Everything that a search looks at for an alternative.
pub fn said_of(catalog: &Catalog, id: AltId) -> Vec<Said> {
    said_with(catalog, &provided(catalog), id)
}

fn said_with(catalog: &Catalog, provided: &[bool], id: AltId) -> Vec<Said> {
    let alternative = catalog.alternative(id);
    let mut said = vec![
        Said::of(&alternative.name, false, Place::Name),
        Said::of(&alternative.id, false, Place::Name),
        Said::of(&alternative.summary, false, Place::Prose),
    ];
    said.extend(alternative.aliases.iter().map(|text| Said::of(text, true, Place::Name)));
    for (at, fact) in alternative.facts.iter().enumerate() {
        if let Value::Text(text) = &fact.value {
            let text = format!("{} {text}", alternative.name);
            said.push(Said::of(&text, false, Place::Prose));
        }
        said.push(Said::of(&fact.by, false, Place::Prose));
        if !fact.by.is_empty() {
            said.extend(capability_texts(catalog, at));
        } else if !provided[at] {
            said.extend(value_texts(catalog, at, Some(&fact.value)));
        }
    }
    said
}

/// Everything that a search looks at, also what no alternative has.
pub fn said_at_all(catalog: &Catalog) -> Vec<Said> {
    let provided = provided(catalog);
    let ids = catalog.alternative_ids();
    let mut said: Vec<_> = ids.flat_map(|id| said_with(catalog, &provided, id)).collect();
    for (at, is_provided) in provided.into_iter().enumerate() {
        said.extend(if is_provided {
            capability_texts(catalog, at)
        } else {
            value_texts(catalog, at, None)
        });
    }
    said.sort_unstable();
    said.dedup();
    said
}

/// How a word of a query is looked for.
#[derive(Clone, Copy, Debug)]
enum Rule {
    /// Whole, and as a beginning from this place on.
    BeginningsFrom(Place),
    /// Whole despite a slip.
    Nearly,
    /// In vain.
    Nowhere,
}

/// Whether a word can be found in a place: a short number by itself says something only in names and
/// badges.
fn can_be_in(word: &str, place: Place) -> bool {
    place >= Place::Badge || word.len() > 2 || !word.bytes().all(|letter| letter.is_ascii_digit())
}

/// A query, looked at with a whole catalog in view.
#[derive(Clone, Debug)]
pub struct Query {
    /// For each word, itself and as one with the next one and the next two.
    runs: Vec<Vec<(String, Rule)>>,
}

impl Query {
    /// A query for a catalog that says `all`.
    pub fn new(all: &[Said], query: &str) -> Self {
        let wanted = words(query);
        let run = |from: usize, n: usize| {
            let word = wanted[from..from + n].concat();
            let looked_at = || all.iter().filter(|one| can_be_in(&word, one.place));
            let whole = looked_at().filter(|one| one.has_whole(&word)).map(|one| one.place).max();
            let rule = if looked_at().any(|one| one.begins(&word)) {
                Rule::BeginningsFrom(match whole {
                    Some(Place::Name | Place::Badge) => Place::Name,
                    _ if word.len() < 3 => Place::Badge,
                    Some(Place::Term) => Place::Term,
                    Some(Place::Prose) | None => Place::Prose,
                })
            } else if n == 1 && word.chars().count() >= 5 {
                Rule::Nearly
            } else {
                Rule::Nowhere
            };
            (word, rule)
        };
        let from = |from: usize| (1..=3.min(wanted.len() - from)).map(|n| run(from, n)).collect();
        Self { runs: (0..wanted.len()).map(from).collect() }
    }

    /// Whether every word is found in what is said, alone or as one with its neighbours.
    pub fn finds(&self, said: &[Said]) -> bool {
        self.finds_from(0, said)
    }

    fn finds_from(&self, start: usize, said: &[Said]) -> bool {
        let Some(runs) = self.runs.get(start) else { return true };
        runs.iter().enumerate().any(|(at, (word, rule))| {
            let mut looked_at = said.iter().filter(|one| can_be_in(word, one.place));
            let is_found = looked_at.any(|one| match *rule {
                Rule::BeginningsFrom(place) => {
                    one.has_whole(word) || one.place >= place && one.begins(word)
                }
                Rule::Nearly => one.has_nearly(word),
                Rule::Nowhere => false,
            });
            is_found && self.finds_from(start + at + 1, said)
        })
    }
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
    require(state.team.len() <= 8, "a team has at most eight people");
    for member in &state.team {
        require(member.name.chars().count() <= 40, "a name is short");
    }
    if let Some(at) = state.person {
        let person = state.team.get(usize::from(at));
        let is_same = person.is_some_and(|person| person.answers == state.answers);
        require(is_same, "the answers are those of the person");
    }
    let all = core::iter::once(&state.answers).chain(state.team.iter().map(|it| &it.answers));
    for (id, answer) in all.clone().flat_map(Answers::iter) {
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
    for without in all.map(Answers::without) {
        require(without.iter().all(|id| id.index() < n_alternatives), "who is taken out is there");
        require(without.is_sorted_by(|one, next| one < next), "each is taken out once, in order");
    }
    require(state.in_use.is_none_or(|id| id.index() < n_alternatives), "what is used is there");
    require(state.choice.is_none_or(|id| id.index() < n_alternatives), "what is chosen is there");
    require(state.compared.len() <= 4, "at most four are compared");
    for (at, id) in state.compared.iter().enumerate() {
        require(id.index() < n_alternatives, "what is compared is there");
        require(!state.compared[..at].contains(id), "each is compared once");
    }
    (!faults.is_empty()).then(|| faults.join("; "))
}
