//! The joint result as a text of its own, in Markdown.

use super::people::People;
use crate::domain::state::{State, View};
use crate::report::{Block, Explanation, Takeaway, markdown};
use crate::text::msg;

/// Adds what was said so far as a text.
pub(super) fn say(people: &People, explanation: &mut Explanation) {
    let input = people.input;
    let subject = &input.catalog.subject;
    let title = input.tf(msg::TEAM_RECORD_TITLE, &[("title", &subject.title)]);
    let all: Vec<_> = (0..people.members.len()).collect();
    let values = [("people", &*people.names(&all)), ("date", &*subject.date.to_string())];
    let about = input.tf(msg::TEAM_RECORD_PEOPLE, &values);
    let team = people.members.to_vec();
    let state = State { view: View::Team, team, ..State::new(input.catalog) };
    explanation.blocks.push(Block::Text(Takeaway {
        label: input.t(msg::TEAM_RECORD),
        name: "team.md".to_owned(),
        text: markdown::document(&title, &about, explanation),
        query: input.link(String::new(), &state, String::new()).query,
    }));
}
