//! The people in a text that somebody pastes: a whole address, its query, or either as damaged on its
//! way.

use super::decode;
use crate::domain::catalog::Catalog;
use crate::domain::query::{unescape, with_hash};
use crate::domain::team::Member;

/// How often a link can have been put into another one.
const MOST_WRAPPED: usize = 3;

/// The people in a link: its team, or else its answers as those of one person without a name. Empty if
/// it has none of them, as a link to somewhere else.
#[must_use]
pub fn people_in(catalog: &Catalog, text: &str) -> Vec<Member> {
    let mut text = text.trim().to_owned();
    for _ in 0..MOST_WRAPPED {
        let state = decode(catalog, &query_in(&text)).state;
        if !state.team.is_empty() {
            return state.team;
        }
        if !state.answers.is_blank() {
            return vec![Member { name: String::new(), answers: state.answers }];
        }
        // Mail programs put a link into one of their own, escaped.
        text = unescape(&text);
    }
    Vec::new()
}

/// The query of an address, or the text itself if it is a query already.
fn query_in(text: &str) -> String {
    let (link, hash) = text.split_at(text.find('#').unwrap_or(text.len()));
    let query = match link.split_once('?') {
        Some((before, query)) if !before.contains('=') => query,
        _ if link.contains("://") && !link.starts_with('?') => "",
        _ => link,
    };
    with_hash(query, hash).unwrap_or_else(|| query.to_owned())
}
