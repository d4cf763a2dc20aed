//! The script that records a page's errors, for engines whose driver does not report them.
//!
//! Pages in other engines do not get it: they are tested as delivered.

use anyhow::Result;

use crate::engine::Engine;

/// The script.
pub(crate) const SCRIPT: &str = include_str!("recorder.js");
/// Its path on the test server, so that a policy that allows the page's own scripts allows it too.
pub(crate) const PATH: &str = "/harness-recorder.js";

/// A page that includes the script, for use without a server; unchanged if the engine does not need
/// it.
///
/// # Errors
/// If the engine is unknown.
pub fn inside(page: &str) -> Result<String> {
    let script = format!("<script>{SCRIPT}</script>");
    Ok(if Engine::chosen()?.needs_recorder() { before_all(page, &script) } else { page.to_owned() })
}

/// A page with an element at the start of its head.
pub(crate) fn before_all(page: &str, element: &str) -> String {
    // A minified page has no head tag: the head starts with its first element.
    let start = ["<meta", "<title", "<link", "<script", "<style"];
    let at = start.iter().filter_map(|tag| page.find(tag)).min().unwrap_or(0);
    format!("{}{element}{}", &page[..at], &page[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stands_before_every_script_and_after_what_makes_the_page_one() {
        let page = "<!doctype html><html lang=en><meta charset=utf-8><script>a()</script>";
        let with = before_all(page, "<i>");
        assert_eq!(
            with,
            "<!doctype html><html lang=en><i><meta charset=utf-8><script>a()</script>"
        );
    }
}
