//! Reads the people of a team, and whose answers are shown.

use super::Reader;
use super::names::is_nearly_personal;
use crate::domain::catalog::QuestionId;
use crate::domain::decide::{Answer, Answers};
use crate::domain::query::Why;
use crate::domain::team::{LONGEST_NAME, Member};

impl Reader<'_> {
    /// The answers that the current parameter belongs to.
    pub(super) fn answers(&mut self) -> &mut Answers {
        match self.whose {
            Some(_) => &mut self.member().answers,
            None => &mut self.state.answers,
        }
    }

    /// The answer to a question that the current parameter belongs to.
    pub(super) fn given(&self, id: QuestionId) -> Option<Answer> {
        match self.whose {
            Some(at) => self.people.get(at)?.as_ref()?.answers.get(id),
            None => self.state.answers.get(id),
        }
    }

    /// The person that the current parameter belongs to.
    pub(super) fn member(&mut self) -> &mut Member {
        let none = Answers::none(self.catalog.questions.len());
        let at = self.whose.unwrap_or_default();
        while self.people.len() <= at {
            self.people.push(None);
        }
        self.people[at].get_or_insert_with(|| Member { name: String::new(), answers: none })
    }

    pub(super) fn read_personal(&mut self, name: &str, own: &str, value: &str) {
        match own {
            "name" => {
                let text = self.text(name, value, LONGEST_NAME);
                self.member().rename(&text);
            }
            "without" => self.read_without(name, value),
            _ if is_nearly_personal(own) => self.ignore(name, value, Why::UnknownParameter),
            _ => {}
        }
    }

    /// Finds the person whose answers are shown. Numbers that are left out are closed up.
    pub(super) fn find_person(&mut self) {
        let Some((at, value)) = self.person.take() else {
            return;
        };
        self.at = at;
        let place = value.parse().ok().and_then(|number: usize| number.checked_sub(1));
        let found = place.and_then(|place| Some((place, self.people.get(place)?.as_ref()?)));
        match found {
            None => self.ignore("person", &value, Why::UnknownValue),
            // The link has answers of its own, and those of the person.
            Some((_, member))
                if !self.state.answers.is_blank() && self.state.answers != member.answers =>
            {
                self.ignore("person", &value, Why::Repeated);
            }
            Some((place, _)) => {
                let before = self.people[..place].iter().flatten().count();
                self.state.person = u8::try_from(before).ok();
            }
        }
    }
}
