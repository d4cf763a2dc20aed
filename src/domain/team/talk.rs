//! What to talk about first: the question on which an agreement would change who comes first, or else
//! lower the greatest regret the most (decision model, 4.5).
//!
//! For each question with different answers, each of these is given to everybody who answered it, and
//! both rankings are computed again. Where nobody is left, a question may be one to talk about whatever
//! the answers are: there its must-haves may also become wishes.

use core::cmp::Ordering;

use super::Team;
use super::joint::{best, means, pool, regrets, worst_first};
use super::opinion::{Opinion, Share};
use super::topic::Topic;
use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::decide::Answer;
use crate::domain::sort;

/// A question to talk about, and the agreement on it that matters most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// The question.
    pub question: QuestionId,
    /// The answer to agree on.
    pub answer: Answer,
    /// Whether that is an answer that somebody gave, with its must-haves as wishes.
    pub softened: bool,
    /// What that would change.
    pub effect: Effect,
}

/// What comes out after an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Who comes first by the mean, in the order of the list; none if nobody is ranked.
    pub first: Vec<AltId>,
    /// Whether somebody is, and these are others than now.
    pub turns: bool,
    /// What the worst off has to give up at least; none if nobody is ranked or has a score.
    pub regret: Option<Share>,
}

/// The questions with different answers, and all with must-haves where nobody is ranked; the one to
/// talk about first in front: those that would change who comes first, then those that leave the
/// least greatest regret, then those with the greatest distance between answers, then in question
/// order.
#[must_use]
pub fn talks(team: &Team, topics: &[Topic]) -> Vec<Talk> {
    let now = outcome(team, &team.opinions);
    let nobody = now.first.is_empty();
    let requires = |topic: &Topic| topic.views.iter().any(|(answer, _)| answer.musts != 0);
    let asked = topics.iter().filter(|topic| topic.views.len() > 1 || nobody && requires(topic));
    let found: Vec<_> =
        asked.filter_map(|topic| Some((topic.distance, talk(team, topic, &now)?))).collect();
    let order = sort::positions(found.len(), &|one, other| {
        let ((one_distance, one), (other_distance, other)) = (&found[one], &found[other]);
        better(&one.effect, &other.effect).then(other_distance.cmp(one_distance))
    });
    order.into_iter().map(|at| found[at].1.clone()).collect()
}

fn talk(team: &Team, topic: &Topic, now: &Effect) -> Option<Talk> {
    let given = || topic.views.iter().map(|(answer, _)| *answer);
    let opinion = |answer| Opinion::of_answer(team.table, topic.question, answer);
    let before: Vec<_> = given().map(opinion).collect();
    let agreed = |answer: Answer, softened: bool| {
        let (mut opinions, after) = (team.opinions.clone(), opinion(answer));
        for (before, (_, people)) in before.iter().zip(&topic.views) {
            for person in people {
                opinions[*person].change(before, &after);
            }
        }
        let mut effect = outcome(team, &opinions);
        effect.turns = !effect.first.is_empty() && effect.first != now.first;
        Talk { question: topic.question, answer, softened, effect }
    };
    let required = given().filter(|answer| now.first.is_empty() && answer.musts != 0);
    let softened = required.map(|answer| agreed(Answer { musts: 0, ..answer }, true));
    // The first of equals, which most people have given already.
    let mut all = given().map(|answer| agreed(answer, false)).chain(softened);
    let first = all.next()?;
    Some(all.fold(
        first,
        |best, next| {
            if better(&next.effect, &best.effect).is_lt() { next } else { best }
        },
    ))
}

/// Orders effects, the one that matters more first.
fn better(one: &Effect, other: &Effect) -> Ordering {
    // Nobody ranked is worse than any regret.
    let regret = |effect: &Effect| (effect.first.is_empty(), effect.regret.unwrap_or(Share::NONE));
    other.turns.cmp(&one.turns).then(regret(one).cmp(&regret(other)))
}

/// What comes out of some opinions, without the rankings of all others.
fn outcome(team: &Team, opinions: &[Opinion]) -> Effect {
    let pool = pool(team.table.listed(), opinions);
    let means = means(&pool, opinions);
    let most = means.sums.iter().max();
    let first = pool.iter().zip(&means.sums).filter(|(_, sum)| Some(*sum) == most);
    let first = first.map(|(id, _)| *id).collect();
    let best = best(&pool, opinions);
    let all = pool.iter().map(|id| regrets(*id, &best, opinions));
    let least = all.min_by(|one, other| worst_first(one, other));
    let regret = least.and_then(|regrets| regrets.first().map(|(_, share)| *share));
    Effect { first, turns: false, regret }
}
