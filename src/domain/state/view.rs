//! The views of the app, and the steps of the questionnaire.

use crate::domain::catalog::{Catalog, QuestionId};
use crate::domain::decide::{Answers, Offers};

/// A view of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// The cards.
    #[default]
    Browse,
    /// The questionnaire.
    Fit(Step),
    /// The recommendation.
    Result,
    /// The comparison.
    Compare,
    /// Several people's answers beside each other.
    Team,
    /// The embedding instructions and configurator.
    Embed,
}

impl View {
    /// Every view; the questionnaire at its review.
    pub const ALL: [Self; 6] = [
        Self::Browse,
        Self::Fit(Step::Review),
        Self::Result,
        Self::Compare,
        Self::Team,
        Self::Embed,
    ];

    /// Its name in links, without the step of the questionnaire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Browse => "browse",
            Self::Fit(_) => "fit",
            Self::Result => "result",
            Self::Compare => "compare",
            Self::Team => "team",
            Self::Embed => "embed",
        }
    }

    /// The view with a name, for the questionnaire at its review; none if there is no such view.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }

    /// Whether it exists in this catalog.
    pub(super) fn is_in(self, catalog: &Catalog) -> bool {
        match self {
            Self::Fit(Step::Question(id)) => id.index() < catalog.questions.len(),
            Self::Fit(Step::Review)
            | Self::Browse
            | Self::Result
            | Self::Compare
            | Self::Team
            | Self::Embed => true,
        }
    }
}

/// A step of the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A question.
    Question(QuestionId),
    /// The review of all answers.
    Review,
}

impl Step {
    /// The first step: the first question to ask that is open, or the review.
    #[must_use]
    pub fn first_open(offers: &Offers, answers: &Answers) -> Self {
        offers.first_open(answers).map_or(Self::Review, Self::Question)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_is_listed_once_and_found_by_its_name() {
        for (at, view) in View::ALL.into_iter().enumerate() {
            // There is no wildcard, so that adding a view fails to compile here until this list is
            // updated.
            let place = match view {
                View::Browse => 0,
                View::Fit(_) => 1,
                View::Result => 2,
                View::Compare => 3,
                View::Team => 4,
                View::Embed => 5,
            };
            assert_eq!(at, place, "{view:?}");
            assert_eq!(View::named(view.name()), Some(view));
        }
        assert_eq!(View::named("nowhere"), None);
    }
}
