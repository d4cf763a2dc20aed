//! The script that notes a page's errors where the browser's driver does not tell them.
//!
//! It is in no page of an engine whose driver tells them: what is tested there is what is delivered.

use anyhow::Result;

use crate::engine::Engine;

/// The script.
pub(crate) const SCRIPT: &str = include_str!("recorder.js");
/// Where a server has it. A policy that allows a page its own scripts allows it too.
pub(crate) const PATH: &str = "/harness-recorder.js";

/// A page that has it inside, for where there is no server; as it is where the engine needs none.
///
/// # Errors
/// Where no such engine is known.
pub fn inside(page: &str) -> Result<String> {
    let script = format!("<script>{SCRIPT}</script>");
    Ok(if Engine::chosen()?.needs_recorder() { before_all(page, &script) } else { page.to_owned() })
}

/// A page with an element before everything else in its head.
pub(crate) fn before_all(page: &str, element: &str) -> String {
    // A minified page has no tag for its head: the head starts with its first element.
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
