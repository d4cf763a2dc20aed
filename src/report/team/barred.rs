//! Who is not ranked for all, with whose must-haves stand in the way, and what to give up where nobody
//! is left.

use super::N_NAMED;
use super::people::People;
use crate::domain::catalog::AltId;
use crate::domain::decide::{AnswerChange, Answers, apply};
use crate::domain::team::{Barred, Concession, Objection, Obstacle, Team, concessions, objections};
use crate::report::{Explanation, Line, Tone};
use crate::text::{self, causes, msg};

/// How many ways out are listed.
const N_WAYS: usize = 6;

/// Those with the same causes in one line.
pub(in crate::report) fn say(people: &People, explanation: &mut Explanation) {
    let input = people.input;
    let barred = objections(input.table, people.members);
    if barred.is_empty() {
        return;
    }
    explanation.title(input.t(msg::TEAM_BARRED));
    let mut groups: Vec<(Vec<String>, bool, Vec<AltId>)> = Vec::new();
    for one in &barred {
        let is_unknown = one.fails.is_empty();
        let said = barring(people, one);
        match groups.iter_mut().find(|(known, unknown, _)| *known == said && *unknown == is_unknown)
        {
            Some((.., ids)) => ids.push(one.alternative),
            None => groups.push((said, is_unknown, vec![one.alternative])),
        }
    }
    for (said, is_unknown, ids) in groups {
        let message = if is_unknown { msg::TEAM_BARRED_UNKNOWN } else { msg::TEAM_BARRED_FOR };
        let values = [
            ("names", &*text::names(input.catalog, ids.into_iter())),
            ("causes", &*said.join("; ")),
        ];
        explanation.say(Tone::Plain, input.tf(message, &values));
    }
}

/// The causes of one that is not ranked, each with whose they are.
pub(in crate::report) fn barring(people: &People, one: &Barred) -> Vec<String> {
    let input = people.input;
    let objections = if one.fails.is_empty() { &one.unknown } else { &one.fails };
    let said = |objection: &Objection| {
        let name = people.name(objection.person);
        match objection.obstacle {
            Obstacle::Must(must) => {
                let options = causes(input.catalog, &[must]);
                input.tf(msg::TEAM_CAUSE, &[("options", &options), ("name", &name)])
            }
            Obstacle::TakenOut(_) => input.tf(msg::TEAM_TAKEN_OUT, &[("name", &name)]),
        }
    };
    objections.iter().map(said).collect()
}

/// The smallest sets of must-haves to give up; nothing while somebody is ranked.
pub(in crate::report) fn give_up(people: &People, team: &Team, explanation: &mut Explanation) {
    let input = people.input;
    if !team.joint.by_mean.is_empty() {
        return;
    }
    explanation.title(input.t(msg::TEAM_GIVE_UP));
    let ways = concessions(&objections(input.table, people.members));
    for way in ways.iter().take(N_WAYS) {
        let what: Vec<_> = way
            .dropped
            .chunk_by(|one, other| one.person == other.person)
            .flat_map(|of_one| given_up(people, of_one))
            .collect();
        let names = input.names(&way.returns, N_NAMED);
        let values = [("what", &*text::and_list(&what)), ("names", &*names)];
        let text = input.tf(msg::TEAM_GIVE_UP_ONE, &values);
        let link = people.with_answers(input.t(msg::TEAM_GIVE_UP_TRY), relaxed(people, way));
        explanation.line(Line { text, links: vec![link], ..Line::default() });
    }
    if let Some(n_more) = ways.len().checked_sub(N_WAYS).filter(|n_more| *n_more > 0) {
        explanation.say(Tone::Muted, input.words.count(msg::TEAM_GIVE_UP_MORE, n_more));
    }
}

/// What one person gives up, in words.
fn given_up(people: &People, objections: &[Objection]) -> Vec<String> {
    let input = people.input;
    let name = objections.first().map(|one| people.name(one.person)).unwrap_or_default();
    let (mut musts, mut back) = (Vec::new(), Vec::new());
    for objection in objections {
        match objection.obstacle {
            Obstacle::Must(must) => musts.push(must),
            Obstacle::TakenOut(id) => back.push(id),
        }
    }
    let mut said = Vec::new();
    if !musts.is_empty() {
        let options = causes(input.catalog, &musts);
        said.push(input.tf(msg::TEAM_GIVE_UP_PERSON, &[("name", &name), ("options", &options)]));
    }
    if !back.is_empty() {
        let names = input.names(&back, N_NAMED);
        said.push(input.tf(msg::TEAM_GIVE_UP_OUT, &[("name", &name), ("names", &names)]));
    }
    said
}

/// Everybody's answers after that. A must-have that is given up stays a wish.
fn relaxed(people: &People, way: &Concession) -> Vec<Answers> {
    let mut all: Vec<_> = people.members.iter().map(|member| member.answers.clone()).collect();
    for objection in &way.dropped {
        let answers = &mut all[objection.person];
        match objection.obstacle {
            Obstacle::Must(must) => {
                *answers = apply(people.input.table, answers, AnswerChange::DropMust(must));
            }
            Obstacle::TakenOut(id) => answers.toggle_without(id),
        }
    }
    all
}
