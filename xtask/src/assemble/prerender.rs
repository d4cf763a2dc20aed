//! The real cards as markup, from the same components, rendered natively.
//!
//! What only works once the program is there and is out of sight or in a column of its own is left to
//! the program: the values of the facets, and the texts that show on pointing at a number. Both are
//! 1.2 kB of the page after compression, and nothing moves when they come.
//!
//! # What this module does not do
//! It renders nothing itself: the program `prerender` does, which is compiled with the interface.

use std::ops::Range;

use anyhow::Context;

use crate::process;

/// The content of the mount point.
///
/// # Errors
/// Where the program cannot be built or run.
pub(super) fn content() -> anyhow::Result<String> {
    let arguments = ["run", "--quiet", "--features", "prerender", "--bin", "prerender"];
    let rendered = process::output(&mut process::cargo(arguments)).context(
        "the cards could not be rendered: `cargo run --features prerender --bin prerender`",
    )?;
    // What is said of a number is beside it for screen readers already.
    let content = without(&rendered, "<span aria-hidden=\"true\"", ">");
    let facets =
        between(&content, "<div id=\"facets\" class=\"filters__body\">", "</div></div></aside>")?;
    Ok([&content[..facets.start], &content[facets.end..]].concat())
}

/// Where what stands between two texts is.
fn between(text: &str, start: &str, end: &str) -> anyhow::Result<Range<usize>> {
    let from =
        text.find(start).with_context(|| format!("the cards have no {start}"))? + start.len();
    let to = text[from..].find(end).with_context(|| format!("the cards have no {end}"))?;
    Ok(from..from + to)
}

/// A text without what stands between each start and the end that follows it.
fn without(text: &str, start: &str, end: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(start) {
        let (before, after) = rest.split_at(at + start.len());
        kept.push_str(before);
        rest = &after[after.find(end).unwrap_or(after.len())..];
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_program_adds_is_taken_out() {
        let markup = "<i aria title=\"a, b\">+2</i><b>a, b</b><i aria>→</i>";
        assert_eq!(without(markup, "<i aria", ">"), "<i aria>+2</i><b>a, b</b><i aria>→</i>");
        let facets = between("<div><p></p></div></aside>", "<div>", "</div></aside>").unwrap();
        assert_eq!(facets, 5..12);
        assert!(between("<div>", "<div>", "</div></aside>").is_err());
    }
}
