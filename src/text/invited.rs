//! What came of links with people, in words.

use super::{Words, and_list, msg};
use crate::domain::query::Ignored;
use crate::domain::team::Added;

/// How many parts that were ignored are named.
const N_NAMED: usize = 3;

/// How long a part that was ignored is at most, in characters.
const LONGEST_PART: usize = 40;

/// What came of some links, and what was ignored in them; that there are no answers if there are none.
#[must_use]
pub fn invited(words: &Words, links: &[Added], ignored: &[Ignored]) -> String {
    if links.is_empty() {
        return words.get(msg::TEAM_REFUSED);
    }
    let sum = |of: fn(&Added) -> usize| links.iter().map(of).sum::<usize>();
    let counts = [
        (msg::TEAM_ADDED, sum(|link| link.n_new)),
        (msg::TEAM_THERE, sum(|link| link.n_there)),
        (msg::TEAM_FULL, sum(|link| link.n_left_out)),
    ];
    let mut said: Vec<_> = counts
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(message, n)| words.count(message, n))
        .collect();
    let replaced: Vec<_> = links.iter().flat_map(|link| link.replaced.clone()).collect();
    if !replaced.is_empty() {
        said.push(words.with(msg::TEAM_REPLACED, &[("names", &and_list(&replaced))]));
    }
    if !ignored.is_empty() {
        let part = |part: &Ignored| {
            [&part.name, "=", &part.value].concat().chars().take(LONGEST_PART).collect::<String>()
        };
        let parts: Vec<_> = ignored.iter().take(N_NAMED).map(part).collect();
        said.push(words.with(msg::TEAM_IGNORED, &[("parts", &parts.join(", "))]));
    }
    said.join(" ")
}
