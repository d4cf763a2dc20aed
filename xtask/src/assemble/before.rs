//! What the static page needs for the time before its program has started; `src/browser/before.js`
//! uses it.

use std::path::Path;

use lol_html::html_content::ContentType;
use stackfit::domain::state::View;
use stackfit::text::{Message, Words, msg};

use super::document::{Document, escaped};

/// The controls whose value is a parameter of a link, by their selector.
const NAMED: [(&str, &str); 2] = [("#search", "q"), ("#sort", "sort")];

/// Adds it to the rendered content of the page. `waiting` is the text while something is awaited.
pub(super) fn prepared(rendered: String, words: &Words, waiting: &str) -> anyhow::Result<String> {
    let mut page = Document::new(Path::new("the rendered page"), rendered);
    for (selector, name) in NAMED {
        page.set(selector, &[("name", name)])?;
    }
    // What the reader did in an earlier visit is in the address, or nowhere.
    page.set("input, select", &[("autocomplete", "off")])?;
    let coming = coming(words, waiting);
    page.change("main", |main| main.prepend(&coming, ContentType::Html))?;
    Ok(page.into_text())
}

/// What stands in place of the cards while another view is awaited: the names of all views, of
/// which the starter shows one.
fn coming(words: &Words, waiting: &str) -> String {
    let names = View::ALL.into_iter().map(|view| {
        let text = words.text(heading(view));
        format!(" data-{}=\"{}\"", view.name(), escaped(&text))
    });
    let names: String = names.collect();
    let waiting = escaped(waiting);
    format!(
        "<div class=\"coming\" hidden><h2 tabindex=\"-1\"{names}></h2><p role=\"status\">{waiting}</p></div>"
    )
}

/// What a view is called before it is there; the cards too, where a link filters them.
const fn heading(view: View) -> Message {
    match view {
        View::Browse => msg::APP_BROWSE,
        View::Fit(_) => msg::APP_FIT,
        View::Result => msg::APP_RESULT,
        View::Compare => msg::APP_COMPARE,
        View::Team => msg::TEAM_TITLE,
        View::Embed => msg::APP_EMBED,
    }
}

#[cfg(test)]
mod tests {
    use stackfit::authoring::Checked;

    use super::*;
    use crate::assemble::checked;

    fn made(rendered: &str) -> anyhow::Result<String> {
        let Checked { catalog, .. } = checked()?;
        prepared(rendered.to_owned(), &Words::english(&catalog.subject), "Wait & see")
    }

    #[test]
    fn the_static_page_names_its_controls_and_every_view() {
        let text = made(
            "<main><input id=\"search\"><select id=\"sort\"></select><input type=\"checkbox\"></main>",
        )
        .unwrap();
        assert!(text.starts_with("<main><div class=\"coming\" hidden><h2"), "{text}");
        assert!(text.contains("Wait &amp; see</p></div><input"), "{text}");
        assert_eq!(text.matches("autocomplete=\"off\"").count(), 3, "{text}");
        for sign in ["id=\"search\" name=\"q\"", "id=\"sort\" name=\"sort\""] {
            assert!(text.contains(sign), "{sign} in {text}");
        }
        for view in View::ALL {
            let sign = format!(" data-{}=\"", view.name());
            assert!(text.contains(&sign), "{sign} in {text}");
        }
    }

    #[test]
    fn a_page_without_its_controls_is_told() {
        assert!(made("<main></main>").is_err());
    }
}
