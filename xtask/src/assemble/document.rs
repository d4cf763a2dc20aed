//! A page as markup, edited by an HTML parser at the elements that selectors match.
//!
//! `index.html` marks the places for the build by `data-slot`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

/// A page as markup, edited by an HTML parser at the elements that selectors match.
pub(crate) struct Document {
    path: PathBuf,
    text: String,
}

impl Document {
    /// Reads the page.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Self> {
        let text =
            fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Self { path: path.to_owned(), text })
    }

    /// A page that will be written.
    pub(super) fn new(path: &Path, text: String) -> Self {
        Self { path: path.to_owned(), text }
    }

    /// The same page with another path.
    pub(super) fn copy(&self, path: &Path) -> Self {
        Self::new(path, self.text.clone())
    }

    /// The page's current markup.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Writes the page.
    pub(super) fn write(&self) -> anyhow::Result<()> {
        fs::write(&self.path, &self.text)
            .with_context(|| format!("cannot write {}", self.path.display()))
    }

    /// Applies a change to every element that a selector matches; an error if there is none.
    pub(super) fn change(
        &mut self,
        selector: &str,
        change: impl FnMut(&mut Element),
    ) -> anyhow::Result<()> {
        let n_changed = self.rewrite(selector, change)?;
        ensure!(n_changed > 0, "{} has no element {selector}", self.path.display());
        Ok(())
    }

    /// Sets attributes of every element that a selector matches; an error if there is none.
    pub(super) fn set(
        &mut self,
        selector: &str,
        attributes: &[(&str, &str)],
    ) -> anyhow::Result<()> {
        self.change(selector, |element| {
            for (name, value) in attributes {
                element.set_attribute(name, value).expect("the names are written in this program");
            }
        })
    }

    /// Appends markup to every element that a selector matches; an error if there is none.
    pub(super) fn append(&mut self, selector: &str, markup: &str) -> anyhow::Result<()> {
        self.change(selector, |element| element.append(markup, ContentType::Html))
    }

    /// Replaces the content of every element that a selector matches; an error if there is none.
    pub(super) fn fill(&mut self, selector: &str, markup: &str) -> anyhow::Result<()> {
        self.change(selector, |element| element.set_inner_content(markup, ContentType::Html))
    }

    /// Removes every element that a selector matches, if there is any.
    pub(super) fn remove(&mut self, selector: &str) -> anyhow::Result<()> {
        self.rewrite(selector, |element| {
            element.remove();
        })
        .map(drop)
    }

    /// Applies a change to the elements that a selector matches, and returns their number.
    fn rewrite(
        &mut self,
        selector: &str,
        mut change: impl FnMut(&mut Element),
    ) -> anyhow::Result<usize> {
        let mut n_changed = 0;
        let handler = element!(selector, |element| {
            n_changed += 1;
            change(element);
            Ok(())
        });
        let settings = RewriteStrSettings::new().append_element_content_handler(handler);
        self.text = rewrite_str(&self.text, settings)
            .with_context(|| format!("cannot change {} in {}", selector, self.path.display()))?;
        Ok(n_changed)
    }

    /// The raw text inside each element that a selector matches.
    pub(crate) fn inside(&self, selector: &str) -> anyhow::Result<Vec<String>> {
        let mut texts = vec![String::new()];
        let handler = text!(selector, |chunk| {
            texts.last_mut().expect("there is always one").push_str(chunk.as_str());
            if chunk.last_in_text_node() {
                texts.push(String::new());
            }
            Ok(())
        });
        rewrite_str(&self.text, RewriteStrSettings::new().append_element_content_handler(handler))
            .with_context(|| format!("cannot read {}", self.path.display()))?;
        texts.retain(|text| !text.is_empty());
        Ok(texts)
    }
}

/// A text escaped for markup, between tags and in quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Document {
        Document::new(Path::new("index.html"), text.to_owned())
    }

    #[test]
    fn marked_places_are_changed_and_nothing_else() {
        let mut page = page("<body><p data-slot=a class = 'x'>old<!-- a > b --></p>\n<p>data-slot");
        page.set("[data-slot=a]", &[("title", "\"<i>\"")]).unwrap();
        page.fill("[data-slot=a]", "<b>new</b>").unwrap();
        page.append("[data-slot=a]", "<i></i>").unwrap();
        let expected = "<body><p data-slot=a class = 'x' title=\"&quot;<i>&quot;\"><b>new</b><i></i></p>\
            \n<p>data-slot";
        assert_eq!(page.into_text(), expected);
    }

    #[test]
    fn a_place_that_is_missing_is_told() {
        let mut page = page("<p>nothing");
        let error = page.fill("[data-slot=cards]", "x").unwrap_err().to_string();
        assert!(error.contains("index.html has no element [data-slot=cards]"), "{error}");
        assert!(page.remove("script").is_ok(), "what may be missing may be removed");
    }

    #[test]
    fn what_stands_inside_is_read_as_it_is_written() {
        let page = page(
            "<style>a>b{}</style><script src=a.js></script><script>a && '<p>'</script>\
             <script type=\"application/ld+json\">{}</script>",
        );
        assert_eq!(page.inside("style").unwrap(), ["a>b{}"]);
        assert_eq!(page.inside("script:not([src]):not([type])").unwrap(), ["a && '<p>'"]);
    }
}
