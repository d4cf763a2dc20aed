//! The texts of the interface, with their placeholders filled in, and lists as words.

use std::borrow::Cow;

use crate::domain::catalog::{Catalog, Subject};

/// A text of the interface, as in the language file.
///
/// It is the text itself and not an index into a table, so that a program contains only the texts
/// that it uses: the page has none of the texts of the program that computes the explanations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message(&'static str);

/// The texts of the interface.
#[allow(missing_docs, reason = "generated; each text is its own documentation")]
pub mod msg {
    use super::Message;

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

/// The texts in one language, for one catalog's subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The subject's own nouns for its entries, by their placeholders.
    nouns: [(&'static str, String); 4],
}

impl Words {
    /// The English texts, with a catalog's own nouns for its entries.
    #[must_use]
    pub fn english(subject: &Subject) -> Self {
        let nouns = [
            ("one", subject.one.to_string()),
            ("many", subject.many.to_string()),
            ("One", capitalised(&subject.one)),
            ("Many", capitalised(&subject.many)),
        ];
        Self { nouns }
    }

    /// A text with the subject's nouns filled in.
    #[must_use]
    pub fn text(&self, message: Message) -> Cow<'static, str> {
        // Few texts have a noun; all others are used unchanged.
        if message.0.contains('{') {
            Cow::Owned(self.with(message, &[]))
        } else {
            Cow::Borrowed(message.0)
        }
    }

    /// A text with the subject's nouns filled in, as an owned string.
    #[must_use]
    pub fn get(&self, message: Message) -> String {
        self.text(message).into_owned()
    }

    /// A text with its placeholders filled in. If the text has a singular and a plural, the value
    /// of `n` chooses.
    #[must_use]
    pub fn with(&self, message: Message, values: &[(&str, &str)]) -> String {
        // Searching for a character needs far less code than searching for a text.
        let text = match message.0.split_once('|') {
            Some((one, _)) if values.contains(&("n", "1")) => one.trim_end(),
            Some((_, many)) => many.trim_start(),
            None => message.0,
        };
        let nouns = self.nouns.iter().map(|(name, noun)| (*name, noun.as_str()));
        let values: Vec<_> = values.iter().copied().chain(nouns).collect();
        fill(text, &values)
    }

    /// A text with a number for `n`.
    #[must_use]
    pub fn count(&self, message: Message, n: usize) -> String {
        self.with(message, &[("n", &n.to_string())])
    }
}

/// The sentence on what the page has, with what is counted.
#[must_use]
pub fn intro(catalog: &Catalog) -> String {
    let (n, facts) = (catalog.alternatives.len(), catalog.criteria.len());
    fill(&catalog.subject.intro, &[("n", &n.to_string()), ("facts", &facts.to_string())])
}

/// Replaces `{name}` by its value. Placeholders without a value stay as they are.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, after))
        });
        if let Some((value, after)) = value {
            filled.push_str(value);
            rest = after;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        core::iter::once(first.to_ascii_uppercase()).chain(letters).collect()
    })
}

/// A conjunction in words: `a`, `a and b`, `a, b and c`.
#[must_use]
pub fn and_list(items: &[String]) -> String {
    list(items, " and ")
}

/// A disjunction in words: `a`, `a or b`, `a, b or c`.
#[must_use]
pub fn or_list(items: &[String]) -> String {
    list(items, " or ")
}

fn list(items: &[String], before_last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => [&before.join(", "), before_last, last].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_unknown_ones_are_left() {
        assert_eq!(fill("{a} of {b} {c", &[("a", "1"), ("b", "{a}")]), "1 of {a} {c");
    }

    #[test]
    fn a_list_reads_like_a_sentence() {
        let list =
            |items: &[&str]| and_list(&items.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(or_list(&["a".to_owned(), "b".to_owned()]), "a or b");
    }
}
