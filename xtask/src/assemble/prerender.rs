//! Prerenders the cards as markup, from the same components, with the native program `prerender`.
//!
//! Two things are left to the program, because they only work with it, and adding them later moves
//! nothing: the values of the facets, and the tooltips of numbers. Both would add 1.2 kB to the
//! page after compression.

use std::path::Path;

use anyhow::Context;

use super::document::Document;
use crate::process;

/// The content of the mount point.
pub(super) fn content() -> anyhow::Result<String> {
    let arguments = ["run", "--quiet", "--features", "prerender", "--bin", "prerender"];
    let rendered = process::output(&mut process::cargo(arguments)).context(
        "the cards could not be rendered: `cargo run --features prerender --bin prerender`",
    )?;
    without_what_the_program_adds(rendered)
}

fn without_what_the_program_adds(rendered: String) -> anyhow::Result<String> {
    let mut cards = Document::new(Path::new("the rendered page"), rendered);
    // The text next to a number already says it to screen readers.
    cards.change("span[aria-hidden=true]", |number| number.remove_attribute("title"))?;
    cards.fill("#facets", "")?;
    Ok(cards.into_text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_program_adds_is_taken_out() {
        let markup = "<span aria-hidden=\"true\" title=\"a, b\">+2</span><b title=\"c\">c</b>\
            <div id=\"facets\"><details><div></div></details></div><p></p>";
        let expected = "<span aria-hidden=\"true\">+2</span><b title=\"c\">c</b>\
            <div id=\"facets\"></div><p></p>";
        assert_eq!(without_what_the_program_adds(markup.to_owned()).unwrap(), expected);
        assert!(without_what_the_program_adds("<div></div>".to_owned()).is_err());
    }
}
