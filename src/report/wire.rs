//! A report as text, from the program that makes it to the page that shows it: one line a record, fields
//! parted by tabs.
//!
//! | line | fields |
//! |---|---|
//! | `h` | a heading |
//! | `p` | a line: tone, word, what the word means, text |
//! | `a` | a link of the line before: label, query, what it tries |
//! | `t` | a table: caption, then the headings of its columns |
//! | `r` | a row of the table before; a cell starts with `"` text, `#` a figure, `=` a share |
//!
//! # What this module does not do
//! Both ends are of one build; what it cannot read it passes over.

use super::{Block, Cell, DataTable, Explanation, Line, Link, Tone};

/// A report as text.
#[must_use]
pub fn encode(explanation: &Explanation) -> String {
    let mut text = String::new();
    for block in &explanation.blocks {
        match block {
            Block::Title(title) => record(&mut text, "h", &[title]),
            Block::Line(line) => {
                let tone = match line.tone {
                    Tone::Plain => "",
                    Tone::Muted => "m",
                    Tone::Warning => "w",
                };
                record(&mut text, "p", &[tone, &line.word, &line.means, &line.text]);
                for link in &line.links {
                    record(&mut text, "a", &[&link.label, &link.query, &link.tries]);
                }
            }
            Block::Table(table) => {
                let head = table.head.iter().map(String::as_str);
                let fields: Vec<_> = core::iter::once(table.caption.as_str()).chain(head).collect();
                record(&mut text, "t", &fields);
                for row in &table.rows {
                    let cells: Vec<_> = row.iter().map(cell).collect();
                    let fields: Vec<_> = cells.iter().map(String::as_str).collect();
                    record(&mut text, "r", &fields);
                }
            }
        }
    }
    text
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => ["\"", text].concat(),
        Cell::Number(text) => ["#", text].concat(),
        Cell::Share(percent) => ["=", &percent.to_string()].concat(),
    }
}

fn record(text: &mut String, kind: &str, fields: &[&str]) {
    text.push_str(kind);
    for field in fields {
        text.push('\t');
        text.extend(field.chars().filter(|letter| !letter.is_control()));
    }
    text.push('\n');
}

/// The report that a text holds.
#[must_use]
pub fn decode(text: &str) -> Explanation {
    let mut explanation = Explanation::default();
    for line in text.lines() {
        let mut fields = line.split('\t');
        let kind = fields.next().unwrap_or_default();
        let mut next = || fields.next().unwrap_or_default().to_owned();
        match (kind, explanation.blocks.last_mut()) {
            ("h", _) => explanation.blocks.push(Block::Title(next())),
            ("p", _) => {
                let tone = match next().as_str() {
                    "m" => Tone::Muted,
                    "w" => Tone::Warning,
                    _ => Tone::Plain,
                };
                let (word, means, text) = (next(), next(), next());
                let line = Line { tone, word, means, text, links: Vec::new() };
                explanation.blocks.push(Block::Line(line));
            }
            ("a", Some(Block::Line(line))) => {
                let (label, query, tries) = (next(), next(), next());
                line.links.push(Link { label, query, tries });
            }
            ("t", _) => {
                let caption = next();
                let head = fields.map(ToOwned::to_owned).collect();
                explanation.blocks.push(Block::Table(DataTable {
                    caption,
                    head,
                    rows: Vec::new(),
                }));
            }
            ("r", Some(Block::Table(table))) => table.rows.push(fields.map(read_cell).collect()),
            _ => {}
        }
    }
    explanation
}

fn read_cell(field: &str) -> Cell {
    let (kind, rest) = field.split_at_checked(1).unwrap_or(("", field));
    match kind {
        "#" => Cell::Number(rest.to_owned()),
        "=" => Cell::Share(rest.parse().unwrap_or(0)),
        _ => Cell::Text(rest.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let first = Link { label: "a".into(), query: "?x=1".into(), tries: "y".into() };
        let line = Line {
            tone: Tone::Warning,
            word: "firm".into(),
            means: "it holds".into(),
            text: "“so”".into(),
            links: vec![first.clone(), Link { tries: String::new(), ..first }],
        };
        let cells = vec![Cell::Text("x".into()), Cell::Number("9 %".into()), Cell::Share(9)];
        let table = DataTable {
            caption: "c".into(),
            head: vec!["h".into()],
            rows: vec![cells, Vec::new()],
        };
        let blocks = vec![
            Block::Title("t".into()),
            Block::Line(line),
            Block::Table(table),
            Block::Line(Line::default()),
        ];
        let explanation = Explanation { blocks };
        assert_eq!(decode(&encode(&explanation)), explanation);
    }

    #[test]
    fn what_cannot_be_read_is_passed_over() {
        for text in ["", "a\tx", "r\t\"x", "z", "\t\t", "p\nr\t\"x", "t\nr\n"] {
            let _ = decode(text);
        }
        assert_eq!(decode("a\tx\nz\ty"), Explanation::default());
    }
}
