//! The whole state of the app, and the only way it changes.
//!
//! Nothing derived is stored here: lists, rankings and comparisons are computed from the state when
//! they are shown.

use super::browse::{Chosen, SortBy};
use super::catalog::{AltId, Catalog, FacetId, QuestionId, Select};
use super::compare;
use super::decide::{Answer, Answers, Importance};

/// The longest search text kept, in characters.
pub const LONGEST_SEARCH: usize = 80;

/// Where in the app somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// The cards.
    #[default]
    Browse,
    /// The questionnaire.
    Fit(Step),
    /// The recommendation.
    Result,
    /// Side by side.
    Compare,
    /// How to put this into another page.
    Embed,
}

impl View {
    /// Every view, the questionnaire at its review.
    pub const ALL: [Self; 5] =
        [Self::Browse, Self::Fit(Step::Review), Self::Result, Self::Compare, Self::Embed];

    /// The name that links give it; the step of the questionnaire is not part of it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Browse => "browse",
            Self::Fit(_) => "fit",
            Self::Result => "result",
            Self::Compare => "compare",
            Self::Embed => "embed",
        }
    }

    /// The view with a name, the questionnaire at its review; none where there is no such view.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

/// Where in the questionnaire somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// At a question.
    Question(QuestionId),
    /// At the review of all answers.
    Review,
}

impl Step {
    /// Where the questionnaire starts: at the first open question, or at the review.
    #[must_use]
    pub fn first_open(answers: &Answers) -> Self {
        answers.first_open().map_or(Self::Review, Self::Question)
    }
}

/// Everything that can be seen, and so everything a link carries.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// Where somebody is.
    pub view: View,
    /// Whose details are open, in place of the view's own content.
    pub open: Option<AltId>,
    /// The text searched for, at most [`LONGEST_SEARCH`] characters.
    pub search: String,
    /// The chosen facet values.
    pub chosen: Chosen,
    /// The order of cards, where the reader chose one.
    pub sort: Option<SortBy>,
    /// The answers to the questionnaire.
    pub answers: Answers,
    /// What is in use today: what a recommendation is measured against.
    pub today: Option<AltId>,
    /// Whether the system is made of services, each of which may be built on another alternative.
    pub split: bool,
    /// What is being compared, in the order in which it was added; at most [`compare::MOST`].
    pub compared: Vec<AltId>,
    /// Whether the comparison shows equal rows too.
    pub all_rows: bool,
}

/// Something that somebody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Goes to a view, and closes open details.
    Go(View),
    /// Opens the details of an alternative.
    Open(AltId),
    /// Closes the details.
    Close,
    /// Searches.
    Search(String),
    /// Chooses a facet value or takes the choice back.
    ToggleFacet(FacetId, u8),
    /// Takes back all choices of one facet.
    ClearFacet(FacetId),
    /// Takes back all choices and the search.
    ClearFilters,
    /// Sorts; none for the default order.
    Sort(Option<SortBy>),
    /// Chooses an option or takes it back. Where one option is asked for it replaces the other.
    ToggleOption(QuestionId, u8),
    /// Makes an option a must-have or a wish; where one or any is asked for, all chosen options.
    ToggleMust(QuestionId, u8),
    /// Sets how much an answer counts.
    SetImportance(QuestionId, Importance),
    /// Takes back the answer to a question.
    ClearAnswer(QuestionId),
    /// Takes back all answers.
    ClearAnswers,
    /// Says what is in use today; none takes it back.
    SetToday(Option<AltId>),
    /// Says that the system is made of services, or takes it back.
    ToggleSplit,
    /// Adds to the comparison or takes out of it. A fifth is not added.
    ToggleCompared(AltId),
    /// Empties the comparison.
    ClearCompared,
    /// Shows equal rows of the comparison, or hides them.
    ToggleAllRows,
    /// Shows another state altogether: the back button, or a link. It has to be of this catalog, as
    /// every decoded link is.
    Replace(Box<State>),
}

impl State {
    /// Whether the cards are shown, and nothing about one or about a result.
    #[must_use]
    pub fn is_browsing(&self) -> bool {
        self.view == View::Browse && self.open.is_none()
    }

    /// The state in which the app starts.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        Self {
            view: View::default(),
            open: None,
            search: String::new(),
            chosen: Chosen::none(catalog.facets.len()),
            sort: None,
            answers: Answers::none(catalog.questions.len()),
            today: None,
            split: false,
            compared: Vec::new(),
            all_rows: false,
        }
    }

    /// The state after an action; none where the action changes nothing.
    #[must_use]
    pub fn apply(&self, catalog: &Catalog, action: Action) -> Option<Self> {
        let mut next = self.clone();
        match action {
            Action::Go(view) if is_there(catalog, view) => {
                next.view = view;
                next.open = None;
            }
            Action::Open(id) => next.open = (id.index() < catalog.alternatives.len()).then_some(id),
            Action::Close => next.open = None,
            Action::Search(text) => next.search = text.chars().take(LONGEST_SEARCH).collect(),
            Action::ToggleFacet(facet, value) => next.toggle_facet(catalog, facet, value),
            Action::ClearFacet(facet) => next.chosen.set(facet, 0),
            Action::ClearFilters => {
                next.chosen = Chosen::none(catalog.facets.len());
                next.search.clear();
            }
            Action::Sort(Some(SortBy::Key(at))) if usize::from(at) >= catalog.sorts.len() => {}
            Action::Sort(by) => next.sort = by,
            Action::ToggleOption(question, option) => next.toggle_option(catalog, question, option),
            Action::ToggleMust(question, option) => next.toggle_must(catalog, question, option),
            Action::SetImportance(question, importance) => {
                let answer = self.answers.get(question).map(|old| Answer { importance, ..old });
                next.answers.set(question, answer);
            }
            Action::ClearAnswer(question) => next.answers.set(question, None),
            Action::ClearAnswers => next.answers = Answers::none(catalog.questions.len()),
            Action::SetToday(Some(id)) if id.index() >= catalog.alternatives.len() => {}
            Action::SetToday(id) => next.today = id,
            Action::ToggleSplit => next.split = !next.split,
            Action::ToggleCompared(id) => next.toggle_compared(catalog, id),
            Action::ClearCompared => next.compared.clear(),
            Action::ToggleAllRows => next.all_rows = !next.all_rows,
            Action::Replace(state) => next = *state,
            // A question that is not of this catalog.
            Action::Go(_) => {}
        }
        (next != *self).then_some(next)
    }

    /// Whether a filter or a search narrows the cards.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        self.chosen.n_values() > 0 || !self.search.trim().is_empty()
    }

    fn toggle_facet(&mut self, catalog: &Catalog, facet: FacetId, value: u8) {
        let n_values = catalog.facets.get(facet.index()).map_or(0, |facet| facet.values.len());
        if usize::from(value) < n_values {
            self.chosen.set(facet, self.chosen.of(facet) ^ 1 << value);
        }
    }

    fn toggle_option(&mut self, catalog: &Catalog, id: QuestionId, option: u8) {
        let Some(question) = catalog.questions.get(id.index()) else {
            return;
        };
        if usize::from(option) >= question.options.len() {
            return;
        }
        let bit = 1_u32 << option;
        let answer = match self.answers.get(id) {
            None => Answer::wish(bit),
            Some(old) if question.select == Select::One => {
                // Choosing what is chosen takes it back, so that a pointer alone can skip.
                let options = if old.options == bit { 0 } else { bit };
                Answer { options, musts: if old.musts == 0 { 0 } else { options }, ..old }
            }
            Some(old) => {
                let options = old.options ^ bit;
                let musts = match question.select {
                    Select::All => old.musts & options,
                    Select::One | Select::Any if old.musts != 0 => options,
                    Select::One | Select::Any => 0,
                };
                Answer { options, musts, ..old }
            }
        };
        let fitted = answer.fitted(question.select, question.options.len(), question.can_must);
        self.answers.set(id, fitted);
    }

    fn toggle_must(&mut self, catalog: &Catalog, id: QuestionId, option: u8) {
        let (Some(question), Some(old)) = (catalog.questions.get(id.index()), self.answers.get(id))
        else {
            return;
        };
        let bit = 1_u32.checked_shl(u32::from(option)).unwrap_or(0) & old.options;
        let musts = match question.select {
            Select::All => old.musts ^ bit,
            Select::One | Select::Any if old.musts == 0 => old.options,
            Select::One | Select::Any => 0,
        };
        let answer = Answer { musts, ..old };
        let fitted = answer.fitted(question.select, question.options.len(), question.can_must);
        self.answers.set(id, fitted);
    }

    fn toggle_compared(&mut self, catalog: &Catalog, id: AltId) {
        if let Some(at) = self.compared.iter().position(|other| *other == id) {
            self.compared.remove(at);
        } else if self.compared.len() < compare::MOST && id.index() < catalog.alternatives.len() {
            self.compared.push(id);
        }
    }
}

/// Whether a view is one of this catalog's.
fn is_there(catalog: &Catalog, view: View) -> bool {
    match view {
        View::Fit(Step::Question(id)) => id.index() < catalog.questions.len(),
        View::Fit(Step::Review) | View::Browse | View::Result | View::Compare | View::Embed => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_is_listed_once_and_found_by_its_name() {
        for (at, view) in View::ALL.into_iter().enumerate() {
            // Without a wildcard, so that the compiler leads whoever adds a view to this list.
            let place = match view {
                View::Browse => 0,
                View::Fit(_) => 1,
                View::Result => 2,
                View::Compare => 3,
                View::Embed => 4,
            };
            assert_eq!(at, place, "{view:?}");
            assert_eq!(View::named(view.name()), Some(view));
        }
        assert_eq!(View::named("nowhere"), None);
    }
}
