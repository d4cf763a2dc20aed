//! Texts in Markdown, as CommonMark and GitHub read it: whatever a text has, it is shown as it is.

/// Characters that are markup anywhere in a line.
const ANYWHERE: [char; 13] = ['\\', '`', '*', '_', '[', ']', '<', '>', '|', '~', '$', '{', '}'];

/// What may stand before a name or an address in a sentence.
const OPENING: [char; 4] = ['(', '“', '"', '\''];

/// What may stand after one.
const CLOSING: [char; 10] = [',', '.', ')', ';', ':', '!', '?', '”', '"', '\''];

/// A text within a line. A word that GitHub makes a link of by itself becomes code: an address, and what has
/// an `@` and would call somebody of that name.
pub(super) fn escape(text: &str) -> String {
    let words = text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty());
    let words = words.enumerate().map(|(at, word)| {
        // No code has a bar: it would end the cell of a table even there.
        let parts = word.split('|').enumerate();
        parts.map(|(part, text)| named(text, at + part == 0)).collect::<Vec<_>>().join("\\|")
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A word, or a part of one.
fn named(word: &str, is_first: bool) -> String {
    let is_linked = word.contains('@') || word.contains("://") || word.contains("www.");
    if !is_linked {
        return plain(word, is_first);
    }
    let rest = word.trim_start_matches(OPENING);
    let name = rest.trim_end_matches(CLOSING);
    let (before, after) = (&word[..word.len() - rest.len()], &rest[name.len()..]);
    [plain(before, is_first), code(name), plain(after, false)].concat()
}

/// A word with a backslash before whatever means something.
fn plain(word: &str, is_first: bool) -> String {
    let mut escaped = String::with_capacity(word.len());
    let is_numbered = is_first && word.starts_with(|first: char| first.is_ascii_digit());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let begins = is_first && escaped.is_empty();
        let means_something = match letter {
            // The marks of headings, of references to issues, and of lists.
            '#' => begins || next.is_some_and(|next| next.is_ascii_digit()),
            '-' | '+' | '=' => begins,
            '.' | ')' => is_numbered && next.is_none(),
            // An entity.
            '&' => next.is_some_and(|next| next == '#' || next.is_alphanumeric()),
            _ => ANYWHERE.contains(&letter),
        };
        if means_something {
            escaped.push('\\');
        }
        escaped.push(if letter.is_control() { '\u{fffd}' } else { letter });
    }
    escaped
}

/// A text as code.
fn code(text: &str) -> String {
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

/// A link with a text; the text, and the address as code, where the address is a query alone.
pub(super) fn link_or_code(text: &str, address: &str) -> String {
    if address.contains("://") {
        link(text, address)
    } else {
        [&*escape(text), ": ", &*code(address)].concat()
    }
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
            ("at http://a.b_c.", "at `http://a.b_c`."),
            ("a\nb\tc", "a b c"),
            (
                "with @nestjs/swagger, and (@hono/zod).",
                "with `@nestjs/swagger`, and (`@hono/zod`).",
            ),
            ("me@example.org", "`me@example.org`"),
            ("a|b@c (|x@y)", r"a\|`b@c` (\|`x@y`)"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }

    /// The text of each cell of the first row of a table, as GitHub reads it.
    fn cells(markdown: &str) -> Vec<String> {
        use comrak::nodes::NodeValue;
        let arena = comrak::Arena::new();
        let mut options = comrak::Options::default();
        options.extension.table = true;
        options.extension.autolink = true;
        options.extension.strikethrough = true;
        let root = comrak::parse_document(&arena, markdown, &options);
        let is_row = |value: &NodeValue| matches!(value, NodeValue::TableRow(false));
        let row = root.descendants().find(|node| is_row(&node.data.borrow().value));
        let text = |value: &NodeValue| match value {
            NodeValue::Text(text) => text.clone(),
            NodeValue::Code(code) => code.literal.clone(),
            NodeValue::TableCell => String::new(),
            other => panic!("nothing of this kind was written: {other:?}"),
        };
        let row = row.expect("there is a row").children();
        let cell =
            row.map(|cell| cell.descendants().map(|it| text(&it.data.borrow().value)).collect());
        cell.collect()
    }

    proptest::proptest! {
        /// A table keeps its cells, whatever they say.
        #[test]
        fn a_cell_shows_its_text_as_it_is(
            words in proptest::collection::vec("[a@|w.:/`*_\\\\<>&#~$x1-]{1,9}", 1..5),
            linked in proptest::sample::select(vec!["a|b@c", "www.a|b", "http://a|`b", "|@|", "x"]),
        ) {
            let text = format!("{} {linked}", words.join(" "));
            let table = format!("|A|B|\n|---|---|\n|x|{}|\n", escape(&text));
            proptest::prop_assert_eq!(cells(&table), ["x", &*text], "{}", table);
        }
    }

    #[test]
    fn code_and_links_hold_what_would_end_them() {
        assert_eq!(code("?a=b"), "`?a=b`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(link("a]b", "https://x.org/y_(z)"), r"[a\]b](https://x.org/y_%28z%29)");
    }
}
