//! The catalog as the program uses it: checked, resolved to indexes, cheap to copy around.
//!
//! This is the runtime model.
//! The form in which people write it is `authoring`, which checks it and turns it into this; nothing
//! else makes a catalog, apart from tests that generate one.
//!
//! Nothing here parses or validates: a [`Catalog`] is taken to be consistent. It holds no judgement
//! in code; what a fact is worth is data in [`Question`].

mod alternative;
mod criterion;
mod date;
mod evidence;
mod facet;
mod freshness;
mod ids;
mod question;

pub use alternative::{Alternative, Fact, Value};
pub use criterion::{Criterion, Group, Kind, Scale, ScaleValue};
pub use date::Date;
pub use evidence::{Backing, Dossier, Drawback, Evidence, Source};
pub use facet::{Facet, FacetTest, FacetValue, SortKey};
pub use freshness::Freshness;
pub use ids::{AltId, CriterionId, FacetId, QuestionId};
use implicit_clone::unsync::IString;
pub use question::{Choice, Combine, Faq, Question, Reason, Select, Term};
use serde::{Deserialize, Serialize};

/// The greatest utility: "meets fully what was asked for". Utilities are integers 0..=`FULL`.
pub const FULL: u16 = 1000;

/// Everything there is to know and to ask, in the order in which it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Catalog {
    /// What the catalog is about.
    pub subject: Subject,
    /// The groups of criteria, in reading order.
    pub groups: Vec<Group>,
    /// The scales that facts are given on.
    pub scales: Vec<Scale>,
    /// What every alternative is described by.
    pub criteria: Vec<Criterion>,
    /// What can be filtered on.
    pub facets: Vec<Facet>,
    /// What can be sorted by, besides name, match and fit.
    pub sorts: Vec<SortKey>,
    /// The questionnaire, at most 64 questions.
    pub questions: Vec<Question>,
    /// Common questions with computed answers.
    pub faqs: Vec<Faq>,
    /// The things to choose from, sorted by id.
    pub alternatives: Vec<Alternative>,
}

/// What a catalog is about, and the words the interface uses for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// A stable name for the catalog, kebab-case.
    pub id: IString,
    /// The title of the page.
    pub title: IString,
    /// One sentence on what the page does.
    pub intro: IString,
    /// The word for one alternative, such as "framework".
    pub one: IString,
    /// The word for several.
    pub many: IString,
    /// The catalog's own date: no fact is newer.
    pub date: Date,
    /// The criteria that a card shows beside the name.
    pub badges: Vec<CriterionId>,
    /// The criteria whose values a card lists.
    pub lists: Vec<CriterionId>,
    /// The criterion of which a combination should need as few values as it can, such as the
    /// languages that a team has to know.
    pub shared: Option<CriterionId>,
    /// Where a fact can be contested; none where nobody takes that up.
    pub contest: Option<Contest>,
}

/// Where a fact can be contested, and how its file is called there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contest {
    /// The address at which an issue is opened; it takes `title` and `body`.
    pub url: IString,
    /// The folder of the files of the entries, in the catalog's.
    pub folder: IString,
}

impl Catalog {
    /// The alternative at a position.
    ///
    /// # Panics
    /// Where the position is not of this catalog.
    #[must_use]
    pub fn alternative(&self, id: AltId) -> &Alternative {
        &self.alternatives[id.index()]
    }

    /// The criterion at a position.
    ///
    /// # Panics
    /// Where the position is not of this catalog.
    #[must_use]
    pub fn criterion(&self, id: CriterionId) -> &Criterion {
        &self.criteria[id.index()]
    }

    /// The question at a position.
    ///
    /// # Panics
    /// Where the position is not of this catalog.
    #[must_use]
    pub fn question(&self, id: QuestionId) -> &Question {
        &self.questions[id.index()]
    }

    /// The facet at a position.
    ///
    /// # Panics
    /// Where the position is not of this catalog.
    #[must_use]
    pub fn facet(&self, id: FacetId) -> &Facet {
        &self.facets[id.index()]
    }

    /// The scale that a criterion's facts are given on; none for text and dates.
    #[must_use]
    pub fn scale_of(&self, id: CriterionId) -> Option<&Scale> {
        match self.criterion(id).kind {
            Kind::One(scale) | Kind::Many(scale) => self.scales.get(usize::from(scale)),
            Kind::Text | Kind::Date => None,
        }
    }

    /// The positions of all alternatives, in catalog order.
    pub fn alternative_ids(&self) -> impl ExactSizeIterator<Item = AltId> + use<> {
        (0..u16::try_from(self.alternatives.len()).unwrap_or(u16::MAX)).map(AltId)
    }

    /// The positions of all questions, in catalog order.
    pub fn question_ids(&self) -> impl ExactSizeIterator<Item = QuestionId> + use<> {
        (0..u8::try_from(self.questions.len()).unwrap_or(u8::MAX)).map(QuestionId)
    }

    /// The positions of all facets, in catalog order.
    pub fn facet_ids(&self) -> impl ExactSizeIterator<Item = FacetId> + use<> {
        (0..u8::try_from(self.facets.len()).unwrap_or(u8::MAX)).map(FacetId)
    }

    /// The positions of all criteria, in catalog order.
    pub fn criterion_ids(&self) -> impl ExactSizeIterator<Item = CriterionId> + use<> {
        (0..u8::try_from(self.criteria.len()).unwrap_or(u8::MAX)).map(CriterionId)
    }

    /// The catalog with only the alternatives that are kept, by position. Everything else stays: what
    /// is asked and filtered on does not depend on who is there.
    #[must_use]
    pub fn restricted(mut self, kept: &[AltId]) -> Self {
        let mut at = 0;
        self.alternatives.retain(|_| {
            at += 1;
            kept.iter().any(|id| id.index() + 1 == at)
        });
        self
    }

    /// The alternative with a stable id.
    #[must_use]
    pub fn find_alternative(&self, id: &str) -> Option<AltId> {
        self.alternative_ids().find(|alt| self.alternative(*alt).id == id)
    }

    /// The question with a stable id.
    #[must_use]
    pub fn find_question(&self, id: &str) -> Option<QuestionId> {
        self.question_ids().find(|question| self.question(*question).id == id)
    }

    /// The facet with a stable id.
    #[must_use]
    pub fn find_facet(&self, id: &str) -> Option<FacetId> {
        self.facet_ids().find(|facet| self.facet(*facet).id == id)
    }

    /// The criterion with a stable id.
    #[must_use]
    pub fn find_criterion(&self, id: &str) -> Option<CriterionId> {
        self.criterion_ids().find(|criterion| self.criterion(*criterion).id == id)
    }
}
