//! The whole state of the app, and the only way it changes.
//!
//! Nothing derived is stored here: lists, rankings and comparisons are computed from the state when
//! they are shown.

mod team;
mod view;

pub use team::TeamAction;
pub use view::{Step, View};

use super::browse::{Chosen, SortBy};
use super::catalog::{AltId, Catalog, FacetId, QuestionId, Select};
use super::compare;
use super::decide::{Answer, Answers, Importance};
use super::team::Member;

/// The maximum length of a search text, in characters.
pub const LONGEST_SEARCH: usize = 80;

/// Everything that is visible, and therefore everything that a link carries.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// The view that is shown.
    pub view: View,
    /// The alternative whose details are open, in place of the view's own content.
    pub open: Option<AltId>,
    /// The search text, at most [`LONGEST_SEARCH`] characters.
    pub search: String,
    /// The chosen facet values.
    pub chosen: Chosen,
    /// The order of cards, if the reader chose one.
    pub sort: Option<SortBy>,
    /// The answers to the questionnaire.
    pub answers: Answers,
    /// The alternative in use today, with which a recommendation is compared.
    pub in_use: Option<AltId>,
    /// The alternative that the reader chooses for the record of the decision; none while that is open.
    pub choice: Option<AltId>,
    /// Whether the system consists of services, each of which may use a different alternative.
    pub split: bool,
    /// The alternatives being compared, in the order in which they were added; at most
    /// [`compare::MOST`].
    pub compared: Vec<AltId>,
    /// Whether the comparison also shows equal rows.
    pub all_rows: bool,
    /// The people who decide together, at most [`super::team::MOST`].
    pub team: Vec<Member>,
    /// Whose answers these are, as an index of the team: to change them changes the person's. None
    /// for answers of nobody in it.
    pub person: Option<u8>,
}

/// An action of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Goes to a view, and closes open details.
    Go(View),
    /// Opens the details of an alternative.
    Open(AltId),
    /// Closes the details.
    Close,
    /// Sets the search text.
    Search(String),
    /// Selects or deselects a facet value.
    ToggleFacet(FacetId, u8),
    /// Deselects all values of one facet.
    ClearFacet(FacetId),
    /// Clears all filters and the search.
    ClearFilters,
    /// Sorts; none for the default order.
    Sort(Option<SortBy>),
    /// Selects or deselects an option. If only one option is allowed, it replaces the other. The
    /// first option of a question that is a condition at first becomes a must-have.
    ToggleOption(QuestionId, u8),
    /// Makes an option a must-have or a wish; if one or any is enough, this applies to all chosen
    /// options.
    ToggleMust(QuestionId, u8),
    /// Sets how much an answer counts.
    SetImportance(QuestionId, Importance),
    /// Clears the answer to a question.
    ClearAnswer(QuestionId),
    /// Clears all answers and the choice, and brings back who was taken out.
    ClearAnswers,
    /// Takes an alternative out of the result, or brings it back.
    ToggleWithout(AltId),
    /// Sets the alternative in use today; none clears it.
    SetInUse(Option<AltId>),
    /// Chooses an alternative for the record of the decision; none takes the choice back.
    Choose(Option<AltId>),
    /// Toggles whether the system consists of services.
    ToggleSplit,
    /// Adds to the comparison or removes from it. A fifth alternative is not added.
    ToggleCompared(AltId),
    /// Puts another alternative, the second, in the place of one in the comparison.
    SwapCompared(AltId, AltId),
    /// Empties the comparison.
    ClearCompared,
    /// Shows or hides equal rows of the comparison.
    ToggleAllRows,
    /// Changes the people who decide together.
    Team(TeamAction),
    /// Replaces the whole state: by the back button, or by a link. The state has to belong to this
    /// catalog, like every decoded link.
    Replace(Box<State>),
}

impl State {
    /// Whether the cards are shown, and neither details nor a result.
    #[must_use]
    pub fn is_browsing(&self) -> bool {
        self.view == View::Browse && self.open.is_none()
    }

    /// The initial state.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        Self {
            view: View::default(),
            open: None,
            search: String::new(),
            chosen: Chosen::none(catalog.facets.len()),
            sort: None,
            answers: Answers::none(catalog.questions.len()),
            in_use: None,
            choice: None,
            split: false,
            compared: Vec::new(),
            all_rows: false,
            team: Vec::new(),
            person: None,
        }
    }

    /// The state after an action; none if the action changes nothing.
    #[must_use]
    pub fn apply(&self, catalog: &Catalog, action: Action) -> Option<Self> {
        let mut next = self.clone();
        match action {
            Action::Go(view) if view.is_in(catalog) => {
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
            Action::ClearAnswers => {
                next.answers = Answers::none(catalog.questions.len());
                next.choice = None;
            }
            Action::ToggleWithout(id) if id.index() < catalog.alternatives.len() => {
                next.answers.toggle_without(id);
            }
            Action::SetInUse(Some(id)) | Action::Choose(Some(id))
                if id.index() >= catalog.alternatives.len() => {}
            Action::SetInUse(id) => next.in_use = id,
            Action::Choose(id) => next.choice = id,
            Action::ToggleSplit => next.split = !next.split,
            Action::ToggleCompared(id) => next.toggle_compared(catalog, id),
            Action::SwapCompared(old, new) => next.swap_compared(catalog, old, new),
            Action::ClearCompared => next.compared.clear(),
            Action::ToggleAllRows => next.all_rows = !next.all_rows,
            Action::Team(change) => next.change_team(change),
            Action::Replace(state) => next = *state,
            // A question or an alternative that does not belong to this catalog.
            Action::Go(_) | Action::ToggleWithout(_) => {}
        }
        next.keep_person();
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
            None if question.is_condition() => Answer { musts: bit, ..Answer::wish(bit) },
            None => Answer::wish(bit),
            Some(old) if question.select == Select::One => {
                // Selecting a selected option clears it: the options of the first question are also
                // buttons over the list of cards.
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
        self.answers.set(id, answer.to(question));
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
        self.answers.set(id, answer.to(question));
    }

    fn toggle_compared(&mut self, catalog: &Catalog, id: AltId) {
        if let Some(at) = self.compared.iter().position(|other| *other == id) {
            self.compared.remove(at);
        } else if self.compared.len() < compare::MOST && id.index() < catalog.alternatives.len() {
            self.compared.push(id);
        }
    }

    /// One that is compared already changes places with the other.
    fn swap_compared(&mut self, catalog: &Catalog, old: AltId, new: AltId) {
        let place = |id| self.compared.iter().position(|other| *other == id);
        match (place(old), place(new)) {
            (Some(old), Some(new)) => self.compared.swap(old, new),
            (Some(old), None) if new.index() < catalog.alternatives.len() => {
                self.compared[old] = new;
            }
            _ => {}
        }
    }
}
