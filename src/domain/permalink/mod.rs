//! Permalinks: converts the state to a readable query string, and back.
//!
//! | parameter | meaning |
//! |---|---|
//! | `view` | `browse`, `fit`, `result`, `compare`, `team` or `embed` |
//! | `step` | in `view=fit`: the id of a question, or `review` |
//! | `open` | the id of the alternative whose details are open |
//! | `q` | the search text |
//! | `f.<facet>` | the ids of the chosen values, separated by commas |
//! | `sort` | `name`, `fit`, or the id of a sort key |
//! | `a.<question>` | the ids of the chosen options, separated by commas |
//! | `must.<question>` | the ids of the options that are must-haves |
//! | `w.<question>` | `important` or `very-important` |
//! | `without` | the ids of alternatives that the reader takes out, separated by commas |
//! | `today` | the id of what is in use today |
//! | `choice` | the id of the alternative that the reader chooses |
//! | `split` | `yes`: the system is made of services |
//! | `compare` | ids, separated by commas |
//! | `rows` | `all`: the comparison also shows equal rows |
//! | `person` | the number of the person of the team whose answers are shown, in place of `a.`, `must.`, `w.` and `without` |
//! | `1.name`, `1.a.<question>`, `1.must.<question>`, `1.w.<question>`, `1.without` | the first person of a team; the second has `2.`, and so on to `8.` |
//! | `catalog` | the date of the catalog that the link was made with |
//!
//! Everything is named by stable ids; absent parameters have their defaults. Decoding never fails:
//! it returns what it understood, and lists what it ignored and why, so that a link from another
//! version still opens. The query also contains the parameters of `settings`, which are read there.
//!
//! It reads and writes no address bar; `browser::location` does.

mod decode;
mod paste;

pub use decode::decode;
pub use paste::{Pasted, address_and_query, people_in};

use super::catalog::{AltId, Catalog, Date};
use super::decide::{Answers, Importance};
use super::query::{Ignored, Query};
use super::state::{State, Step, View};

/// The content of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The state, with defaults for everything that is absent.
    pub state: State,
    /// What was ignored, in the order of the link.
    pub ignored: Vec<Ignored>,
    /// The date of the catalog that the link was made with, if it differs.
    pub made_with: Option<Date>,
}

/// The query string of a state, with a leading `?`; empty for the state in which the app starts.
#[must_use]
pub fn encode(catalog: &Catalog, state: &State) -> String {
    let mut query = Query::default();
    let view = Some(state.view).filter(|view| *view != View::default());
    query.add("view", view.map(View::name));
    if let View::Fit(step) = state.view {
        query.add(
            "step",
            Some(match step {
                Step::Question(id) => catalog.question(id).id.as_ref(),
                Step::Review => "review",
            }),
        );
    }
    query.add("open", state.open.map(|id| catalog.alternative(id).id.as_ref()));
    query.add("q", Some(state.search.as_str()).filter(|text| !text.is_empty()));
    for (id, values) in state.chosen.iter() {
        let facet = catalog.facet(id);
        let ids = facet.values.iter().map(|value| value.id.as_ref());
        query.add(&format!("f.{}", facet.id), Some(list(picked(ids, values)).as_str()));
    }
    query.add("sort", state.sort.and_then(|by| by.id(catalog)));
    if state.person.is_none() {
        add_answers(&mut query, catalog, "", &state.answers);
    }
    query.add("today", state.in_use.map(|id| catalog.alternative(id).id.as_ref()));
    query.add("choice", state.choice.map(|id| catalog.alternative(id).id.as_ref()));
    query.add("split", state.split.then_some("yes"));
    let compared = state.compared.iter().map(|id| catalog.alternative(*id).id.as_ref());
    query.add("compare", Some(list(compared).as_str()).filter(|_| !state.compared.is_empty()));
    query.add("rows", state.all_rows.then_some("all"));
    query.add("person", state.person.map(|at| (u32::from(at) + 1).to_string()).as_deref());
    for (at, member) in state.team.iter().enumerate() {
        let prefix = [&(at + 1).to_string(), "."].concat();
        // The answers of the state are the newer ones.
        let answers = state.answers_of(at).unwrap_or(&member.answers);
        let is_nameless = member.name.is_empty() && !answers.is_blank();
        query.add(&[&prefix, "name"].concat(), (!is_nameless).then_some(&member.name));
        add_answers(&mut query, catalog, &prefix, answers);
    }
    if !query.is_empty() {
        query.add("catalog", Some(catalog.subject.date.to_string().as_str()));
    }
    query.finish()
}

/// Adds the answers of one person; the names of the parameters begin with a prefix.
fn add_answers(query: &mut Query, catalog: &Catalog, prefix: &str, answers: &Answers) {
    for (id, answer) in answers.iter() {
        let question = catalog.question(id);
        let mut add = |kind: &str, value: Option<&str>| {
            query.add(&[prefix, kind, &question.id].concat(), value);
        };
        let ids = || question.options.iter().map(|option| option.id.as_ref());
        add("a.", Some(&list(picked(ids(), answer.options.into()))));
        let musts = list(picked(ids(), answer.musts.into()));
        add("must.", Some(musts.as_str()).filter(|_| answer.musts != 0));
        let is_weighed = answer.importance != Importance::Normal;
        add("w.", is_weighed.then_some(answer.importance.name()));
    }
    let without = answers.without();
    let ids = without.iter().map(|id| catalog.alternative(*id).id.as_ref());
    let ids = list(ids);
    query.add(&[prefix, "without"].concat(), Some(ids.as_str()).filter(|_| !without.is_empty()));
}

/// Whether two states differ in what a parameter is about. The answer to a question, its must-haves and
/// its importance are one subject.
#[must_use]
pub fn differ(catalog: &Catalog, one: &State, other: &State, name: &str) -> bool {
    let (one, other) = (encode(catalog, one), encode(catalog, other));
    let differ = |name: &str| {
        let value = |query: &str| {
            let mut parts = query.split(['?', '&']);
            parts.find_map(|part| part.strip_prefix(name)?.strip_prefix('=').map(str::to_owned))
        };
        value(&one) != value(&other)
    };
    match name.split_once('.') {
        Some(("a" | "must" | "w", id)) => {
            ["a.", "must.", "w."].iter().any(|kind| differ(&[kind, id].concat()))
        }
        _ => differ(name),
    }
}

/// A query string as from [`encode`], without the date of the catalog: for permanent links, which
/// should not be reported as outdated later.
#[must_use]
pub fn without_catalog_date(query: &str) -> &str {
    match query.rsplit_once(['?', '&']) {
        Some((before, last)) if last.starts_with("catalog=") => before,
        _ => query,
    }
}

/// The query of an alternative's details and nothing else.
#[must_use]
pub fn of_alternative(catalog: &Catalog, id: AltId) -> String {
    encode(catalog, &State { open: Some(id), ..State::new(catalog) })
}

fn list<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(",")
}

fn picked<'a>(ids: impl Iterator<Item = &'a str>, bits: u64) -> impl Iterator<Item = &'a str> {
    ids.enumerate().filter(move |(at, _)| *at < 64 && bits >> at & 1 == 1).map(|(_, id)| id)
}
