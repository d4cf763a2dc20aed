//! Undoes what mail programs, content systems, redirectors, chats and hands do to a query.
//!
//! Only what is unambiguous is undone. Ids are lower-case letters, digits and hyphens, so anything
//! else around them is foreign; texts of the reader and of the host stay as they are.

use super::unescape;
use crate::domain::catalog::Catalog;

/// How many times a query or a value can have been escaped once more.
const MOST_ESCAPED: usize = 3;

/// How many bytes an id can have, with what surrounds it.
const LONGEST_WORD: usize = 200;

/// What separates parameters when it was escaped, or set full-width by an input method.
const AND: [&str; 3] = ["%26", "%EF%BC%86", "＆"];

/// What separates a name from its value, as it is, and set full-width.
const EQUALS: [&str; 3] = ["=", "%EF%BC%9D", "＝"];

/// Parameters whose value is a text of somebody's own.
const TEXTS: [&str; 2] = ["q", "disclosure"];

/// The parameters of a query string, names and values, named as the catalog names them.
pub(in crate::domain) fn parameters(
    catalog: &Catalog,
    query: &str,
) -> impl Iterator<Item = (String, String)> {
    pairs(query).into_iter().map(|(name, value)| (dotted(catalog, name), value))
}

/// The parameters of a query string, names and values.
pub(in crate::domain) fn pairs(query: &str) -> Vec<(String, String)> {
    let mut query = without_entities(query.trim_start_matches('?'));
    // A query without any `=` that has one after unescaping was escaped as a whole.
    let mut plain = query.clone();
    for _ in 0..MOST_ESCAPED {
        if plain.contains('=') {
            break;
        }
        plain = without_entities(&unescape(&plain));
    }
    if plain.contains('=') {
        query = plain;
    }
    let mut pairs = Vec::new();
    for raw in query.split('&').flat_map(parts) {
        add(raw, &mut pairs);
    }
    pairs
}

/// Adds what one part of a query says: a parameter, and those after it if what separates them was
/// escaped or set full-width.
fn add(raw: &str, pairs: &mut Vec<(String, String)>) {
    let mut rest = Some(raw);
    while let Some(raw) = rest {
        let separated = split_once_at(raw, &EQUALS).or_else(|| raw.split_once(':'));
        let (name, value) = separated.unwrap_or((raw, ""));
        let (name, is_list) = repaired_name(&unescape_all(name));
        if name.is_empty() && value.is_empty() {
            return;
        }
        // It may have any sign, so nothing in it is taken for more than a sign.
        if is_text(&name) {
            return push((name, unescape(value)), pairs);
        }
        // Who escapes a whole value escapes the `=` in it too, as in the address of another page.
        let more =
            split_once_at(value, &AND).filter(|(_, more)| split_once_at(more, &EQUALS).is_some());
        let value = more.map_or(value, |(own, _)| own);
        let value = repaired_value(&name, &unescape_all(value));
        let known = is_list.then(|| pairs.iter_mut().find(|(known, _)| *known == name)).flatten();
        // A list may have been taken apart, as in `a[]=x&a[]=y`.
        match known {
            Some((_, list)) => *list = [list, ",", &value].concat(),
            None => push((name, value), pairs),
        }
        rest = more.map(|(_, more)| more);
    }
}

/// Adds a parameter. What says the same as before says nothing, as in a link that was pasted twice.
fn push(pair: (String, String), pairs: &mut Vec<(String, String)>) {
    if !pairs.contains(&pair) {
        pairs.push(pair);
    }
}

/// The parts of a text before and after the first of some separators.
fn split_once_at<'a>(text: &'a str, separators: &[&str]) -> Option<(&'a str, &'a str)> {
    text.char_indices().find_map(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let after = separators.iter().find_map(|separator| rest.strip_prefix(separator))?;
        Some((before, after))
    })
}

/// The query of an address of which `&#038;` made a part the hash; none for any other hash.
#[must_use]
pub fn with_hash(query: &str, hash: &str) -> Option<String> {
    entity(hash)?;
    Some([query.trim_end_matches('&'), "&", hash].concat())
}

/// The number before the name of a parameter that belongs to a person of a team, and the rest of the
/// name.
pub(in crate::domain) fn numbered(name: &str) -> Option<(usize, &str)> {
    after_number(name, '.')
}

/// A number, and what follows it after a separator. A number that is too long is a great one.
fn after_number(name: &str, separator: char) -> Option<(usize, &str)> {
    let (number, rest) = name.split_once(separator)?;
    let is_number = !number.is_empty() && number.bytes().all(|letter| letter.is_ascii_digit());
    is_number.then(|| (number.parse().unwrap_or(usize::MAX), rest))
}

/// Whether the value of a parameter is a text of somebody's own.
fn is_text(name: &str) -> bool {
    let own = after_number(name, '.').or_else(|| after_number(name, '_'));
    TEXTS.contains(&name) || own.is_some_and(|(_, own)| own == "name")
}

/// A name with the dot that some servers replace by an underscore, if it then names a facet or a
/// question of the catalog.
fn dotted(catalog: &Catalog, name: String) -> String {
    if let Some((_, own)) = numbered(&name).or_else(|| after_number(&name, '_')) {
        let number = &name[..name.len() - own.len() - 1];
        let own = dotted(catalog, own.to_owned());
        let is_known = own.contains('.') || own == "name" || own == "without";
        return if is_known { [number, ".", &own].concat() } else { name };
    }
    let Some((kind, id)) = name.split_once('_') else {
        return name;
    };
    // These servers replace spaces and dots only, and ids have neither.
    let is_known = match kind {
        "f" | "only" => catalog.find_facet(id).is_some(),
        "a" | "must" | "w" => catalog.find_question(id).is_some(),
        _ => false,
    };
    if is_known { [kind, ".", id].concat() } else { name }
}

/// The parts of a parameter to which another query was appended with a second `?`.
fn parts(raw: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(raw);
    core::iter::from_fn(move || {
        let now = rest?;
        let split = now.split_once('?').filter(|(_, after)| {
            let end = after.find(['=', '?']).unwrap_or_default();
            end > 0 && after[end..].starts_with('=')
        });
        rest = split.map(|(_, after)| after);
        Some(split.map_or(now, |(before, _)| before))
    })
}

/// A query in which what stands for a character in HTML is that character.
fn without_entities(query: &str) -> String {
    let mut plain = String::new();
    for (at, mut part) in query.split('&').enumerate() {
        let mut letter = (at > 0).then_some('&');
        while let Some((next, rest)) = letter.filter(|it| *it == '&').and_then(|_| entity(part)) {
            (letter, part) = (Some(next), rest);
        }
        plain.extend(letter);
        plain.push_str(part);
    }
    plain
}

/// The character that a text begins with, as HTML writes it after an `&`, and the rest.
fn entity(text: &str) -> Option<(char, &str)> {
    let (name, rest) = text.split_at(text.find([';', '%'])?);
    let rest = rest.strip_prefix(';').or_else(|| rest.strip_prefix("%3B"))?;
    let letter = match name.split_at_checked(1)? {
        ("#", number) => {
            let (digits, radix) =
                number.strip_prefix(['x', 'X']).map_or((number, 10), |digits| (digits, 16));
            char::from_u32(u32::from_str_radix(digits, radix).ok()?)?
        }
        _ => match name {
            "amp" => '&',
            "equals" => '=',
            "period" => '.',
            "comma" => ',',
            "quot" => '"',
            _ => return None,
        },
    };
    Some((letter, rest))
}

/// A text of which no part is escaped, though it was escaped more than once.
fn unescape_all(text: &str) -> String {
    let mut text = unescape(text);
    for _ in 1..MOST_ESCAPED {
        let plain = unescape(&text);
        if !text.contains('%') || plain == text {
            break;
        }
        text = plain;
    }
    text
}

/// A name as the page writes it, and whether it was marked as a part of a list, as in `a.kind[]`. Some
/// servers also write `a[kind]` for `a.kind`: as with an underscore, the catalog tells whether it is
/// one of the page's own.
fn repaired_name(mut name: &str) -> (String, bool) {
    // Of an `&amp;` of which the first sign was a separator.
    while let Some(('&', rest)) = entity(name) {
        name = rest;
    }
    // Of one that has lost its end. No name begins like that.
    name = name.strip_prefix("amp").filter(|own| !own.is_empty()).unwrap_or(name);
    // No name has a space or a line break.
    let letters = name.chars().filter(|letter| !letter.is_whitespace());
    let name: String = letters.filter_map(repaired_letter).collect();
    let Some((own, (id, rest))) =
        name.split_once('[').and_then(|(own, rest)| Some((own, rest.split_once(']')?)))
    else {
        return (name, false);
    };
    if id.bytes().all(|letter| letter.is_ascii_digit()) {
        return (own.to_owned(), true);
    }
    ([own, "_", id].concat(), rest.starts_with('['))
}

/// The words of a value as the page writes them.
fn repaired_value(name: &str, value: &str) -> String {
    let value: String = value.chars().filter_map(repaired_letter).collect();
    let is_list =
        name.contains('.') || name.contains('_') || matches!(name, "only" | "compare" | "without");
    let is_between =
        |letter: char| letter == ',' || is_list && (letter.is_whitespace() || letter == '+');
    let words = value.split(is_between).map(|word| bare(word.trim(), name == "accent"));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(",")
}

/// A word without what surrounds it in a text. What is nothing else is left, so that it can be reported.
fn bare(word: &str, is_colour: bool) -> &str {
    if word.len() > LONGEST_WORD {
        return word;
    }
    let mut bare = word;
    loop {
        let mut inner = bare.trim_matches(surrounds);
        // The end of an element of HTML.
        inner = inner.split('<').next().unwrap_or(inner);
        // Mail programs write `=` as `=3D`. No id starts with a digit, but a colour may.
        if !is_colour {
            inner = inner.trim_start_matches("3d");
        }
        if inner == bare || inner.is_empty() || inner.contains('(') {
            return if inner.is_empty() || inner.contains('(') { word } else { bare };
        }
        bare = inner;
    }
}

/// Whether a character stands around words in a text and in no id: punctuation and symbols, but for
/// those that names of languages end with.
fn surrounds(letter: char) -> bool {
    let is_in_names = matches!(letter, '-' | '_' | '#' | '+');
    letter.is_ascii_punctuation() && !is_in_names
        || matches!(letter, '\u{a1}'..='\u{bf}' | '\u{2010}'..='\u{2bff}' | '\u{3001}'..='\u{301f}')
        || letter >= '\u{1f000}'
}

/// A letter as the page writes it: none for what cannot be seen.
fn repaired_letter(letter: char) -> Option<char> {
    // What an input method set full-width.
    let letter = match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    };
    match letter {
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}'
        // Markdown sets it before signs.
        | '\\' => None,
        // Hyphens and dashes, as word processors set them.
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{3001}' | ';' | '|' => Some(','),
        '\u{2024}' | '\u{3002}' => Some('.'),
        _ => Some(letter.to_ascii_lowercase()),
    }
}
