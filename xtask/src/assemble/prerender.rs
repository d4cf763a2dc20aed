//! Prerenders the cards as markup, from the same components, with the native program `prerender`.
//!
//! The facets are left to the program, because they only work with it, and adding them later moves
//! nothing. They would add 1 kB to the page after compression.

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
    cards.fill("#facets", "")?;
    Ok(cards.into_text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_program_adds_is_taken_out() {
        let markup = "<div id=\"facets\"><details><div></div></details></div><p></p>";
        let expected = "<div id=\"facets\"></div><p></p>";
        assert_eq!(without_what_the_program_adds(markup.to_owned()).unwrap(), expected);
        assert!(without_what_the_program_adds("<div></div>".to_owned()).is_err());
    }
}
