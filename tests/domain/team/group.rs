//! Several people over one table, for properties of what they decide together.

use proptest::collection::vec;
use proptest::prelude::*;
use stackfit::domain::catalog::{AltId, QuestionId};
use stackfit::domain::decide::rank::Verdict;
use stackfit::domain::decide::{Answer, Answers, UtilityTable};
use stackfit::domain::team::{Member, Team};

use test_support::reference;
use test_support::strategies::{
    Form, Instance, answers_to, divided_instances, instances, known_instances, near_instances,
};

/// Some people, and the table that they answer on.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) instance: Instance,
    pub(super) people: Vec<Member>,
}

impl Group {
    pub(super) fn table(&self) -> UtilityTable {
        self.instance.table()
    }

    /// `N` and `W` of a person for an alternative, in the plainest way.
    pub(super) fn points(&self, person: usize, id: AltId) -> (i128, i128) {
        let (low, high, weight) =
            reference::points(&self.table(), &self.people[person].answers, id);
        (i128::from(low + high), i128::from(weight))
    }

    /// The people with a score.
    pub(super) fn scored(&self) -> Vec<usize> {
        let first = AltId(0);
        (0..self.people.len()).filter(|at| self.points(*at, first).1 > 0).collect()
    }

    /// Whether everybody accepts an alternative.
    pub(super) fn is_accepted(&self, id: AltId) -> bool {
        let table = self.table();
        self.people.iter().all(|person| {
            let musts = reference::must_haves(&table, &person.answers);
            !person.answers.without().contains(&id)
                && musts.iter().all(|it| reference::verdict(&table, id, *it) == Verdict::Passes)
        })
    }

    /// Those whom everybody accepts.
    pub(super) fn pool(&self) -> Vec<AltId> {
        self.table().alternatives().filter(|id| self.is_accepted(*id)).collect()
    }

    pub(super) fn with<T>(&self, look: impl Fn(&Team) -> T) -> T {
        let table = self.table();
        look(&Team::new(&table, &self.people))
    }
}

/// One to four people; about one of four has must-haves, and one of eight takes somebody out.
pub(super) fn groups() -> BoxedStrategy<Group> {
    groups_of(4)
}

/// The same people with more must-haves, so that often nobody is left.
pub(super) fn strict_groups() -> BoxedStrategy<Group> {
    groups_of(1)
}

fn groups_of(one_in: u8) -> BoxedStrategy<Group> {
    let tables = prop_oneof![3 => known_instances(), 2 => instances(), 1 => near_instances(), 2 => divided_instances()];
    tables
        .prop_flat_map(move |instance| {
            let forms: Vec<_> = instance.shapes.iter().map(Form::of).collect();
            let person = (
                answers_to(forms),
                0..one_in,
                prop_oneof![7 => Just(None), 1 => (0..instance.n).prop_map(Some)],
            );
            (vec(person, 1..=4), Just(instance))
        })
        .prop_map(|(people, instance)| {
            let person = |(mut answers, must, out): (Answers, u8, Option<usize>)| {
                let given: Vec<_> = answers.iter().collect();
                for (question, answer) in given {
                    let musts = if must == 0 { answer.musts } else { 0 };
                    answers.set(question, Some(Answer { musts, ..answer }));
                }
                if let Some(at) = out {
                    answers.toggle_without(AltId(u16::try_from(at).unwrap()));
                }
                Member { name: String::new(), answers }
            };
            Group { instance, people: people.into_iter().map(person).collect() }
        })
        .boxed()
}

/// The group in which some people give another answer.
pub(super) fn agreed(group: &Group, people: &[usize], id: QuestionId, answer: Answer) -> Group {
    let mut group = group.clone();
    for at in people {
        group.people[*at].answers.set(id, Some(answer));
    }
    group
}
