//! Reads a link: what is understood becomes the state, everything else is listed.

mod names;
mod people;

use self::names::{is_nearly_own, is_nearly_personal};
use super::{Decoded, picked};
use crate::domain::browse::SortBy;
use crate::domain::catalog::{Catalog, Date, FacetId, QuestionId};
use crate::domain::compare;
use crate::domain::decide::{Answer, Importance};
use crate::domain::query::{Ignored, Why, numbered, parameters};
use crate::domain::settings;
use crate::domain::sort;
use crate::domain::state::{LONGEST_SEARCH, State, Step, View};
use crate::domain::team::{MOST, Member};

/// The state that a query string describes. The leading `?` is optional.
#[must_use]
pub fn decode(catalog: &Catalog, query: &str) -> Decoded {
    let mut reader = Reader {
        catalog,
        state: State::new(catalog),
        step: None,
        people: Vec::new(),
        person: None,
        whose: None,
        at: 0,
        seen: Vec::new(),
        ignored: Vec::new(),
        made_with: None,
    };
    let pairs: Vec<_> = parameters(catalog, query).collect();
    // Must-haves and importances belong to answers, so answers are read first, wherever they
    // appear.
    let belongs = |name: &str| {
        let name = numbered(name).map_or(name, |(_, own)| own);
        name.starts_with("must.") || name.starts_with("w.")
    };
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

struct Reader<'a> {
    catalog: &'a Catalog,
    state: State,
    step: Option<Step>,
    /// The people, each at the place of its number; none where a number is left out.
    people: Vec<Option<Member>>,
    /// Whose answers are shown, as the link says it, with the index in the link.
    person: Option<(usize, String)>,
    /// The index in `people` of the person that the current parameter belongs to.
    whose: Option<usize>,
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
        let (number, own) = match numbered(name) {
            Some((number, own)) => (Some(number), own),
            None => (None, name),
        };
        self.whose = number.and_then(|number| number.checked_sub(1)).filter(|at| *at < MOST);
        if number.is_some() && self.whose.is_none() {
            if is_nearly_personal(own) {
                let is_more = number > Some(MOST);
                let why = if is_more { Why::TooMuch(MOST) } else { Why::UnknownParameter };
                self.ignore(name, value, why);
            }
            return;
        }
        let asked = match own.split_once('.') {
            Some((kind @ "f", facet)) if number.is_none() => {
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
        let present = present.unwrap_or_else(|| own.to_owned());
        let present = match number {
            Some(number) => [&number.to_string(), ".", &present].concat(),
            None => present,
        };
        if self.seen.contains(&present) {
            return self.ignore(name, value, Why::Repeated);
        }
        self.seen.push(present);
        match asked {
            Some(("f", _, id)) => self.read_facet(name, FacetId(id), value),
            Some(("a", _, id)) => self.read_options(name, QuestionId(id), value),
            Some(("must", _, id)) => self.read_musts(name, QuestionId(id), value),
            Some((_, _, id)) => self.read_importance(name, QuestionId(id), value),
            None if number.is_some() => self.read_personal(name, own, value),
            None => self.read_plain(name, value),
        }
    }

    /// A text of the reader up to its greatest length; the rest is ignored and reported.
    fn text(&mut self, name: &str, value: &str, longest: usize) -> String {
        let end = value.char_indices().nth(longest).map_or(value.len(), |(at, _)| at);
        let (kept, rest) = value.split_at(end);
        if !rest.is_empty() {
            self.ignore(name, rest, Why::TooMuch(longest));
        }
        kept.to_owned()
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
                self.state.search = self.text(name, value, LONGEST_SEARCH);
                true
            }
            "sort" => {
                self.state.sort = SortBy::named(self.catalog, value);
                self.state.sort.is_some()
            }
            "without" => {
                self.read_without(name, value);
                true
            }
            "today" => {
                self.state.in_use = self.catalog.find_alternative(value);
                self.state.in_use.is_some()
            }
            "choice" => {
                self.state.choice = self.catalog.find_alternative(value);
                self.state.choice.is_some()
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
            "person" => {
                self.person = Some((self.at, value.to_owned()));
                true
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
                    self.ignore("compare", id, Why::TooMuch(compare::MOST));
                }
                Some(found) => self.state.compared.push(found),
            }
        }
    }

    fn read_without(&mut self, name: &str, value: &str) {
        for id in value.split(',').filter(|id| !id.is_empty()) {
            match self.catalog.find_alternative(id) {
                None => self.ignore(name, id, Why::UnknownValue),
                Some(found) if self.answers().without().contains(&found) => {
                    self.ignore(name, id, Why::Repeated);
                }
                Some(found) => self.answers().toggle_without(found),
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
        let n_kept = (options & !lost).count_ones() as usize;
        for id in picked(ids, lost.into()) {
            self.ignore(name, id, Why::TooMuch(n_kept));
        }
        if fitted.is_some() {
            self.answers().set(id, fitted);
        }
    }

    fn read_musts(&mut self, name: &str, id: QuestionId, value: &str) {
        let musts = self.option_bits(name, id, value);
        let question = self.catalog.question(id);
        let old = self.given(id).filter(|_| question.can_must);
        let lost = musts & !old.map_or(0, |answer| answer.options);
        let ids = question.options.iter().map(|option| option.id.as_ref());
        for option in picked(ids, lost.into()) {
            self.ignore(name, option, Why::WithoutAnswer);
        }
        if let Some(old) = old {
            let answer = Answer { musts, ..old };
            self.answers().set(id, answer.to(question));
        }
    }

    fn read_importance(&mut self, name: &str, id: QuestionId, value: &str) {
        let Some(importance) = Importance::named(value) else {
            return self.ignore(name, value, Why::UnknownValue);
        };
        match self.given(id) {
            Some(old) => self.answers().set(id, Some(Answer { importance, ..old })),
            None => self.ignore(name, value, Why::WithoutAnswer),
        }
    }

    fn finish(mut self) -> Decoded {
        if let (View::Fit(_), Some(step)) = (self.state.view, self.step) {
            self.state.view = View::Fit(step);
        }
        self.find_person();
        self.state.team = self.people.into_iter().flatten().collect();
        if let Some(at) = self.state.person {
            self.state.answers = self.state.team[usize::from(at)].answers.clone();
        }
        sort::sort_by_number(&mut self.ignored, |(at, _)| *at as u64);
        let ignored = self.ignored.into_iter().map(|(_, ignored)| ignored).collect();
        Decoded { state: self.state, ignored, made_with: self.made_with }
    }
}
