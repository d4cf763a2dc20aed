//! A report as Markdown. Links within the app are left out: they lead nowhere without its address.

use super::escape::escape;
use super::{Block, Cell, DataTable, Explanation};

/// A document with a title, a line about it, and a report. Headings of the report are of the second
/// level.
pub(super) fn document(title: &str, about: &str, report: &Explanation) -> String {
    let mut text = ["# ", &escape(title), "\n\n", &escape(about), "\n"].concat();
    let mut is_in_list = false;
    for block in &report.blocks {
        let is_line = matches!(block, Block::Line(_));
        if !(is_line && is_in_list) {
            text.push('\n');
        }
        is_in_list = is_line;
        match block {
            Block::Title(title) => push(&mut text, &["## ", &escape(title)]),
            Block::Line(line) => push(&mut text, &["- ", &escape(&line.text)]),
            Block::Table(table) => of_table(&mut text, table),
            Block::Text(_) => {}
        }
    }
    text
}

fn push(text: &mut String, parts: &[&str]) {
    text.push_str(&parts.concat());
    text.push('\n');
}

/// A table with its caption before it. Bars are left out: a figure stands beside each.
fn of_table(text: &mut String, table: &DataTable) {
    push(text, &[&escape(&table.caption), ":\n"]);
    let shown = |cell: &Cell| match cell {
        Cell::Text(text) | Cell::Number(text) => Some(escape(text)),
        Cell::Share(_) => None,
    };
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().filter_map(shown).collect()).collect();
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let is_bar = |at: usize| {
        let first = table.rows.first().and_then(|row| row.get(at));
        matches!(first, Some(Cell::Share(_)))
    };
    let head = table.head.iter().enumerate().filter(|(at, _)| !is_bar(*at));
    let mut head: Vec<_> = head.map(|(_, label)| escape(label)).collect();
    head.resize(n_columns, String::new());
    row(text, &head);
    row(text, &vec!["---".to_owned(); n_columns]);
    for cells in &rows {
        row(text, cells);
    }
}

fn row(text: &mut String, cells: &[String]) {
    push(text, &["|", &cells.join("|"), "|"]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Tone;

    #[test]
    fn a_report_is_a_document_whose_texts_are_read_as_they_are() {
        let mut report = Explanation::default();
        report.say(Tone::Plain, "One *line*\nof [a](b)".to_owned());
        report.say(Tone::Muted, "another".to_owned());
        report.title("C# | F#".to_owned());
        let row = |name: &str| {
            vec![Cell::Text(name.to_owned()), Cell::Share(5), Cell::Number("5".to_owned())]
        };
        report.table(DataTable {
            caption: "By points".to_owned(),
            head: ["Who", "", "How much"].map(str::to_owned).into(),
            rows: vec![row("1. a|b"), row("")],
        });
        let expected = "# T\n\nabout\n\n- One \\*line\\* of \\[a\\](b)\n- another\n\n\
                        ## C# \\| F#\n\nBy points:\n\n|Who|How much|\n|---|---|\n\
                        |1\\. a\\|b|5|\n||5|\n";
        assert_eq!(document("T", "about", &report), expected);
    }
}
