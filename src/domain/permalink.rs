//! Permalinks: converts the state to a readable query string, and back.
//!
//! | parameter | meaning |
//! |---|---|
//! | `view` | `browse`, `fit`, `result`, `compare` or `embed` |
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
//! | `split` | `yes`: the system is made of services |
//! | `compare` | ids, separated by commas |
//! | `rows` | `all`: the comparison also shows equal rows |
//! | `catalog` | the date of the catalog that the link was made with |
//!
//! Everything is named by stable ids; absent parameters have their defaults. Decoding never fails:
//! it returns what it understood, and lists what it ignored and why, so that a link from another
//! version still opens. The query also contains the parameters of `settings`, which are read there.
//!
//! It reads and writes no address bar; `browser::location` does.

use super::browse::SortBy;
use super::browse::phrase::is_slip;
use super::catalog::{AltId, Catalog, Date, FacetId, QuestionId};
use super::compare;
use super::decide::{Answer, Importance};
use super::query::{Ignored, Query, Why, dotted, pairs};
use super::settings;
use super::sort;
use super::state::{LONGEST_SEARCH, State, Step, View};

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
    for (id, answer) in state.answers.iter() {
        let question = catalog.question(id);
        let ids = || question.options.iter().map(|option| option.id.as_ref());
        let chosen = list(picked(ids(), answer.options.into()));
        query.add(&format!("a.{}", question.id), Some(&chosen));
        let musts = list(picked(ids(), answer.musts.into()));
        query.add(
            &format!("must.{}", question.id),
            Some(musts.as_str()).filter(|_| answer.musts != 0),
        );
        query.add(
            &format!("w.{}", question.id),
            Some(answer.importance.name()).filter(|_| answer.importance != Importance::Normal),
        );
    }
    let without = state.answers.without();
    let ids = without.iter().map(|id| catalog.alternative(*id).id.as_ref());
    query.add("without", Some(list(ids).as_str()).filter(|_| !without.is_empty()));
    query.add("today", state.today.map(|id| catalog.alternative(id).id.as_ref()));
    query.add("split", state.split.then_some("yes"));
    let compared = state.compared.iter().map(|id| catalog.alternative(*id).id.as_ref());
    query.add("compare", Some(list(compared).as_str()).filter(|_| !state.compared.is_empty()));
    query.add("rows", state.all_rows.then_some("all"));
    if !query.is_empty() {
        query.add("catalog", Some(catalog.subject.date.to_string().as_str()));
    }
    query.finish()
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

/// The state that a query string describes. The leading `?` is optional.
#[must_use]
pub fn decode(catalog: &Catalog, query: &str) -> Decoded {
    let mut reader = Reader {
        catalog,
        state: State::new(catalog),
        step: None,
        at: 0,
        seen: Vec::new(),
        ignored: Vec::new(),
        made_with: None,
    };
    let pairs = pairs(query).into_iter().map(|(name, value)| (dotted(catalog, name), value));
    let pairs: Vec<_> = pairs.collect();
    // Must-haves and importances belong to answers, so answers are read first, wherever they
    // appear.
    let belongs = |name: &str| name.starts_with("must.") || name.starts_with("w.");
    for late in [false, true] {
        for (at, (name, value)) in pairs.iter().enumerate() {
            if belongs(name) == late {
                reader.at = at;
                reader.read(name, value);
            }
        }
    }
    reader.finish()
}

/// The parameters of a link that belong to no question or facet.
const PLAIN: [&str; 11] = [
    "view", "step", "open", "q", "sort", "today", "split", "without", "compare", "rows", "catalog",
];

/// Whether a name is nearly one of the page's own: but for one slip, or by its beginning.
fn is_nearly_own(name: &str) -> bool {
    let letters: Vec<_> = name.chars().collect();
    let settings = settings::PARAMETERS.iter().map(|parameter| parameter.name);
    let mut own = PLAIN.into_iter().chain(settings);
    ["f.", "a.", "must.", "w.", "only."].iter().any(|start| name.starts_with(start))
        // Every short name would be one slip from "q".
        || own.any(|own| own.len() > 2 && is_slip(&letters, &own.chars().collect::<Vec<_>>()))
}

fn list<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(",")
}

fn picked<'a>(ids: impl Iterator<Item = &'a str>, bits: u64) -> impl Iterator<Item = &'a str> {
    ids.enumerate().filter(move |(at, _)| *at < 64 && bits >> at & 1 == 1).map(|(_, id)| id)
}

struct Reader<'a> {
    catalog: &'a Catalog,
    state: State,
    step: Option<Step>,
    /// The index in the link of the current parameter.
    at: usize,
    seen: Vec<String>,
    ignored: Vec<(usize, Ignored)>,
    made_with: Option<Date>,
}

impl Reader<'_> {
    fn ignore(&mut self, name: &str, value: &str, why: Why) {
        self.ignored.push((self.at, Ignored::new(name, value, why)));
    }

    fn read(&mut self, name: &str, value: &str) {
        if settings::is_parameter(name) {
            return;
        }
        let catalog = self.catalog;
        let asked = match name.split_once('.') {
            Some((kind @ "f", facet)) => {
                catalog.find_facet(facet).map(|id| (kind, &catalog.facet(id).id, id.0))
            }
            Some((kind @ ("a" | "must" | "w"), question)) => {
                let found = catalog.find_question(question);
                found.map(|id| (kind, &catalog.question(id).id, id.0))
            }
            _ => None,
        };
        // A former id and its successor are one parameter.
        let present = asked.map(|(kind, id, _)| [kind, ".", id].concat());
        let present = present.unwrap_or_else(|| name.to_owned());
        if self.seen.contains(&present) {
            return self.ignore(name, value, Why::Repeated);
        }
        self.seen.push(present);
        match asked {
            Some(("f", _, id)) => self.read_facet(name, FacetId(id), value),
            Some(("a", _, id)) => self.read_options(name, QuestionId(id), value),
            Some(("must", _, id)) => self.read_musts(name, QuestionId(id), value),
            Some((_, _, id)) => self.read_importance(name, QuestionId(id), value),
            None => self.read_plain(name, value),
        }
    }

    fn read_plain(&mut self, name: &str, value: &str) {
        let understood = match name {
            "view" => self.read_view(value),
            "step" => self.read_step(value),
            "open" => {
                self.state.open = self.catalog.find_alternative(value);
                self.state.open.is_some()
            }
            "q" => {
                self.state.search = value.chars().take(LONGEST_SEARCH).collect();
                if value.chars().nth(LONGEST_SEARCH).is_some() {
                    let rest: String = value.chars().skip(LONGEST_SEARCH).collect();
                    self.ignore(name, &rest, Why::TooMuch);
                }
                true
            }
            "sort" => {
                self.state.sort = SortBy::named(self.catalog, value);
                self.state.sort.is_some()
            }
            "without" => {
                self.read_without(value);
                true
            }
            "today" => {
                self.state.today = self.catalog.find_alternative(value);
                self.state.today.is_some()
            }
            "split" => {
                self.state.split = value == "yes";
                self.state.split
            }
            "compare" => {
                self.read_compared(value);
                true
            }
            "rows" => {
                self.state.all_rows = value == "all";
                self.state.all_rows
            }
            "catalog" => {
                let date = value.parse().ok();
                self.made_with = date.filter(|date| *date != self.catalog.subject.date);
                date.is_some()
            }
            _ if is_nearly_own(name) => return self.ignore(name, value, Why::UnknownParameter),
            // Hosts and campaigns append parameters of their own.
            _ => return,
        };
        if !understood {
            self.ignore(name, value, Why::UnknownValue);
        }
    }

    fn read_view(&mut self, value: &str) -> bool {
        let Some(view) = View::named(value) else {
            return false;
        };
        self.state.view = match view {
            View::Fit(_) => View::Fit(self.first_step()),
            other => other,
        };
        true
    }

    fn first_step(&self) -> Step {
        match self.catalog.question_ids().next() {
            Some(first) => Step::Question(first),
            None => Step::Review,
        }
    }

    fn read_step(&mut self, value: &str) -> bool {
        self.step = match value {
            "review" => Some(Step::Review),
            id => self.catalog.find_question(id).map(Step::Question),
        };
        self.step.is_some()
    }

    fn read_compared(&mut self, value: &str) {
        for id in value.split(',').filter(|id| !id.is_empty()) {
            match self.catalog.find_alternative(id) {
                None => self.ignore("compare", id, Why::UnknownValue),
                Some(found) if self.state.compared.contains(&found) => {
                    self.ignore("compare", id, Why::Repeated);
                }
                Some(_) if self.state.compared.len() == compare::MOST => {
                    self.ignore("compare", id, Why::TooMuch);
                }
                Some(found) => self.state.compared.push(found),
            }
        }
    }

    fn read_without(&mut self, value: &str) {
        for id in value.split(',').filter(|id| !id.is_empty()) {
            match self.catalog.find_alternative(id) {
                None => self.ignore("without", id, Why::UnknownValue),
                Some(found) if self.state.answers.without().contains(&found) => {
                    self.ignore("without", id, Why::Repeated);
                }
                Some(found) => self.state.answers.toggle_without(found),
            }
        }
    }

    /// The bits of the ids in a list; unknown ids are ignored and reported.
    fn read_bits(&mut self, name: &str, value: &str, find: &dyn Fn(&str) -> Option<usize>) -> u64 {
        let mut bits = 0;
        for id in value.split(',').filter(|id| !id.is_empty()) {
            match find(id).filter(|at| *at < 64) {
                Some(at) => bits |= 1 << at,
                None => self.ignore(name, id, Why::UnknownValue),
            }
        }
        bits
    }

    fn read_facet(&mut self, name: &str, id: FacetId, value: &str) {
        let catalog = self.catalog;
        let bits = self.read_bits(name, value, &|value| catalog.find_facet_value(id, value));
        self.state.chosen.set(id, bits);
    }

    fn option_bits(&mut self, name: &str, id: QuestionId, value: &str) -> u32 {
        let catalog = self.catalog;
        let bits = self.read_bits(name, value, &|option| catalog.find_option(id, option));
        u32::try_from(bits).unwrap_or(0)
    }

    fn read_options(&mut self, name: &str, id: QuestionId, value: &str) {
        let options = self.option_bits(name, id, value);
        let question = self.catalog.question(id);
        let fitted = Answer::wish(options).to(question);
        let lost = options & !fitted.map_or(0, |answer| answer.options);
        let ids = question.options.iter().map(|option| option.id.as_ref());
        for id in picked(ids, lost.into()) {
            self.ignore(name, id, Why::TooMuch);
        }
        self.state.answers.set(id, fitted);
    }

    fn read_musts(&mut self, name: &str, id: QuestionId, value: &str) {
        let musts = self.option_bits(name, id, value);
        let question = self.catalog.question(id);
        let old = self.state.answers.get(id).filter(|_| question.can_must);
        let lost = musts & !old.map_or(0, |answer| answer.options);
        let ids = question.options.iter().map(|option| option.id.as_ref());
        for option in picked(ids, lost.into()) {
            self.ignore(name, option, Why::WithoutAnswer);
        }
        if let Some(old) = old {
            let answer = Answer { musts, ..old };
            self.state.answers.set(id, answer.to(question));
        }
    }

    fn read_importance(&mut self, name: &str, id: QuestionId, value: &str) {
        let Some(importance) = Importance::named(value) else {
            return self.ignore(name, value, Why::UnknownValue);
        };
        match self.state.answers.get(id) {
            Some(old) => self.state.answers.set(id, Some(Answer { importance, ..old })),
            None => self.ignore(name, value, Why::WithoutAnswer),
        }
    }

    fn finish(mut self) -> Decoded {
        if let (View::Fit(_), Some(step)) = (self.state.view, self.step) {
            self.state.view = View::Fit(step);
        }
        sort::sort_by_number(&mut self.ignored, |(at, _)| *at as u64);
        let ignored = self.ignored.into_iter().map(|(_, ignored)| ignored).collect();
        Decoded { state: self.state, ignored, made_with: self.made_with }
    }
}

/// The query of an alternative's details and nothing else.
#[must_use]
pub fn of_alternative(catalog: &Catalog, id: AltId) -> String {
    encode(catalog, &State { open: Some(id), ..State::new(catalog) })
}
