//! The people of a team by name.

use super::{Words, msg};
use crate::domain::team::Member;

/// The name of a person as it is shown: as it was given, or a number; with a number too if somebody
/// else has the same name.
#[must_use]
pub fn person(words: &Words, members: &[Member], at: usize) -> String {
    let name = members.get(at).map(Member::plain_name).unwrap_or_default();
    let n = (at + 1).to_string();
    if name.is_empty() {
        return words.with(msg::TEAM_PERSON, &[("n", &n)]);
    }
    if members.iter().filter(|member| member.plain_name() == name).count() > 1 {
        return words.with(msg::TEAM_SAME_NAME, &[("name", &name), ("n", &n)]);
    }
    name
}
