//! Where people differ, where they agree, and what to talk about first.

use super::people::People;
use super::{N_NAMED, tenths};
use crate::domain::catalog::{QuestionId, Select};
use crate::domain::decide::table::chosen;
use crate::domain::decide::{Answer, Cause, Importance};
use crate::domain::team::{Agreement, Talk, Team, Topic, talks};
use crate::report::{Explanation, Line, Tone};
use crate::text::{self, causes, msg};

pub(super) fn say(people: &People, team: &Team, topics: &[Topic], explanation: &mut Explanation) {
    let input = people.input;
    let talks = talks(team, topics);
    let Some(first) = talks.first() else {
        explanation.say(Tone::Plain, input.t(msg::TEAM_NO_DISPUTE));
        return alike(people, topics, explanation);
    };
    explanation.title(input.t(msg::TEAM_TALK));
    talk(people, team, topics, first, explanation);
    explanation.title(input.t(msg::TEAM_DIFFER));
    let topic_of = |talk: &Talk| topics.iter().find(|topic| topic.question == talk.question);
    for topic in talks.iter().filter_map(topic_of) {
        dispute(people, topic, explanation);
    }
    alike(people, topics, explanation);
}

/// What an agreement on the first question would change, with the ways to it.
fn talk(
    people: &People,
    team: &Team,
    topics: &[Topic],
    talk: &Talk,
    explanation: &mut Explanation,
) {
    let input = people.input;
    let question = &input.catalog.question(talk.question).label;
    let agreed = answer(people, talk.question, talk.answer);
    let names = input.names(&talk.effect.first, N_NAMED);
    let message = if talk.effect.turns { msg::TEAM_TALK_TURNS } else { msg::TEAM_TALK_NONE };
    let values = [("question", question.as_ref()), ("answer", &*agreed), ("names", &*names)];
    let mut said = input.tf(message, &values);
    let now = team.joint.least_regret();
    if let Some((after, before)) = talk.effect.regret.zip(now).filter(|(after, now)| after < now) {
        let (after, before) = (tenths(after.tenths()), tenths(before.tenths()));
        said.push(' ');
        said.push_str(&input.tf(msg::TEAM_TALK_REGRET, &[("after", &after), ("before", &before)]));
    }
    let others = topics.iter().filter(|topic| topic.question == talk.question);
    let others = others.flat_map(|topic| &topic.views).filter(|(it, _)| *it != talk.answer);
    let mut who: Vec<_> = others.flat_map(|(_, who)| who.iter().copied()).collect();
    who.sort_unstable();
    let link = |at: usize| {
        let label = input.tf(msg::TEAM_CHANGE, &[("name", &people.name(at))]);
        people.to_question(label, at, talk.question)
    };
    let links = who.into_iter().map(link).collect();
    explanation.line(Line { text: said, links, ..Line::default() });
}

/// The different answers to a question.
fn dispute(people: &People, topic: &Topic, explanation: &mut Explanation) {
    let input = people.input;
    let view = |(it, who): &(Answer, Vec<usize>)| {
        let (names, answer) = (people.names(who), answer(people, topic.question, *it));
        input.tf(msg::TEAM_VIEW, &[("names", &names), ("answer", &answer)])
    };
    let views: Vec<_> = topic.views.iter().map(view).collect();
    let question = &input.catalog.question(topic.question).label;
    let values = [("question", question.as_ref()), ("views", &*views.join("; "))];
    let mut said = input.tf(msg::TEAM_DIFFER_ON, &values);
    if let Some(over) = topic.over {
        let n = ((topic.apart + 10) / 20).to_string();
        said.push(' ');
        said.push_str(&input.tf(msg::TEAM_APART, &[("name", input.name(over)), ("n", &n)]));
    }
    let mut who: Vec<_> = topic.views.iter().flat_map(|(_, who)| who.iter().copied()).collect();
    who.sort_unstable();
    let link = |at: usize| people.to_question(people.name(at), at, topic.question);
    let links = who.into_iter().map(link).collect();
    explanation.line(Line { text: said, links, ..Line::default() });
}

/// The questions to which all answers are the same, and those that one person has answered.
fn alike(people: &People, topics: &[Topic], explanation: &mut Explanation) {
    let input = people.input;
    let lists = [(Agreement::Agreed, msg::TEAM_AGREED), (Agreement::Alone, msg::TEAM_ASKED_BY_ONE)];
    for (wanted, message) in lists {
        let found = topics.iter().filter(|topic| topic.agreement() == wanted);
        let views: Vec<_> = found
            .filter_map(|topic| topic.views.first().map(|view| (topic.question, view)))
            .map(|(question, (it, who))| {
                let label = &input.catalog.question(question).label;
                let mut said = [label, " (", &answer(people, question, *it)].concat();
                if wanted == Agreement::Alone {
                    said.push_str(": ");
                    said.push_str(&people.names(who));
                }
                said + ")"
            })
            .collect();
        if !views.is_empty() {
            let views = text::and_list(&views);
            explanation.say(Tone::Plain, input.tf(message, &[("views", &views)]));
        }
    }
}

/// An answer in words: its options, the must-haves among them, and how much it counts.
fn answer(people: &People, id: QuestionId, answer: Answer) -> String {
    let input = people.input;
    let question = input.catalog.question(id);
    let labels = |options: u32| match question.select {
        Select::All => {
            let each = chosen(options, question.options.len());
            let each: Vec<_> = each.map(|at| Cause { question: id, options: 1 << at }).collect();
            causes(input.catalog, &each)
        }
        Select::One | Select::Any => causes(input.catalog, &[Cause { question: id, options }]),
    };
    let mut said = labels(answer.options);
    let mut more = Vec::new();
    if answer.musts == answer.options {
        more.push(input.t(msg::RESULT_MUST_MET));
    } else if answer.musts != 0 {
        more.push(input.tf(msg::TEAM_MUST, &[("options", &labels(answer.musts))]));
    }
    if answer.importance != Importance::Normal {
        let n = answer.importance.weight().to_string();
        more.push(input.tf(msg::TEAM_COUNTS, &[("n", &n)]));
    }
    if !more.is_empty() {
        said = [&said, " (", &more.join(", "), ")"].concat();
    }
    said
}
