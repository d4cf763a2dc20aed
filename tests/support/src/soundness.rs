//! What is sound in any markup, wherever it is: headings in order, names for everything that can be
//! used, tables that say what they show, references that resolve.
//!
//! It measures no colour and no size; the accessibility run on the built page does.

use std::collections::BTreeSet;

use crate::markup::{Page, Piece};

/// All that is not sound.
pub fn flaws(page: &Page) -> Vec<String> {
    let looks = [placeholders, headings, nameless, tables, references, buttons, pictures];
    page.mended().into_iter().chain(looks.iter().flat_map(|look| look(page))).collect()
}

/// Placeholders that were not filled in, and texts that stand for two.
pub fn placeholders(page: &Page) -> Vec<String> {
    let attributes = page.all("*").into_iter().flat_map(Piece::attrs);
    let attributes = attributes.map(|(_, value)| value.to_owned());
    // A document to take away has tables of its own.
    let mut body = page.body().text();
    for document in page.all("textarea") {
        body = body.replace(&document.text(), "");
    }
    let texts = attributes.chain([body]);
    texts.filter(|text| text.contains(['{', '}']) || text.contains(" | ")).collect()
}

/// Another title than one, levels of headings that are skipped, and headings that say nothing.
pub fn headings(page: &Page) -> Vec<String> {
    let headings = page.all("h1, h2, h3, h4, h5, h6");
    let level = |tag: &str| tag[1..].parse::<u8>().expect("a heading has a level");
    let mut wrong = Vec::new();
    let n_titles = headings.iter().filter(|heading| heading.tag() == "h1").count();
    if n_titles != 1 || headings.first().is_none_or(|first| first.tag() != "h1") {
        wrong.push(format!("{n_titles} titles"));
    }
    for pair in headings.windows(2) {
        let (one, next) = (level(pair[0].tag()), level(pair[1].tag()));
        if next > one + 1 {
            wrong.push(format!("h{one} {} / h{next} {}", pair[0].text(), pair[1].text()));
        }
    }
    let unnamed = headings.iter().filter(|heading| heading.text().is_empty());
    wrong.extend(unnamed.map(|heading| format!("an empty {}", heading.tag())));
    wrong
}

/// What can be used and has no name.
pub fn nameless(page: &Page) -> Vec<String> {
    let labelled: BTreeSet<_> = page
        .all("label[for]")
        .into_iter()
        .filter(|label| !label.text().is_empty())
        .filter_map(|label| label.attr("for"))
        .collect();
    let nameless = page.all("input, select, textarea").into_iter().filter(|field| {
        let by_label = field.attr("id").is_some_and(|id| labelled.contains(id));
        let within =
            field.ancestors().any(|piece| piece.tag() == "label" && !piece.text().is_empty());
        !by_label && !within && field.attr("aria-label").is_none()
    });
    let silent = page.all("a, button, summary").into_iter().filter(|piece| piece.name().is_empty());
    let groups = page
        .all("fieldset")
        .into_iter()
        .filter(|group| group.all("legend").first().is_none_or(|legend| legend.text().is_empty()));
    let all = nameless.chain(silent).chain(groups);
    all.map(|piece| format!("{} {:?}", piece.tag(), piece.attrs().collect::<Vec<_>>())).collect()
}

/// Tables without a caption, rows that nothing names, headings that do not say what they are for, and
/// rows of another length than the headings.
pub fn tables(page: &Page) -> Vec<String> {
    let mut wrong = Vec::new();
    for table in page.all("table") {
        let captions = texts_of(table, "caption");
        if captions.len() != 1 || captions[0].is_empty() {
            wrong.push(format!("captions {captions:?}"));
        }
        let scopeless = table.all("th").into_iter().filter(|heading| {
            let scope = heading.attr("scope");
            !matches!(scope, Some("col" | "row" | "rowgroup" | "colgroup"))
        });
        wrong.extend(scopeless.map(|heading| format!("no scope: {}", heading.text())));
        let n_columns = width(table, "thead th, thead td");
        for row in table.all("tbody tr") {
            if row.all("th[scope=row], th[scope=rowgroup]").len() != 1 {
                wrong.push(format!("{captions:?}: nothing names {}", row.text()));
            }
            if n_columns > 0 && width(row, "th, td") != n_columns {
                wrong.push(format!("{captions:?}: {n_columns} columns, but {}", row.text()));
            }
        }
    }
    wrong
}

/// How many columns some cells take.
fn width(piece: Piece<'_>, css: &str) -> usize {
    let span = |cell: Piece<'_>| cell.attr("colspan").map_or(Ok(1), str::parse).expect("a number");
    piece.all(css).into_iter().map(span).sum::<usize>()
}

fn texts_of(piece: Piece<'_>, css: &str) -> Vec<String> {
    piece.all(css).into_iter().map(Piece::text).collect()
}

/// Ids that are there twice, and references to what is not there.
pub fn references(page: &Page) -> Vec<String> {
    let ids: Vec<_> = page.all("[id]").iter().filter_map(|piece| piece.attr("id")).collect();
    let mut wrong: Vec<_> = ids
        .iter()
        .filter(|id| ids.iter().filter(|other| other == id).count() > 1)
        .map(|id| format!("twice: {id}"))
        .collect();
    for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
        for piece in page.all(&format!("[{name}]")) {
            let references = piece.attr(name).unwrap_or_default().split_whitespace();
            let lost = references.filter(|id| !ids.contains(id));
            wrong.extend(lost.map(|id| format!("{name}: {id}")));
        }
    }
    wrong
}

/// Buttons that submit something, and forms.
pub fn buttons(page: &Page) -> Vec<String> {
    let buttons = page.all("button").into_iter();
    let wrong = buttons.filter(|button| button.attr("type") != Some("button"));
    wrong.map(Piece::name).chain(page.all("form").iter().map(|form| form.text())).collect()
}

/// Pictures that assistive technology would have to read, although words say the same.
pub fn pictures(page: &Page) -> Vec<String> {
    let pictures = page.all("svg").into_iter();
    let wrong = pictures.filter(|picture| picture.attr("aria-hidden") != Some("true"));
    wrong.map(|picture| picture.tag().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_flaw_is_found() {
        for (look, markup) in [
            (placeholders as fn(&Page) -> Vec<String>, "<p title=\"{n} of them\">a</p>"),
            (headings, "<h1>a</h1><h3>b</h3>"),
            (headings, "<h1>a</h1><h2></h2>"),
            (nameless, "<input type=\"text\">"),
            (nameless, "<button type=\"button\"></button>"),
            (tables, "<table><tbody><tr><th scope=\"row\">a</th></tr></tbody></table>"),
            (tables, "<table><caption>a</caption><tbody><tr><th>a</th></tr></tbody></table>"),
            (tables, "<table><caption>a</caption><tbody><tr><td>a</td></tr></tbody></table>"),
            (
                tables,
                "<table><caption>a</caption><thead><tr><th scope=\"col\">a</th></tr></thead>\
                 <tbody><tr><th scope=\"row\">a</th><td>b</td></tr></tbody></table>",
            ),
            (references, "<p id=\"a\">a</p><p id=\"a\">b</p>"),
            (references, "<p aria-labelledby=\"b\">a</p>"),
            (buttons, "<button>a</button>"),
            (pictures, "<svg></svg>"),
        ] {
            assert!(!look(&Page::read(markup)).is_empty(), "{markup}");
        }
    }

    #[test]
    fn what_is_sound_has_no_flaw() {
        let page = Page::read(
            "<h1>a</h1><h2 id=\"t\">b</h2><section aria-labelledby=\"t\"><table><caption>c</caption>\
             <thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>\
             <tbody><tr><th scope=\"row\">a</th><td>b</td></tr></tbody></table></section>\
             <button type=\"button\">a</button>",
        );
        assert_eq!(flaws(&page), [""; 0]);
    }
}
