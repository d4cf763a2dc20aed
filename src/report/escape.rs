//! Texts in Markdown, as CommonMark and GitHub read it: whatever a text has, it is shown as it is.

/// What means something wherever it stands.
const ANYWHERE: [char; 13] = ['\\', '`', '*', '_', '[', ']', '<', '>', '|', '~', '$', '{', '}'];

/// A text within a line. What begins with `@` becomes code, so that it calls nobody of that name.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, word) in
        text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).enumerate()
    {
        if at > 0 {
            escaped.push(' ');
        }
        push_word(&mut escaped, word, at == 0);
    }
    escaped
}

fn push_word(escaped: &mut String, word: &str, is_first: bool) {
    // What surrounds a name stays outside of the code.
    let start =
        word.find('@').filter(|at| word[..*at].chars().all(|letter| "(“\"'".contains(letter)));
    if let Some(start) = start {
        let end = word.trim_end_matches([',', '.', ')', ';', ':', '”', '"']).len().max(start + 1);
        let (name, rest) = (&word[start..end], &word[end..]);
        if !name.contains('`') {
            push_plain(escaped, &word[..start], is_first);
            escaped.push('`');
            escaped.push_str(name);
            escaped.push('`');
            push_plain(escaped, rest, false);
            return;
        }
    }
    push_plain(escaped, word, is_first);
}

fn push_plain(escaped: &mut String, word: &str, is_first: bool) {
    let mut before = None;
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let begins = is_first && before.is_none();
        let means_something = ANYWHERE.contains(&letter)
            || match letter {
                // The marks of lists, of headings and of what is under a heading.
                '#' => begins || next.is_some_and(|next| next.is_ascii_digit()),
                '-' | '+' | '=' => begins,
                // A numbered list.
                '.' | ')' => {
                    is_first
                        && word.starts_with(|first: char| first.is_ascii_digit())
                        && next.is_none()
                }
                // An entity.
                '&' => next.is_some_and(|next| next == '#' || next.is_alphanumeric()),
                // An image.
                '!' => next == Some('['),
                // An address, and a person.
                ':' => next == Some('/'),
                '@' => true,
                _ => false,
            };
        let is_www = letter == '.' && before == Some('w');
        if means_something || is_www {
            escaped.push('\\');
        }
        if letter.is_control() {
            escaped.push('\u{fffd}');
        } else {
            escaped.push(letter);
        }
        before = Some(letter);
    }
}

/// A text as code.
pub(super) fn code(text: &str) -> String {
    let plain: String =
        text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let longest = plain.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let gap = if plain.starts_with('`') || plain.ends_with('`') { " " } else { "" };
    [&*fence, gap, &*plain, gap, &*fence].concat()
}

/// A link with a text.
pub(super) fn link(text: &str, address: &str) -> String {
    let mut link = ["[", &*escape(text), "]("].concat();
    for letter in address.chars() {
        match letter {
            '(' => link.push_str("%28"),
            ')' => link.push_str("%29"),
            '<' => link.push_str("%3C"),
            '>' => link.push_str("%3E"),
            '"' => link.push_str("%22"),
            '\\' => link.push_str("%5C"),
            '`' => link.push_str("%60"),
            '*' => link.push_str("%2A"),
            '[' => link.push_str("%5B"),
            ']' => link.push_str("%5D"),
            _ if letter.is_whitespace() || letter.is_control() => link.push_str("%20"),
            _ => link.push(letter),
        }
    }
    link.push(')');
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_text_stays_as_it_is() {
        for text in [
            "ASP.NET Core",
            "C#",
            "Tests: built in (django.test).",
            "100 % – “yes”",
            "Vert.x",
            "a & b",
        ] {
            assert_eq!(escape(text), text);
        }
    }

    #[test]
    fn what_means_something_is_shown_as_it_is() {
        for (text, escaped) in [
            ("a*b*_c_`d`", r"a\*b\*\_c\_\`d\`"),
            ("a|b <i>", r"a\|b \<i\>"),
            ("# no heading", r"\# no heading"),
            ("- no list", r"\- no list"),
            ("1. no list", r"1\. no list"),
            ("see #12", r"see \#12"),
            ("&amp; AT&T", r"\&amp; AT\&T"),
            ("![x](y)", r"!\[x\](y)"),
            ("http://a.b", r"http\://a.b"),
            ("a\nb\tc", "a b c"),
            (
                "with @nestjs/swagger, and (@hono/zod).",
                "with `@nestjs/swagger`, and (`@hono/zod`).",
            ),
            ("me@example.org", r"me\@example.org"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }

    #[test]
    fn code_and_links_hold_what_would_end_them() {
        assert_eq!(code("?a=b"), "`?a=b`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(link("a]b", "https://x.org/y_(z)"), r"[a\]b](https://x.org/y_%28z%29)");
    }
}
