//! Prerenders the cards and the first facets as markup, from the same components, with the native
//! program `prerender`.

use std::path::Path;

use anyhow::Context;

use super::document::Document;
use crate::process;

/// The id of the style sheet by which the first facets filter.
pub(crate) const RULES: &str = "first-facets";

/// What the native program renders.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Prerendered {
    /// The content of the mount point.
    pub(super) content: String,
    /// For the head of the page: the rules by which the first facets filter; empty without them.
    pub(super) head: String,
}

/// Renders the page.
pub(super) fn render() -> anyhow::Result<Prerendered> {
    let arguments = ["run", "--quiet", "--features", "prerender", "--bin", "prerender"];
    let rendered = process::output(&mut process::cargo(arguments)).context(
        "the cards could not be rendered: `cargo run --features prerender --bin prerender`",
    )?;
    parted(rendered)
}

/// A style sheet belongs into the head.
fn parted(rendered: String) -> anyhow::Result<Prerendered> {
    let mut page = Document::new(Path::new("the rendered page"), rendered);
    let rules = page.inside("style")?.concat();
    page.remove("style")?;
    let head =
        if rules.is_empty() { rules } else { format!("<style id=\"{RULES}\">{rules}</style>") };
    Ok(Prerendered { content: page.into_text(), head })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_go_into_the_head_as_they_are() {
        let parts = |rendered: &str| {
            let Prerendered { content, head } = parted(rendered.to_owned()).unwrap();
            (content, head)
        };
        let content = "<div><p>&amp;</p></div>".to_owned();
        let rules = ".a:has(#b\\3c :checked)>.c{display:none}";
        let head = format!("<style id=\"first-facets\">{rules}</style>");
        assert_eq!(parts(&format!("<style>{rules}</style>{content}")), (content.clone(), head));
        assert_eq!(parts(&format!("<style></style>{content}")), (content, String::new()));
    }
}
