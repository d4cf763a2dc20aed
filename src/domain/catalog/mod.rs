//! The runtime model of the catalog: checked, with references resolved to indices.
//!
//! `authoring` checks the files that people write and converts them to this model; apart from that,
//! only tests create catalogs.
//!
//! Nothing here parses or validates: a [`Catalog`] is taken to be consistent. It holds no judgement
//! in code; what a fact is worth is data in [`Question`].

mod alternative;
mod criterion;
mod date;
mod evidence;
mod facet;
mod former;
mod freshness;
mod history;
mod ids;
mod question;

pub use alternative::{Alternative, Fact, Value};
pub use criterion::{Criterion, Group, Kind, Scale, ScaleValue};
pub use date::Date;
pub use evidence::{Backing, Dossier, Drawback, Evidence, Source};
pub use facet::{Facet, FacetTest, FacetValue, SortKey};
pub use former::Former;
pub use freshness::Freshness;
pub use history::{Edition, Past};
pub use ids::{AltId, CriterionId, FacetId, QuestionId};
use implicit_clone::unsync::IString;
pub use question::{Choice, Combine, Faq, OptionGroup, Question, Reason, Select, Term};
use serde::{Deserialize, Serialize};

/// The greatest utility: the requirement is fully met. Utilities are integers 0..=`FULL`.
pub const FULL: u16 = 1000;

/// The whole catalog, each list in display order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Catalog {
    /// What the catalog is about.
    pub subject: Subject,
    /// The groups of criteria, in reading order.
    pub groups: Vec<Group>,
    /// The scales of the facts.
    pub scales: Vec<Scale>,
    /// The criteria that describe every alternative.
    pub criteria: Vec<Criterion>,
    /// The facets to filter by.
    pub facets: Vec<Facet>,
    /// The sort keys besides name, match and fit.
    pub sorts: Vec<SortKey>,
    /// The questionnaire, at most 64 questions.
    pub questions: Vec<Question>,
    /// Common questions with computed answers.
    pub faqs: Vec<Faq>,
    /// The alternatives, sorted by id.
    pub alternatives: Vec<Alternative>,
    /// The ids that are gone, for links that name them.
    pub former: Vec<Former>,
    /// Older catalogs, the oldest first. It is not embedded with the rest: only the program that speaks of
    /// old links needs it.
    #[serde(skip)]
    pub history: Vec<Edition>,
}

/// The subject of a catalog, and the words that the interface uses for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// A stable name for the catalog, kebab-case.
    pub id: IString,
    /// The title of the page.
    pub title: IString,
    /// One sentence on what the page has; `{n}` is the number of alternatives, `{facts}` that of
    /// the facts about each.
    pub intro: IString,
    /// Examples of what can be searched for; empty if there are none.
    pub search_hint: IString,
    /// The singular noun for an alternative, such as "framework".
    pub one: IString,
    /// The plural noun.
    pub many: IString,
    /// The catalog's own date: no fact is newer.
    pub date: Date,
    /// The criteria that a card shows next to the name.
    pub badges: Vec<CriterionId>,
    /// The criteria whose values a card lists.
    pub lists: Vec<CriterionId>,
    /// The criteria that say what an alternative is for, the most important first: what a search
    /// finds in them comes before what it finds in others.
    pub purposes: Vec<CriterionId>,
    /// Words that a search leaves out, because they tell no alternatives apart.
    pub stop_words: Vec<IString>,
    /// The criterion of which a combination should need as few values as possible, such as the
    /// languages that a team has to know.
    pub shared: Option<CriterionId>,
    /// The criterion whose level decides in which order equals are listed, before their names. It
    /// changes no rank.
    pub ties: Option<CriterionId>,
    /// The order of the cards while nothing is asked for, as an index of [`Catalog::sorts`]; by name
    /// if there is none.
    pub first_sort: Option<u8>,
    /// The folder of the entries' files, inside the catalog's.
    pub folder: IString,
    /// The page of the project that publishes this page; none if the build names none.
    pub repository: Option<IString>,
    /// Where a fact can be contested: the address at which an issue is opened, which takes `title`
    /// and `body`. Without one the reader copies the correction as text.
    pub contest: Option<IString>,
    /// Whether each alternative is shown with a mark: its own, or else its initial.
    pub has_marks: bool,
}

impl Catalog {
    /// The alternative with an id.
    ///
    /// # Panics
    /// If the id is out of range.
    #[must_use]
    pub fn alternative(&self, id: AltId) -> &Alternative {
        &self.alternatives[id.index()]
    }

    /// The criterion with an id.
    ///
    /// # Panics
    /// If the id is out of range.
    #[must_use]
    pub fn criterion(&self, id: CriterionId) -> &Criterion {
        &self.criteria[id.index()]
    }

    /// The question with an id.
    ///
    /// # Panics
    /// If the id is out of range.
    #[must_use]
    pub fn question(&self, id: QuestionId) -> &Question {
        &self.questions[id.index()]
    }

    /// The facet with an id.
    ///
    /// # Panics
    /// If the id is out of range.
    #[must_use]
    pub fn facet(&self, id: FacetId) -> &Facet {
        &self.facets[id.index()]
    }

    /// The scale of a criterion's facts; none for text and dates.
    #[must_use]
    pub fn scale_of(&self, id: CriterionId) -> Option<&Scale> {
        match self.criterion(id).kind {
            Kind::One(scale) | Kind::Many(scale) => self.scales.get(usize::from(scale)),
            Kind::Text | Kind::Date => None,
        }
    }

    /// All facts with their criteria, alternative by alternative.
    pub fn facts(&self) -> impl Iterator<Item = (&Criterion, &Fact)> {
        self.alternatives.iter().flat_map(|entry| self.criteria.iter().zip(&entry.facts))
    }

    /// The ids of all alternatives, in catalog order.
    pub fn alternative_ids(&self) -> impl ExactSizeIterator<Item = AltId> + use<> {
        (0..u16::try_from(self.alternatives.len()).unwrap_or(u16::MAX)).map(AltId)
    }

    /// The ids of all questions, in catalog order.
    pub fn question_ids(&self) -> impl ExactSizeIterator<Item = QuestionId> + use<> {
        (0..u8::try_from(self.questions.len()).unwrap_or(u8::MAX)).map(QuestionId)
    }

    /// The ids of all facets, in catalog order.
    pub fn facet_ids(&self) -> impl ExactSizeIterator<Item = FacetId> + use<> {
        (0..u8::try_from(self.facets.len()).unwrap_or(u8::MAX)).map(FacetId)
    }

    /// The ids of all criteria, in catalog order.
    pub fn criterion_ids(&self) -> impl ExactSizeIterator<Item = CriterionId> + use<> {
        (0..u8::try_from(self.criteria.len()).unwrap_or(u8::MAX)).map(CriterionId)
    }

    /// The catalog with only some of its alternatives, given by index. Everything else stays:
    /// questions and facets do not depend on which alternatives are included.
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

    /// The question with a stable id, present or former.
    #[must_use]
    pub fn find_question(&self, id: &str) -> Option<QuestionId> {
        let id = self.present("a", id);
        self.question_ids().find(|question| self.question(*question).id == id)
    }

    /// The position of the option of a question with a stable id, present or former.
    #[must_use]
    pub fn find_option(&self, question: QuestionId, id: &str) -> Option<usize> {
        let question = self.question(question);
        let id = self.present(&["a.", &question.id].concat(), id);
        question.options.iter().position(|option| option.id == id)
    }

    /// The facet with a stable id, present or former.
    #[must_use]
    pub fn find_facet(&self, id: &str) -> Option<FacetId> {
        let id = self.present("f", id);
        self.facet_ids().find(|facet| self.facet(*facet).id == id)
    }

    /// The position of the value of a facet with a stable id, present or former.
    #[must_use]
    pub fn find_facet_value(&self, facet: FacetId, id: &str) -> Option<usize> {
        let facet = self.facet(facet);
        let id = self.present(&["f.", &facet.id].concat(), id);
        facet.values.iter().position(|value| value.id == id)
    }

    /// The position of the sort key with a stable id, present or former.
    #[must_use]
    pub fn find_sort(&self, id: &str) -> Option<usize> {
        let id = self.present("sort", id);
        self.sorts.iter().position(|key| key.id == id)
    }

    /// The id that an id of a link has today.
    fn present<'a>(&'a self, of: &str, id: &'a str) -> &'a str {
        let gone = self.former.iter().find(|former| former.of == of && former.was == id);
        gone.map_or(id, |former| former.now.as_ref())
    }

    /// The criterion with a stable id.
    #[must_use]
    pub fn find_criterion(&self, id: &str) -> Option<CriterionId> {
        self.criterion_ids().find(|criterion| self.criterion(*criterion).id == id)
    }
}
