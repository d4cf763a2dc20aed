//! Snippets: the page as a piece of somebody else's page, for each kind of place.
//!
//! Every frame has a width, a height, a title and a colour scheme, waits until it is near, may copy, and
//! has a link beside it for wherever frames are taken out: feeds, reader modes, previews.
//!
//! # What this module does not do
//! It knows no address; whoever asks for a snippet says where the page is.

use crate::domain::settings::Theme;

/// The host's script that fits a frame to its content, beside the page.
const SCRIPT: &str = "embed.js";

/// What kind of place a snippet is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Any page: a frame with a fixed height, which scrolls inside.
    #[default]
    Plain,
    /// Any page that may run a script: the frame is as high as its content.
    Fitted,
    /// A block of WordPress.
    WordPress,
    /// A card of Ghost.
    Ghost,
    /// A shortcode of Hugo, and its use.
    Hugo,
    /// Where no frame is allowed: a link.
    Markdown,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Plain, Self::Fitted, Self::WordPress, Self::Ghost, Self::Hugo, Self::Markdown];

    /// A stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Plain => "iframe",
            Self::Fitted => "iframe-auto",
            Self::WordPress => "wordpress",
            Self::Ghost => "ghost",
            Self::Hugo => "hugo",
            Self::Markdown => "markdown",
        }
    }

    /// The kind with a stable name.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// What a snippet is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snippet<'a> {
    /// The address of the page, without query and hash.
    pub address: &'a str,
    /// The query of the page in the frame, with its `?`, or empty.
    pub framed: &'a str,
    /// The query of the page that the link beside it opens, with its `?`, or empty.
    pub alone: &'a str,
    /// What the frame is called.
    pub title: &'a str,
    /// What the link beside it says.
    pub link: &'a str,
    /// The colour scheme of the frame.
    pub theme: Theme,
    /// The height of the frame in CSS pixels.
    pub height: u16,
}

impl Snippet<'_> {
    /// The text to paste into a place of some kind.
    #[must_use]
    pub fn text(&self, kind: Kind) -> String {
        let frame = |query: &str| self.frame(query);
        let link = |query: &str| self.link(query);
        match kind {
            Kind::Plain => [&frame(self.framed), "\n", &link(self.alone)].concat(),
            Kind::Fitted => {
                [&frame(self.framed), "\n", &link(self.alone), "\n", &self.script()].concat()
            }
            Kind::WordPress => [
                "<!-- wp:html -->\n",
                &frame(self.framed),
                "\n",
                &link(self.alone),
                "\n<!-- /wp:html -->",
            ]
            .concat(),
            Kind::Ghost => [
                "<!--kg-card-begin: html-->\n",
                &frame(self.framed),
                "\n",
                &link(self.alone),
                "\n",
                &self.script(),
                "\n<!--kg-card-end: html-->",
            ]
            .concat(),
            Kind::Hugo => [
                "{{/* layouts/shortcodes/stackfit.html */}}\n",
                &frame("\0").replace('\0', "{{ .Get 0 }}"),
                "\n",
                &link("\0").replace('\0', "{{ .Get 1 }}"),
                "\n",
                &self.script(),
                "\n\n{{/* In the post: */}}\n{{< stackfit \"",
                self.framed,
                "\" \"",
                self.alone,
                "\" >}}",
            ]
            .concat(),
            Kind::Markdown => {
                let title = self.title.replace('[', "\\[").replace(']', "\\]");
                let address = self.address.replace('(', "%28").replace(')', "%29");
                ["[", &title, "](", &address, self.alone, ")"].concat()
            }
        }
    }

    fn frame(&self, query: &str) -> String {
        [
            "<iframe src=\"",
            &escaped(self.address),
            &escaped(query),
            "\" title=\"",
            &escaped(self.title),
            "\" width=\"100%\" height=\"",
            &self.height.to_string(),
            "\" loading=\"lazy\" allow=\"clipboard-write\" style=\"border:0;width:100%;color-scheme:",
            self.theme.scheme(),
            "\"></iframe>",
        ]
        .concat()
    }

    fn link(&self, query: &str) -> String {
        let address = [&escaped(self.address), &*escaped(query)].concat();
        ["<p><a href=\"", &address, "\">", &escaped(self.link), "</a></p>"].concat()
    }

    fn script(&self) -> String {
        let folder = self.address.rfind('/').map_or(0, |at| at + 1);
        let folder = escaped(&self.address[..folder]);
        ["<script async src=\"", &folder, SCRIPT, "\"></script>"].concat()
    }
}

/// A text within HTML, also within an attribute in quotes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}
