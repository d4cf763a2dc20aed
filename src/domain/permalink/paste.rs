//! The people in a text that somebody pastes: whole addresses, their queries, or either as damaged on
//! their way.

use super::{Decoded, decode};
use crate::domain::catalog::Catalog;
use crate::domain::query::{Ignored, unescape, with_hash};
use crate::domain::team::Member;

/// How often a link can have been put into another one.
const MOST_WRAPPED: usize = 3;

/// The people in one link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// Its team, and its own answers as those of one more person without a name; never empty.
    pub people: Vec<Member>,
    /// What was ignored, in the order of the link.
    pub ignored: Vec<Ignored>,
}

/// The links with people in a text, in order. A link without people, as to somewhere else, is none of
/// them.
#[must_use]
pub fn people_in(catalog: &Catalog, text: &str) -> Vec<Pasted> {
    links_in(text).into_iter().filter_map(|link| people_of(catalog, link)).collect()
}

/// The people of a link; none if it has none.
fn people_of(catalog: &Catalog, link: &str) -> Option<Pasted> {
    let mut link = link.trim().to_owned();
    for _ in 0..MOST_WRAPPED {
        let Decoded { state, ignored, .. } = decode(catalog, &address_and_query(&link).1);
        let mut people = state.team;
        // Otherwise the answers are those of a person of the team.
        if state.person.is_none() && !state.answers.is_blank() {
            people.push(Member { name: String::new(), answers: state.answers });
        }
        if !people.is_empty() {
            return Some(Pasted { people, ignored });
        }
        // Mail programs put a link into one of their own, escaped.
        link = unescape(&link);
    }
    None
}

/// The parts of a text with one link each.
fn links_in(text: &str) -> Vec<&str> {
    let (mut links, mut start) = (Vec::new(), 0);
    for (at, _) in text.char_indices() {
        if begins_link(&text[start..at], &text[at..]) {
            links.push(&text[start..at]);
            start = at;
        }
    }
    links.push(&text[start..]);
    links
}

/// Whether a link begins between two texts, of which the first one may be another link: with an address,
/// or with a parameter that stands in that link already. Any other space or `?` is damage.
fn begins_link(before: &str, rest: &str) -> bool {
    if rest.starts_with("http://") || rest.starts_with("https://") {
        return true;
    }
    let is_word = before.ends_with(char::is_whitespace);
    if !is_word && !rest.starts_with('?') {
        return false;
    }
    let first = name_in(rest.strip_prefix('?').unwrap_or(rest));
    let is_known = |part: &str| !first.is_empty() && name_in(part) == first;
    let begins_address =
        || rest.split(char::is_whitespace).next().is_some_and(|it| it.contains('?'));
    before.split(is_between).any(is_known) || is_word && begins_address()
}

/// The name of the parameter that a text begins with; empty without one.
fn name_in(text: &str) -> &str {
    let end = text.find(|letter| letter == '=' || is_between(letter)).unwrap_or(text.len());
    if text[end..].starts_with('=') { &text[..end] } else { "" }
}

/// Whether a letter stands between parameters or links.
fn is_between(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '?' | '&')
}

/// The address of the page and the query of a link; an address that is not there is empty. A text may be
/// a query already.
#[must_use]
pub fn address_and_query(text: &str) -> (&str, String) {
    let (link, hash) = text.split_at(text.find('#').unwrap_or(text.len()));
    let scheme = link.split_once(':').filter(|(_, rest)| rest.starts_with("//"));
    let is_address = scheme.is_some_and(|(scheme, _)| !scheme.contains('='));
    let (address, query) = match link.split_once('?') {
        Some(parts) if is_address || !parts.0.contains('=') => parts,
        None if is_address => (link, ""),
        _ => ("", link),
    };
    (address, with_hash(query, hash).unwrap_or_else(|| query.to_owned()))
}
