//! Folds words for comparison: lower case, without accents, split at everything except letters and
//! digits.
//!
//! This is not Unicode normalisation: it folds ASCII, the Latin letters U+00C0 to U+017F and
//! combining marks, which cover the names in this field. The standard library's tables for all
//! scripts, and a normalisation library, would each add more bytes to the page than the rest of the
//! search; a test compares this table with them.

/// The words of a text, folded.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| {
        !(is_letter(letter) || is_mark(letter) || letter == '#' || letter == '+')
    })
    .map(fold)
    .filter(|word| word.chars().any(is_letter))
}

/// A text in lower case without accents.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !is_mark(*letter)).map(lower) {
        match base(letter) {
            Some(base) => folded.push_str(base),
            None => folded.push(letter),
        }
    }
    folded
}

/// Letters and digits of ASCII, and every other character outside the blocks of punctuation,
/// symbols and spaces that occur in Latin text.
const fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{300}'..='\u{36f}' => {
            matches!(letter, 'ª' | 'µ' | 'º')
        }
        '\u{2000}'..='\u{2bff}'
        | '\u{3000}'..='\u{303f}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{fe00}'..='\u{fe6f}'
        | '\u{feff}'
        | '\u{fff0}'..='\u{ffff}' => false,
        _ => true,
    }
}

/// The lower case of ASCII and of the Latin letters U+00C0 to U+017F. There, upper and lower case
/// alternate in two runs, with the capitals at odd code points in one of them.
fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        0xd7 => code,
        0xc0..=0xde => code + 0x20,
        0x178 => 0xff,
        0x139..=0x148 | 0x179..=0x17e => code + code % 2,
        0x100..=0x137 | 0x14a..=0x177 => code | 1,
        _ => return letter.to_ascii_lowercase(),
    };
    char::from_u32(small).unwrap_or(letter)
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
