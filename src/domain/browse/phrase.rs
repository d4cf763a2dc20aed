//! Whether a word is found in a phrase: as a word, as a beginning, or as a word but for one slip.
//!
//! Spaces in the phrase do not count, so that "fullstack" is found in "full stack".

use super::fold::words;

/// The shortest word, in letters, in which one slip is forgiven.
pub const SLIP_FROM: usize = 5;

/// How closely a word is found in a phrase. Greater is closer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// The word is found but for one slip.
    Slip = 1,
    /// A word, or several without the spaces between them, begin with it.
    Beginning,
    /// It is a word, or several without the spaces between them; a final "s" does not count.
    Whole,
}

/// The words of a text, folded, with a space between them, without some of them.
#[must_use]
pub fn phrase(text: &str, without: &[String]) -> String {
    let mut phrase = String::new();
    for word in words(text).filter(|word| !without.contains(word)) {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(&word);
    }
    phrase
}

/// How closely a folded word is found in a phrase, without a slip. If `as_one`, the phrase counts
/// as one word.
#[must_use]
pub fn closeness(wanted: &str, phrase: &str, as_one: bool) -> Option<Closeness> {
    tails(phrase, as_one).filter_map(|tail| begins(wanted, tail, as_one)).max()
}

/// Whether a word, by its letters, is a whole word of a phrase, or several, but for one slip: a letter
/// too many, missing or wrong, or two neighbours swapped. A final "s" does not count.
#[must_use]
pub fn slips(wanted: &[char], phrase: &str, as_one: bool) -> bool {
    tails(phrase, as_one).any(|tail| {
        let mut letters = Vec::new();
        tail.split(' ').enumerate().any(|(at, word)| {
            letters.extend(word.chars());
            let is_end = !as_one || tail.split(' ').count() == at + 1;
            let is_one = |letters: &[char]| is_slip(wanted, letters);
            is_end && (is_one(&letters) || letters.strip_suffix(&['s']).is_some_and(is_one))
        })
    })
}

/// The phrase from each of its words on, or only the whole phrase.
fn tails(phrase: &str, as_one: bool) -> impl Iterator<Item = &str> {
    let mut rest = Some(phrase);
    core::iter::from_fn(move || {
        let tail = rest?;
        rest = tail.split_once(' ').map(|(_, next)| next).filter(|_| !as_one);
        Some(tail)
    })
}

fn begins(wanted: &str, tail: &str, as_one: bool) -> Option<Closeness> {
    let mut rest = tail.bytes();
    for letter in wanted.bytes() {
        if rest.by_ref().find(|byte| *byte != b' ') != Some(letter) {
            return None;
        }
    }
    let ends = |next: Option<u8>| next.is_none() || next == Some(b' ') && !as_one;
    let next = rest.next();
    let is_whole = ends(next) || next == Some(b's') && ends(rest.next());
    Some(if is_whole { Closeness::Whole } else { Closeness::Beginning })
}

/// Whether two words differ by one slip at most: a letter too many, missing or wrong, or two
/// neighbours swapped.
pub(in crate::domain) fn is_slip(wanted: &[char], letters: &[char]) -> bool {
    let same = |(one, other): &(&char, &char)| one == other;
    let start = wanted.iter().zip(letters).take_while(same).count();
    let (wanted, letters) = (&wanted[start..], &letters[start..]);
    let end = wanted.iter().rev().zip(letters.iter().rev()).take_while(same).count();
    match (&wanted[..wanted.len() - end], &letters[..letters.len() - end]) {
        ([one, other], [first, second]) => one == second && other == first,
        (wanted, letters) => wanted.len() <= 1 && letters.len() <= 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(wanted: &str, text: &str) -> Option<Closeness> {
        closeness(wanted, &phrase(text, &[]), false)
    }

    #[test]
    fn spaces_and_hyphens_of_a_phrase_do_not_count() {
        for wanted in ["full", "stack", "fullstack", "framework", "stackframework"] {
            assert_eq!(close(wanted, "Full-stack framework"), Some(Closeness::Whole), "{wanted}");
        }
        assert_eq!(close("job", "Background jobs"), Some(Closeness::Whole), "one of several");
        assert_eq!(close("fullst", "Full-stack"), Some(Closeness::Beginning));
        assert_eq!(close("tack", "Full-stack"), None, "the middle of a word");
        assert_eq!(close("fullstacks", "Full-stack"), None, "more than there is");
        assert_eq!(closeness("stack", "full stack", true), None, "not its start");
        assert_eq!(closeness("full", "full stack", true), Some(Closeness::Beginning));
        assert_eq!(closeness("fullstack", "full stack", true), Some(Closeness::Whole));
    }

    #[test]
    fn one_slip_is_found() {
        let slips =
            |wanted: &str, phrase: &str| slips(&wanted.chars().collect::<Vec<_>>(), phrase, false);
        for slip in ["djngo", "djangoo", "djamgo", "djagno", "dajngo", "jango"] {
            assert!(slips(slip, "python django"), "{slip}");
        }
        assert!(slips("fulstack", "full stack"), "in joined words");
        assert!(slips("tempalte", "page templates"), "one of several");
        assert!(!slips("scalla", "scalable"), "a beginning");
        assert!(!slips("dmamgo", "django"), "two slips");
        assert!(!slips("spring", "spri"), "a word that is too short to be meant");
    }
}
