//! Agreement and dispute question by question, and what to talk about first, by trying every agreement.

use core::cmp::Reverse;

use proptest::prelude::*;
use stackfit::domain::catalog::AltId;
use stackfit::domain::decide::Answer;
use stackfit::domain::team::{Agreement, Share, Topic, talks, topics};

use super::group::{Group, agreed, groups, strict_groups};
use test_support::reference;
use test_support::strategies::cases;

/// Who comes first by the mean, and the least greatest regret.
fn outcome(group: &Group) -> (Vec<AltId>, Option<Share>) {
    group.with(|team| {
        let first = team.joint.first_by_mean().map(|placed| placed.alternative).collect();
        (first, team.joint.least_regret())
    })
}

/// How much an agreement matters: the least is the most.
fn matters(now: &[AltId], (first, regret): &(Vec<AltId>, Option<Share>)) -> impl Ord + use<> {
    let turns = !first.is_empty() && first != now;
    (Reverse(turns), first.is_empty(), regret.unwrap_or(Share::NONE))
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn topics_say_who_answered_what(group in groups()) {
        let table = group.table();
        let found = topics(&table, &group.people);
        for id in (0..).map(stackfit::domain::catalog::QuestionId).take(table.n_questions()) {
            let given: Vec<Option<Answer>> =
                group.people.iter().map(|person| person.answers.get(id)).collect();
            let topic = found.iter().find(|topic| topic.question == id);
            prop_assert_eq!(topic.is_some(), given.iter().any(Option::is_some));
            let Some(topic) = topic else { continue };
            let mut n = topic.silent.len();
            prop_assert!(topic.silent.iter().all(|at| given[*at].is_none()));
            for (answer, who) in &topic.views {
                prop_assert!(!who.is_empty() && who.iter().all(|at| given[*at] == Some(*answer)));
                n += who.len();
            }
            prop_assert_eq!(n, group.people.len(), "everybody is there once");
            prop_assert!(topic.views.is_sorted_by_key(|(_, who)| Reverse(who.len())));
            let mut different: Vec<Answer> = Vec::new();
            let mut options: Vec<u32> = Vec::new();
            for answer in given.iter().flatten() {
                if !different.contains(answer) {
                    different.push(*answer);
                }
                if !options.contains(&answer.options) {
                    options.push(answer.options);
                }
            }
            prop_assert_eq!(topic.views.len(), different.len());
            let expected = match (different.len(), options.len()) {
                (1, _) if n - topic.silent.len() == 1 => Agreement::Alone,
                (1, _) => Agreement::Agreed,
                (_, 1) => Agreement::Weighed,
                _ => Agreement::Disputed,
            };
            prop_assert_eq!(topic.agreement(), expected);
            let apart = |alternative| {
                let met = options.iter().map(|set| {
                    let (low, high) = reference::utility(&table, alternative, id, *set);
                    low + high
                });
                met.clone().max().unwrap() - met.min().unwrap()
            };
            let most = table.alternatives().map(apart).max().unwrap();
            prop_assert_eq!(u64::from(topic.distance), most);
            let first = table.alternatives().find(|id| most > 0 && apart(*id) == most);
            prop_assert_eq!(topic.over, first);
        }
    }

    #[test]
    fn what_to_talk_about_first_is_what_matters_most(group in prop_oneof![groups(), strict_groups()]) {
        let table = group.table();
        let topics = topics(&table, &group.people);
        let talks = group.with(|team| talks(team, &topics));
        let (now, _) = outcome(&group);
        // Where nobody is left, must-haves may become wishes.
        let candidates = |topic: &Topic| -> Vec<Answer> {
            let given = topic.views.iter().map(|(answer, _)| *answer);
            let required = given.clone().filter(|answer| now.is_empty() && answer.musts != 0);
            given.chain(required.map(|answer| Answer { musts: 0, ..answer })).collect()
        };
        let split: Vec<_> = topics.iter().filter(|topic| candidates(topic).len() > 1).collect();
        prop_assert_eq!(talks.len(), split.len());
        let mut before = None;
        for talk in &talks {
            let topic = split.iter().find(|topic| topic.question == talk.question).unwrap();
            let who: Vec<_> = topic.views.iter().flat_map(|(_, who)| who.iter().copied()).collect();
            let after = |answer| outcome(&agreed(&group, &who, talk.question, answer));
            let (first, regret) = after(talk.answer);
            prop_assert_eq!(&talk.effect.first, &first);
            prop_assert_eq!(talk.effect.regret, regret);
            prop_assert_eq!(talk.effect.turns, !first.is_empty() && first != now);
            prop_assert!(candidates(topic).contains(&talk.answer));
            let is_given = topic.views.iter().any(|(answer, _)| *answer == talk.answer);
            prop_assert!(talk.softened || is_given);
            prop_assert!(!talk.softened || (now.is_empty() && talk.answer.musts == 0));
            let most = candidates(topic).into_iter().map(|answer| matters(&now, &after(answer))).min();
            let own = matters(&now, &(first, regret));
            prop_assert!(most.as_ref() == Some(&own), "another answer matters more");
            let key = (own, Reverse(topic.distance));
            prop_assert!(before.is_none_or(|before| before <= key), "the order");
            before = Some(key);
        }
    }
}
