//! Folding words for comparison: lower case, accents taken off, split where no letter or digit is.
//!
//! # What this module does not do
//! It is no Unicode normalisation: it folds the Latin letters of U+00C0 to U+017F and combining
//! marks, which is what names in this field use. A library that folds all scripts costs more bytes
//! in the page than the rest of the search; a test holds this table to that library.

/// The words of a text, folded.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| {
        !(letter.is_alphanumeric() || is_mark(letter) || letter == '#' || letter == '+')
    })
    .map(fold)
    .filter(|word| word.chars().any(char::is_alphanumeric))
}

/// A text in lower case without accents.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !is_mark(*letter)).flat_map(char::to_lowercase) {
        match base(letter) {
            Some(base) => folded.push_str(base),
            None if is_mark(letter) => {}
            None => folded.push(letter),
        }
    }
    folded
}

const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

const fn base(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_punctuation_do_not_matter() {
        let folded: Vec<_> = words("Crème  brûlée, NODE.js C# a\u{301}b").collect();
        assert_eq!(folded, ["creme", "brulee", "node", "js", "c#", "ab"]);
        assert_eq!(words(" - . ").count(), 0);
    }
}
