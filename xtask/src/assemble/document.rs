//! The page as text, and the few places of it that are changed.
//!
//! # What this module does not do
//! It is no parser: it looks for what `index.html` is known to have, also after Trunk has minified it,
//! and fails where it is not there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};

/// The page.
pub(super) struct Document {
    path: PathBuf,
    text: String,
}

impl Document {
    /// Reads the page.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        let text =
            fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Self { path: path.to_owned(), text })
    }

    /// The same page for another place.
    pub(super) fn copy(&self, path: &Path) -> Self {
        Self { path: path.to_owned(), text: self.text.clone() }
    }

    /// Puts another text in place of the page's.
    pub(super) fn replace(&mut self, text: String) {
        self.text = text;
    }

    /// The page as it is now.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Writes the page.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn write(&self) -> anyhow::Result<()> {
        fs::write(&self.path, &self.text)
            .with_context(|| format!("cannot write {}", self.path.display()))
    }

    /// Puts another name in place of a file's.
    ///
    /// # Errors
    /// Where the page does not name the file.
    pub(super) fn rename(&mut self, old: &str, new: &str) -> anyhow::Result<()> {
        ensure!(self.text.contains(old), "{} does not name {old}", self.path.display());
        self.text = self.text.replace(old, new);
        Ok(())
    }

    /// Says what the page is about, wherever it says so.
    ///
    /// # Errors
    /// Where the page leaves no room for it.
    pub(super) fn set_subject(&mut self, title: &str, intro: &str) -> anyhow::Result<()> {
        self.rename("{the title}", &escaped(title))?;
        self.rename("{the intro}", &escaped(intro))
    }

    /// Names at the mount point what is loaded later, each by an attribute.
    ///
    /// # Errors
    /// Where the mount point is not there.
    pub(super) fn name_later(&mut self, files: &[(&str, &str)]) -> anyhow::Result<()> {
        for (attribute, name) in files {
            let (at, _) = self.mount_point()?;
            self.text.insert_str(at - 1, &format!(" {attribute}=\"./{name}\""));
        }
        Ok(())
    }

    /// Puts content into the mount point.
    ///
    /// # Errors
    /// Where the mount point is not there.
    pub(super) fn set_content(&mut self, content: &str) -> anyhow::Result<()> {
        let (start, end) = self.mount_point()?;
        self.text.replace_range(start..end, content);
        Ok(())
    }

    /// Adds to the head.
    ///
    /// # Errors
    /// Where the head does not end.
    pub(super) fn add_to_head(&mut self, markup: &str) -> anyhow::Result<()> {
        let at = self.text.find("</head>").context("the head of the page does not end")?;
        self.text.insert_str(at, markup);
        Ok(())
    }

    /// Where the content of the mount point starts and ends. It is the last element of the body.
    fn mount_point(&self) -> anyhow::Result<(usize, usize)> {
        let tag = ["<div id=\"app\"", "<div id=app"]
            .into_iter()
            .find_map(|sign| self.text.find(sign))
            .context("the page has no element with the id app")?;
        let start = tag + self.text[tag..].find('>').context("its tag does not end")? + 1;
        let body = self.text.rfind("</body>").context("the body of the page does not end")?;
        let end = self.text[..body].rfind("</div>").context("the mount point does not end")?;
        ensure!(start <= end, "the mount point is not the last element of the body");
        Ok((start, end))
    }
}

/// A text as it may stand in markup, between tags and in quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Document {
        Document { path: "index.html".into(), text: text.to_owned() }
    }

    #[test]
    fn the_mount_point_gets_its_evidence_and_its_content() {
        for sign in ["<div id=\"app\">", "<div id=app>"] {
            let mut page = page(&format!("<body>{sign}<p>old</div>\n</body>"));
            page.name_later(&[("data-evidence", "evidence-1.js")]).unwrap();
            page.set_content("<p>new</p>").unwrap();
            assert!(page.text().contains("data-evidence=\"./evidence-1.js\"><p>new</p></div>"));
            assert!(!page.text().contains("old"));
        }
    }

    #[test]
    fn the_page_says_what_the_catalog_is_about() {
        let text =
            "<title>{the title}: choose</title><meta content=\"{the intro}\"><h1>{the title}";
        let mut page = page(text);
        page.set_subject("A & \"B\"", "<i>").unwrap();
        let expected = "<title>A &amp; &quot;B&quot;: choose</title><meta content=\"&lt;i>\">\
            <h1>A &amp; &quot;B&quot;";
        assert_eq!(page.text(), expected);
        assert!(page.set_subject("A", "B").is_err(), "there is no room any more");
    }

    #[test]
    fn what_is_not_there_is_told() {
        let mut page = page("<p>nothing");
        assert!(page.rename("a.js", "b.js").is_err());
        assert!(page.set_content("x").is_err());
        assert!(page.add_to_head("x").is_err());
    }
}
