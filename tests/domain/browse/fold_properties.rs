//! The fold table of the search, held letter by letter to the Unicode tables.
//!
//! It says nothing of other scripts: their letters stay as they are, in lower case.

use proptest::prelude::*;
use stackfit::domain::browse::fold::{fold, words};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use test_support::strategies::cases;

/// What is not a plain letter with a mark on it, and how it is folded nevertheless.
const FOLDED_BY_HAND: [(char, &str); 22] = [
    ('Æ', "ae"),
    ('æ', "ae"),
    ('Ð', "d"),
    ('ð', "d"),
    ('Ø', "o"),
    ('ø', "o"),
    ('ß', "ss"),
    ('Đ', "d"),
    ('đ', "d"),
    ('Ħ', "h"),
    ('ħ', "h"),
    ('ı', "i"),
    ('Ŀ', "l"),
    ('ŀ', "l"),
    ('Ł', "l"),
    ('ł', "l"),
    ('Œ', "oe"),
    ('œ', "oe"),
    ('Ŧ', "t"),
    ('ŧ', "t"),
    ('×', "×"),
    ('÷', "÷"),
];

/// Letters that no plain letter is near enough to: they only lose their capitals.
const KEPT: [(char, char); 11] = [
    ('Þ', 'þ'),
    ('þ', 'þ'),
    ('Ĳ', 'ĳ'),
    ('ĳ', 'ĳ'),
    ('ĸ', 'ĸ'),
    ('ŉ', 'ŉ'),
    ('Ŋ', 'ŋ'),
    ('ŋ', 'ŋ'),
    ('ſ', 'ſ'),
    ('×', '×'),
    ('÷', '÷'),
];

fn by_the_tables(text: &str) -> String {
    text.nfd().filter(|letter| !is_combining_mark(*letter)).collect::<String>().to_lowercase()
}

#[test]
fn every_latin_letter_is_folded_as_unicode_takes_it_apart() {
    for letter in '\u{c0}'..='\u{17f}' {
        let text = letter.to_string();
        let plain = by_the_tables(&text);
        let by_hand = FOLDED_BY_HAND.iter().find(|(known, _)| *known == letter);
        let kept = KEPT.iter().find(|(known, _)| *known == letter);
        let expected = match (plain.is_ascii(), by_hand, kept) {
            (true, None, None) => plain,
            (false, Some((_, to)), _) => (*to).to_owned(),
            (false, None, Some((_, to))) => to.to_string(),
            other => panic!("{letter} belongs into exactly one list: {other:?}"),
        };
        assert_eq!(fold(&text), expected, "{letter}");
    }
}

proptest! {
    #![proptest_config(cases(500))]

    /// Accents may come as one character or as two.
    #[test]
    fn both_ways_of_writing_an_accent_fold_alike(text in "[ -~À-ž]{0,20}") {
        prop_assert_eq!(fold(&text.nfd().collect::<String>()), fold(&text.nfc().collect::<String>()));
    }

    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    /// No word is empty, and every word holds a letter or a digit, in the scripts and among the signs
    /// that occur in names and searches of this field.
    #[test]
    fn words_are_words(text in "[ -~\u{a0}-\u{17f}\u{391}-\u{3a1}а-я\u{2000}-\u{206f}\u{20ac}→✓一-龥]{0,20}") {
        for word in words(&text) {
            prop_assert!(word.contains(char::is_alphanumeric), "{word:?}");
        }
    }
}
