//! The page in one file, which opens by double-click and inside `srcdoc`.
//!
//! # What this module does not do
//! It does without nothing: program, evidence and styles are all inside, and it asks for no file.

use anyhow::{Context, ensure};

use super::document::Document;
use super::program::Program;

/// Its name.
pub(crate) const NAME: &str = "standalone.html";

/// Writes it: the page, which has its place already, with all that it would load inside.
///
/// # Errors
/// Where the page is not as expected, or the file cannot be written.
pub(super) fn write(
    mut page: Document,
    programs: &[Program],
    evidence: &str,
) -> anyhow::Result<()> {
    let text = without_elements(page.text(), "<link", &["oembed", "canonical"]);
    let text = without_elements(&text, "<meta", &["og:", "twitter:"]);
    let text = without_scripts(&text)?;
    let body = text.rfind("</body>").context("the body of the page does not end")?;
    // Each program stands after what it needs.
    let mut scripts = format!("<script>{evidence}</script>");
    for Program { name, boot, inlined, .. } in programs {
        let starter = boot.text.replace("</script", "<\\/script");
        let inlined = &inlined.text;
        scripts.extend(["<script>", inlined, "</script><script data-program=\"", name, "\">"]);
        scripts.extend([&starter, "</script>"]);
    }
    page.replace([&text[..body], &scripts, &text[body..]].concat());
    page.write()
}

/// The text without the elements that start in a way and have one of some words in their tag.
fn without_elements(text: &str, start: &str, words: &[&str]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(start) {
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let tag = &rest[at..end];
        kept.push_str(&rest[..at]);
        if !words.iter().any(|word| tag.contains(word)) {
            kept.push_str(tag);
        }
        rest = &rest[end..];
    }
    kept + rest
}

/// The text without the script elements that load a file.
fn without_scripts(text: &str) -> anyhow::Result<String> {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    let mut n_taken = 0;
    while let Some(at) = rest.find("<script") {
        let tag_end = at + rest[at..].find('>').context("a script's tag does not end")? + 1;
        let end = tag_end
            + rest[tag_end..].find("</script>").context("a script does not end")?
            + "</script>".len();
        kept.push_str(&rest[..at]);
        if rest[at..tag_end].contains("src=") {
            n_taken += 1;
        } else {
            kept.push_str(&rest[at..end]);
        }
        rest = &rest[end..];
    }
    ensure!(n_taken == 1, "the page loads {n_taken} scripts; one was expected");
    Ok(kept + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_fetched_is_taken_out() {
        let text = "<link rel=icon href=data:,><link rel=canonical href=a><p>";
        assert_eq!(
            without_elements(text, "<link", &["canonical"]),
            "<link rel=icon href=data:,><p>"
        );
        let text = "<script>kept()</script><script defer data-src=boot.js></script><p>";
        assert_eq!(without_scripts(text).unwrap(), "<script>kept()</script><p>");
        assert!(without_scripts("<p>").is_err());
    }
}
