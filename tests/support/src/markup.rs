//! Markup, to be read as a browser and assistive technology read it.
//!
//! What has the attribute `hidden` is not there for a reader, and is never found.
//!
//! It knows no styles: what only a style hides counts as shown.

use scraper::{ElementRef, Html, Node, Selector};

/// A rendered page.
#[derive(Debug)]
pub struct Page(Html);

impl Page {
    /// The page of some markup.
    pub fn read(markup: &str) -> Self {
        // Within a whole document, so that the parser complains of nothing but the interface.
        let document = format!(
            "<!DOCTYPE html><html lang=\"en\"><head><title>t</title></head><body>{markup}</body></html>"
        );
        Self(Html::parse_document(&document))
    }

    /// What the parser of the HTML standard had to mend.
    pub fn mended(&self) -> Vec<String> {
        self.0.errors.iter().map(ToString::to_string).collect()
    }

    /// The whole page.
    pub fn body(&self) -> Piece<'_> {
        self.one("body")
    }

    /// The content of the view.
    pub fn main(&self) -> Piece<'_> {
        self.one("main")
    }

    /// All that match a CSS selector, in reading order.
    pub fn all(&self, css: &str) -> Vec<Piece<'_>> {
        Piece(self.0.root_element()).all(css)
    }

    /// The only one that matches a CSS selector.
    pub fn one(&self, css: &str) -> Piece<'_> {
        Piece(self.0.root_element()).one(css)
    }

    /// The element with an id, where one is shown.
    pub fn by_id(&self, id: &str) -> Option<Piece<'_>> {
        self.all("[id]").into_iter().find(|piece| piece.attr("id") == Some(id))
    }

    /// The section that its heading with this text names.
    pub fn section(&self, heading: &str) -> Option<Piece<'_>> {
        self.all("section[aria-labelledby], aside[aria-labelledby]").into_iter().find(|section| {
            let id = section.attr("aria-labelledby").unwrap_or_default();
            self.by_id(id).is_some_and(|title| title.text().starts_with(heading))
        })
    }
}

/// A part of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece<'a>(ElementRef<'a>);

impl<'a> Piece<'a> {
    /// All shown within it that match a CSS selector, in reading order.
    pub fn all(self, css: &str) -> Vec<Self> {
        let selector = Selector::parse(css).expect(css);
        self.0.select(&selector).map(Self).filter(|piece| piece.is_shown()).collect()
    }

    /// The only one within it that matches a CSS selector.
    pub fn one(self, css: &str) -> Self {
        let all = self.all(css);
        assert_eq!(all.len(), 1, "{css} in {}", self.text());
        all[0]
    }

    /// Whether anything within it matches a CSS selector.
    pub fn has(self, css: &str) -> bool {
        !self.all(css).is_empty()
    }

    /// The name of its element.
    pub fn tag(self) -> &'a str {
        self.0.value().name()
    }

    /// An attribute.
    pub fn attr(self, name: &str) -> Option<&'a str> {
        self.0.attr(name)
    }

    /// All attributes.
    pub fn attrs(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.value().attrs()
    }

    /// What it stands in, the nearest first.
    pub fn ancestors(self) -> impl Iterator<Item = Self> {
        self.0.ancestors().filter_map(ElementRef::wrap).map(Piece)
    }

    /// Whether a reader finds it.
    pub fn is_shown(self) -> bool {
        self.attr("hidden").is_none()
            && self.ancestors().all(|piece| piece.attr("hidden").is_none())
    }

    /// Whether it cannot be used, itself or because its group cannot.
    pub fn is_disabled(self) -> bool {
        self.attr("disabled").is_some()
            || self
                .ancestors()
                .any(|piece| piece.tag() == "fieldset" && piece.attr("disabled").is_some())
    }

    /// What assistive technology reads: no decoration, spaces as one, between elements one, and none
    /// where a word may only be broken or a name in a sentence is marked.
    pub fn text(self) -> String {
        let texts = self.0.descendants().filter_map(|node| {
            let Node::Text(text) = node.value() else {
                return None;
            };
            let is_said = node.ancestors().filter_map(ElementRef::wrap).map(Piece).all(|piece| {
                piece.attr("hidden").is_none() && piece.attr("aria-hidden") != Some("true")
            });
            let before = node.prev_sibling().and_then(ElementRef::wrap);
            let is_name = |piece: ElementRef| {
                let attributes: Vec<_> = piece.value().attrs().collect();
                attributes == [("translate", "no")] && piece.value().name() == "span"
            };
            let is_joined = before
                .is_some_and(|before| before.value().name() == "wbr" || is_name(before))
                || node.parent().and_then(ElementRef::wrap).is_some_and(is_name);
            is_said.then(|| [if is_joined { "" } else { " " }, &**text].concat())
        });
        texts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Its name for assistive technology: its label, or what it says.
    pub fn name(self) -> String {
        self.attr("aria-label").map_or_else(|| self.text(), ToOwned::to_owned)
    }
}

/// What each of some pieces says.
pub fn texts(pieces: &[Piece<'_>]) -> Vec<String> {
    pieces.iter().map(|piece| piece.text()).collect()
}

/// Whether a text has a figure with a decimal, as all points have.
pub fn has_points(text: &str) -> bool {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    text.match_indices('.').any(|(at, _)| {
        is_digit(text[..at].chars().next_back()) && is_digit(text[at + 1..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_not_found_and_what_is_decoration_is_not_said() {
        let page = Page::read(
            "<main><p hidden>no</p><div hidden><p>no</p></div><p>a<b>b</b><i aria-hidden=\"true\">c</i></p></main>",
        );
        assert_eq!(texts(&page.all("p")), ["a b"]);
        assert_eq!(page.main().text(), "a b");
        assert_eq!(Page::read("<main>a.<wbr>b c</main>").main().text(), "a.b c");
        assert!(page.mended().is_empty(), "{:?}", page.mended());
    }

    #[test]
    fn markup_that_a_browser_would_change_is_told() {
        for markup in ["<p><div>a</div></p>", "<table><p>a</p></table>", "<b><i></b></i>"] {
            assert!(!Page::read(markup).mended().is_empty(), "{markup}");
        }
    }

    #[test]
    fn points_are_told_from_other_figures() {
        for text in ["87.4", "a 100.0 of 100"] {
            assert!(has_points(text), "{text}");
        }
        for text in ["", ".", "3.", "a. 5", "Question 4 of 14."] {
            assert!(!has_points(text), "{text}");
        }
    }
}
