//! Where people differ, where they agree, and what to talk about first.

use super::people::People;
use super::{N_NAMED, tenths};
use crate::domain::catalog::{QuestionId, Select};
use crate::domain::decide::table::chosen;
use crate::domain::decide::{Answer, Cause, Importance};
use crate::domain::rounding::half_up;
use crate::domain::sort::sort_by_number;
use crate::domain::team::{Agreement, Share, Talk, Team, Topic, talks};
use crate::report::{Explanation, Line, Tone};
use crate::text::{self, Message, causes, msg};

pub(in crate::report) fn say(
    people: &People,
    team: &Team,
    topics: &[Topic],
    explanation: &mut Explanation,
) {
    let input = people.input;
    let talks = talks(team, topics);
    if let Some(first) = talks.first() {
        explanation.title(input.t(msg::TEAM_TALK));
        explanation.line(talk(people, team, topics, first));
    }
    let topic_of = |talk: &Talk| topics.iter().find(|topic| topic.question == talk.question);
    let split = talks.iter().filter_map(topic_of).filter(|topic| topic.views.len() > 1);
    let split: Vec<_> = split.collect();
    if split.is_empty() {
        explanation.say(Tone::Plain, input.t(msg::TEAM_NO_DISPUTE));
    } else {
        explanation.title(input.t(msg::TEAM_DIFFER));
    }
    for topic in split {
        dispute(people, topic, explanation);
    }
    alike(people, topics, explanation);
}

/// What an agreement on the first question would change, with the ways to it.
pub(in crate::report) fn talk(people: &People, team: &Team, topics: &[Topic], talk: &Talk) -> Line {
    let input = people.input;
    if talk.effect.first.is_empty() {
        return Line { text: input.t(msg::TEAM_TALK_STUCK), ..Line::default() };
    }
    let question = &input.catalog.question(talk.question).label;
    let agreed = answer(people, talk.question, talk.answer);
    let first = input.names(&talk.effect.first, N_NAMED);
    let topic = topics.iter().filter(|topic| topic.question == talk.question);
    let views: Vec<_> = topic.flat_map(|topic| &topic.views).collect();
    let who = |wanted: &dyn Fn(Answer) -> bool| {
        let found = views.iter().filter(|(answer, _)| wanted(*answer));
        let mut who: Vec<_> = found.flat_map(|(_, who)| who.iter().copied()).collect();
        sort_by_number(&mut who, |at| *at as u64);
        who
    };
    let required = people.names(&who(&|answer| answer.musts != 0));
    let (message, names) = match talk.effect.turns {
        true if talk.softened => (msg::TEAM_TALK_WISH, &required),
        true => (msg::TEAM_TALK_TURNS, &first),
        false => (msg::TEAM_TALK_NONE, &first),
    };
    let values = [
        ("question", question.as_ref()),
        ("answer", &*agreed),
        ("names", &**names),
        ("first", &*first),
    ];
    let mut said = input.tf(message, &values);
    let now = team.joint.least_regret();
    if let Some((after, before)) = talk.effect.regret.zip(now).filter(|(after, now)| after < now) {
        let message =
            if after == Share::NONE { msg::TEAM_TALK_NO_REGRET } else { msg::TEAM_TALK_REGRET };
        let (after, before) = (tenths(after.tenths()), tenths(before.tenths()));
        said.push(' ');
        said.push_str(&input.tf(message, &[("after", &after), ("before", &before)]));
    }
    let link = |at: usize| {
        let label = input.tf(msg::TEAM_CHANGE, &[("name", &people.name(at))]);
        people.to_question(label, at, talk.question)
    };
    let links = who(&|answer| answer != talk.answer).into_iter().map(link).collect();
    Line { text: said, links, ..Line::default() }
}

/// The different answers to a question.
fn dispute(people: &People, topic: &Topic, explanation: &mut Explanation) {
    let input = people.input;
    let is_weight = topic.agreement() == Agreement::Weighed;
    let message = if is_weight { msg::TEAM_DIFFER_WEIGHT } else { msg::TEAM_DIFFER_ON };
    let mut said = views(people, topic, message);
    if let Some(over) = topic.over {
        let n = half_up(topic.distance, 20).to_string();
        said.push(' ');
        said.push_str(&input.tf(msg::TEAM_DISTANCE, &[("name", input.name(over)), ("n", &n)]));
    }
    let mut who: Vec<_> = topic.views.iter().flat_map(|(_, who)| who.iter().copied()).collect();
    sort_by_number(&mut who, |at| *at as u64);
    let link = |at: usize| people.to_question(people.name(at), at, topic.question);
    let links = who.into_iter().map(link).collect();
    explanation.line(Line { text: said, links, ..Line::default() });
}

/// Who gave which answer to a question.
pub(in crate::report) fn views(people: &People, topic: &Topic, message: Message) -> String {
    let input = people.input;
    let view = |(it, who): &(Answer, Vec<usize>)| {
        let (names, answer) = (people.names(who), answer(people, topic.question, *it));
        input.tf(msg::TEAM_VIEW, &[("names", &names), ("answer", &answer)])
    };
    let views: Vec<_> = topic.views.iter().map(view).collect();
    let question = &input.catalog.question(topic.question).label;
    input.tf(message, &[("question", question.as_ref()), ("views", &*views.join("; "))])
}

/// The questions to which all answers are the same, and those that one person has answered.
fn alike(people: &People, topics: &[Topic], explanation: &mut Explanation) {
    let input = people.input;
    let lists = [(Agreement::Agreed, msg::TEAM_AGREED), (Agreement::Alone, msg::TEAM_ASKED_BY_ONE)];
    for (wanted, message) in lists {
        let found = topics.iter().filter(|topic| topic.agreement() == wanted);
        let views: Vec<_> = found
            .filter_map(|topic| topic.views.first().map(|view| (topic, view)))
            .map(|(topic, (it, who))| {
                let label = &input.catalog.question(topic.question).label;
                let mut said = [label, " (", &answer(people, topic.question, *it)].concat();
                if wanted == Agreement::Alone {
                    said.push_str(": ");
                    said.push_str(&people.names(who));
                } else if !topic.silent.is_empty() {
                    let (n, total) = (who.len().to_string(), people.members.len().to_string());
                    let values = [("n", &*n), ("total", &*total)];
                    said.push_str("; ");
                    said.push_str(&input.tf(msg::TEAM_SOME_ANSWERED, &values));
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
