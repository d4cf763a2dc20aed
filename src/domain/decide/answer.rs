//! A reader's answers: one per question, with an importance and must-haves, and the alternatives
//! that the reader takes out.
//!
//! There is no neutral answer worth half the points: a reader without a preference skips the
//! question.

use crate::domain::catalog::{AltId, Question, QuestionId, Select};

/// How much an answer counts. There is no "off": a question that does not count has no answer.
///
/// The weights double from step to step, as in Wahl-O-Mat and SMART's geometric grades.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Importance {
    /// Counts once.
    #[default]
    Normal,
    /// Counts twice.
    Important,
    /// Counts four times.
    VeryImportant,
}

impl Importance {
    /// All, from the lowest.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Important, Self::VeryImportant];

    /// Its name in links and documents.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Important => "important",
            Self::VeryImportant => "very-important",
        }
    }

    /// The importance with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|importance| importance.name() == name)
    }

    /// The weight: 1, 2 or 4.
    #[must_use]
    pub const fn weight(self) -> u32 {
        match self {
            Self::Normal => 1,
            Self::Important => 2,
            Self::VeryImportant => 4,
        }
    }
}

/// The answer to one question. Bit `i` of a set stands for option `i`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Answer {
    /// The options chosen; never empty in an [`Answers`].
    pub options: u32,
    /// The chosen options that are must-haves. They filter. If one or any option is enough, either
    /// none or all of them are.
    pub musts: u32,
    /// How much the options count that give points.
    pub importance: Importance,
    /// Whether must-haves give points as well: where they can be met more or less well, see
    /// [`Question::is_graded`]. Elsewhere all that meet them would have the same points.
    pub graded: bool,
}

impl Answer {
    /// An answer of normal importance, without a must-have.
    #[must_use]
    pub const fn wish(options: u32) -> Self {
        Self { options, musts: 0, importance: Importance::Normal, graded: false }
    }

    /// The options that give points.
    #[must_use]
    pub const fn scoring(self) -> u32 {
        if self.graded { self.options } else { self.options & !self.musts }
    }

    /// The weight of this answer in the score: 0 if none of its options gives points.
    #[must_use]
    pub const fn weight(self) -> u32 {
        if self.scoring() == 0 { 0 } else { self.importance.weight() }
    }

    /// The same answer without everything that the question does not allow; none if nothing is
    /// left.
    #[must_use]
    pub fn fitted(self, select: Select, n_options: usize, can_must: bool) -> Option<Self> {
        let mask = if n_options >= 32 { u32::MAX } else { (1 << n_options) - 1 };
        let mut options = self.options & mask;
        if select == Select::One {
            options &= options.wrapping_neg();
        }
        let mut musts = if can_must { self.musts & options } else { 0 };
        if select != Select::All && musts != 0 {
            musts = options;
        }
        (options != 0).then_some(Self { options, musts, ..self })
    }

    /// The same answer as a question takes it, see [`Self::fitted`].
    #[must_use]
    pub fn to(self, question: &Question) -> Option<Self> {
        let answer = Self { graded: question.is_graded(), ..self };
        answer.fitted(question.select, question.options.len(), question.can_must)
    }
}

/// The answers to a questionnaire, one slot per question, and the alternatives that the reader takes
/// out whatever they score. Who is taken out is in no ranking, and in nothing that is said of one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answers {
    given: Vec<Option<Answer>>,
    /// In catalog order.
    without: Vec<AltId>,
}

impl Answers {
    /// No answers to `n_questions` questions.
    #[must_use]
    pub fn none(n_questions: usize) -> Self {
        Self { given: vec![None; n_questions], without: Vec::new() }
    }

    /// The answer to a question; none while it is open.
    #[must_use]
    pub fn get(&self, question: QuestionId) -> Option<Answer> {
        self.given.get(question.index()).copied().flatten()
    }

    /// Sets or clears the answer to a question. A question out of range is ignored.
    pub fn set(&mut self, question: QuestionId, answer: Option<Answer>) {
        if let Some(place) = self.given.get_mut(question.index()) {
            *place = answer;
        }
    }

    /// All answers given, in question order.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, Answer)> {
        (0_u8..).zip(&self.given).filter_map(|(at, answer)| Some((QuestionId(at), (*answer)?)))
    }

    /// The alternatives that are taken out, in catalog order.
    #[must_use]
    pub fn without(&self) -> &[AltId] {
        &self.without
    }

    /// Takes an alternative out, or brings it back.
    pub fn toggle_without(&mut self, alternative: AltId) {
        match self.without.binary_search(&alternative) {
            Ok(at) => {
                self.without.remove(at);
            }
            Err(at) => self.without.insert(at, alternative),
        }
    }

    /// How many questions are answered.
    #[must_use]
    pub fn n_given(&self) -> usize {
        self.given.iter().flatten().count()
    }

    /// Whether no question is answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.n_given() == 0
    }

    /// Whether no question is answered, and nobody is taken out.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.is_empty() && self.without.is_empty()
    }

    /// The sum of the weights, `W`: 0 if no question gives points.
    #[must_use]
    pub fn total_weight(&self) -> u32 {
        self.given.iter().flatten().map(|answer| answer.weight()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn important(options: u32) -> Answer {
        Answer { importance: Importance::Important, ..Answer::wish(options) }
    }

    #[test]
    fn fitting_keeps_only_what_the_question_can_have() {
        let wild = Answer { musts: 0b10, ..important(0b1111_0110) };
        let one = wild.fitted(Select::One, 4, true).unwrap();
        assert_eq!((one.options, one.musts), (0b10, 0b10));
        let any = wild.fitted(Select::Any, 4, true).unwrap();
        assert_eq!((any.options, any.musts), (0b110, 0b110));
        let all = wild.fitted(Select::All, 4, true).unwrap();
        assert_eq!((all.options, all.musts, all.scoring()), (0b110, 0b10, 0b100));
        assert_eq!(wild.fitted(Select::All, 1, true), None);
        assert_eq!(wild.fitted(Select::All, 4, false).unwrap().musts, 0);
    }

    #[test]
    fn an_answer_that_is_all_must_haves_gives_no_points() {
        let answer = Answer { musts: 1, ..important(1) };
        assert_eq!(answer.weight(), 0);
    }

    #[test]
    fn a_must_have_that_can_be_met_more_or_less_well_gives_points() {
        let answer = Answer { musts: 1, graded: true, ..important(0b11) };
        assert_eq!((answer.scoring(), answer.weight()), (0b11, 2));
    }
}
