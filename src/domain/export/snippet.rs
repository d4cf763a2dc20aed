//! Snippets for embedding the page in another page, one for each kind of target.
//!
//! Every frame has a width, a height, a title and a colour scheme, loads lazily, and may write to
//! the clipboard. A link follows it, for places where frames are removed: feeds, reader modes,
//! previews.
//!
//! The caller passes in the address of the page.

use crate::domain::settings::Theme;

/// The script of the host that fits a frame to its content, next to the page.
const SCRIPT: &str = "embed.js";

/// The kind of target of a snippet.
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
    /// A link, for places without frames.
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

/// The data of a snippet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snippet<'a> {
    /// The address of the page, without query and hash.
    pub address: &'a str,
    /// The query of the page in the frame, with its `?`, or empty.
    pub framed: &'a str,
    /// The query of the page that the link opens, with its `?`, or empty.
    pub alone: &'a str,
    /// The title of the frame.
    pub title: &'a str,
    /// The text of the link.
    pub link: &'a str,
    /// The colour scheme of the frame.
    pub theme: Theme,
    /// The height of the frame in CSS pixels.
    pub height: u16,
}

impl Snippet<'_> {
    /// The text to paste into a target of some kind.
    #[must_use]
    pub fn text(&self, kind: Kind) -> String {
        if kind == Kind::Markdown {
            let title = written(self.title, &markdown);
            return ["[", &title, "](", &written(self.address, &address), self.alone, ")"].concat();
        }
        let (before, after) = match kind {
            Kind::WordPress => ("<!-- wp:html -->\n", "\n<!-- /wp:html -->"),
            Kind::Ghost => ("<!--kg-card-begin: html-->\n", "\n<!--kg-card-end: html-->"),
            Kind::Hugo => ("{{/* layouts/shortcodes/stackfit.html */}}\n", ""),
            Kind::Plain | Kind::Fitted | Kind::Markdown => ("", ""),
        };
        let (framed, alone) = if kind == Kind::Hugo {
            ("{{ .Get 0 }}".to_owned(), "{{ .Get 1 }}".to_owned())
        } else {
            (written(self.framed, &html), written(self.alone, &html))
        };
        let place = written(self.address, &html);
        // The folder of the page, whether or not the address names the file.
        let folder = place.trim_end_matches(|letter| letter != '/');
        let script = match kind {
            Kind::Fitted | Kind::Ghost | Kind::Hugo => {
                ["\n<script async src=\"", folder, SCRIPT, "\"></script>"].concat()
            }
            Kind::Plain | Kind::WordPress | Kind::Markdown => String::new(),
        };
        let used = if kind == Kind::Hugo {
            let parts = [
                "\n\n{{/* In the post: */}}\n{{< stackfit \"",
                self.framed,
                "\" \"",
                self.alone,
                "\" >}}",
            ];
            parts.concat()
        } else {
            String::new()
        };
        [
            before,
            "<iframe src=\"",
            &place,
            &framed,
            "\" title=\"",
            &written(self.title, &html),
            "\" width=\"100%\" height=\"",
            &self.height.to_string(),
            "\" loading=\"lazy\" allow=\"clipboard-write\" style=\"border:0;width:100%;color-scheme:",
            self.theme.scheme(),
            "\"></iframe>\n<p><a href=\"",
            &place,
            &alone,
            "\">",
            &written(self.link, &html),
            "</a></p>",
            &script,
            after,
            &used,
        ]
        .concat()
    }
}

/// A text with some of its characters replaced; an empty replacement leaves the character as it is.
fn written(text: &str, how: &dyn Fn(char) -> &'static str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match how(letter) {
            "" => written.push(letter),
            other => written.push_str(other),
        }
    }
    written
}

/// Escapes for HTML, including quoted attributes.
fn html(letter: char) -> &'static str {
    match letter {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => "",
    }
}

/// Escapes for the text of a Markdown link.
fn markdown(letter: char) -> &'static str {
    match letter {
        '[' => "\\[",
        ']' => "\\]",
        _ => "",
    }
}

/// Escapes for the address of a Markdown link.
fn address(letter: char) -> &'static str {
    match letter {
        '(' => "%28",
        ')' => "%29",
        _ => "",
    }
}
