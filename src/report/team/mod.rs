//! What several people's answers come to together: who fits all of them by two rules, where they
//! differ, what to talk about first, who would give up what, and who is not ranked for all.
//!
//! Names of people are texts of the reader; they are filled in and never read.

pub(super) mod barred;
pub(super) mod outcome;
pub(super) mod people;
pub(super) mod topics;

use super::{Explanation, ReportInput, Tone};
use crate::domain::catalog::AltId;
use crate::domain::sort::sort_by_number;
use crate::domain::state::{State, View};
use crate::domain::team::{self, Joint, Placed, Team};
use crate::text::msg;
use people::People;

/// How many names of alternatives a sentence lists.
const N_NAMED: usize = 6;

/// How many of those that meet all must-haves are named where nobody has points.
const N_LEFT: usize = 12;

/// How many characters of a query nearly every server takes; docs/decisions.md says why.
const LONGEST_LINK: usize = 8000;

/// All statements about the team.
pub(super) fn say(input: &ReportInput, explanation: &mut Explanation) {
    let members = &input.state.team;
    if members.is_empty() {
        return;
    }
    let team = Team::new(input.table, members);
    let people = People { input, members };
    if members.len() == 1 {
        explanation.say(Tone::Plain, input.t(msg::TEAM_ALONE));
        return;
    }
    let state = State { view: View::Team, team: members.clone(), ..State::new(input.catalog) };
    if input.link(String::new(), &state, String::new()).query.len() > LONGEST_LINK {
        explanation.say(Tone::Warning, input.words.count(msg::TEAM_LONG_LINK, LONGEST_LINK));
    }
    verdict(&people, &team, explanation);
    barred::give_up(&people, &team, explanation);
    let topics = team::topics(input.table, members);
    topics::say(&people, &team, &topics, explanation);
    outcome::say(&people, &team, explanation);
    barred::say(&people, explanation);
}

/// Who comes first by either rule.
fn verdict(people: &People, team: &Team, explanation: &mut Explanation) {
    let input = people.input;
    let unscored: Vec<_> = team.unscored().collect();
    let joint = &team.joint;
    let by_mean: Vec<_> = joint.first_by_mean().map(|placed| placed.alternative).collect();
    let mut by_regret: Vec<_> = joint.first_by_regret().map(|placed| placed.alternative).collect();
    sort_by_number(&mut by_regret, |id| id.0.into());
    let mut sorted = by_mean.clone();
    sort_by_number(&mut sorted, |id| id.0.into());
    let first = |message, ids: &[AltId]| {
        let values = [("names", &*input.names(ids, N_NAMED)), ("n", &*ids.len().to_string())];
        input.tf(message, &values)
    };
    if by_mean.is_empty() {
        explanation.say(Tone::Warning, input.t(msg::TEAM_NOBODY));
    } else if unscored.len() == people.members.len() {
        let all: Vec<_> = joint.by_mean.iter().map(|placed| placed.alternative).collect();
        let values = [("n", &*all.len().to_string()), ("names", &*input.names(&all, N_LEFT))];
        return explanation.say(Tone::Plain, input.tf(msg::TEAM_UNRANKED, &values));
    } else if sorted == by_regret {
        explanation.say(Tone::Plain, first(msg::TEAM_BOTH, &by_mean));
    } else {
        explanation.say(Tone::Plain, first(msg::TEAM_BY_MEAN, &by_mean));
        explanation.say(Tone::Plain, first(msg::TEAM_BY_REGRET, &by_regret));
    }
    for placed in outcomes(joint) {
        let mean = tenths(placed.mean_tenths.unwrap_or_default());
        let regret = tenths(placed.regrets.first().map_or(0, |(_, share)| share.tenths()));
        let name = input.name(placed.alternative);
        let values = [("name", name), ("mean", &*mean), ("regret", &*regret)];
        explanation.say(Tone::Plain, input.tf(msg::TEAM_FIGURES, &values));
    }
    if let Some(said) = without_points(people, &unscored) {
        explanation.say(Tone::Plain, said);
    }
}

/// Who has no answers that give points; nothing if all have.
pub(super) fn without_points(people: &People, unscored: &[usize]) -> Option<String> {
    let values = [("names", &*people.names(unscored)), ("n", &*unscored.len().to_string())];
    (!unscored.is_empty()).then(|| people.input.tf(msg::TEAM_UNSCORED, &values))
}

/// How many outcomes are told in detail.
const N_OUTCOMES: usize = 4;

/// Those who come first by either rule, each once.
pub(super) fn outcomes(joint: &Joint) -> Vec<&Placed> {
    let mut all: Vec<&Placed> = joint.first_by_mean().collect();
    for placed in joint.first_by_regret() {
        if all.iter().all(|other| other.alternative != placed.alternative) {
            all.push(placed);
        }
    }
    all.truncate(N_OUTCOMES);
    all
}

/// A number of tenths as words.
pub(super) fn tenths(tenths: u32) -> String {
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string()].concat()
}
