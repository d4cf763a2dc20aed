//! Statements as text: lines, tables in columns, and the links that try a change.
//!
//! Links that only navigate are printed by their label, without the address.

use stackfit::report::{Block, Cell, DataTable, Line, Tone};

/// How many characters a share of 100 % is drawn with.
const N_SIGNS: usize = 20;

/// Statements, indented by the given number of spaces.
pub(crate) fn blocks(blocks: &[Block], indent: usize) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Title(title) => line(&mut text, indent, title),
            Block::Line(said) => statement(&mut text, indent, said),
            Block::Table(shown) => table(&mut text, indent, shown),
            // For the page; a terminal has texts of its own.
            Block::Text(_) => {}
        }
    }
    text
}

fn line(text: &mut String, indent: usize, line: &str) {
    let padded = format!("{:indent$}{line}", "");
    text.push_str(padded.trim_end());
    text.push('\n');
}

fn statement(text: &mut String, indent: usize, said: &Line) {
    let mark = if said.tone == Tone::Warning { "Careful: " } else { "" };
    let word = if said.word.is_empty() { String::new() } else { format!("[{}] ", said.word) };
    let (trying, leading): (Vec<_>, Vec<_>) =
        said.links.iter().partition(|link| !link.tries.is_empty());
    let labels: Vec<_> = leading.iter().map(|link| link.label.as_str()).collect();
    let gap = if said.text.is_empty() || labels.is_empty() { "" } else { " " };
    line(text, indent, &format!("{mark}{word}{}{gap}{}", said.text, labels.join(", ")));
    for link in trying {
        line(text, indent + 2, &format!("{}: {}", link.label, link.query));
    }
}

fn table(text: &mut String, indent: usize, table: &DataTable) {
    line(text, indent, &table.caption);
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(shown).collect()).collect();
    let head: Vec<_> =
        Some(table.head.clone()).into_iter().filter(|head| !head.is_empty()).collect();
    let width = |at: usize| {
        let cells = head.iter().chain(&rows).filter_map(|row| row.get(at));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let is_figure =
        |at: usize| table.rows.iter().any(|row| matches!(row.get(at), Some(Cell::Number(_))));
    for row in head.iter().chain(&rows) {
        let cells: Vec<_> = row
            .iter()
            .enumerate()
            .map(|(at, cell)| {
                let width = width(at);
                if is_figure(at) { format!("{cell:>width$}") } else { format!("{cell:width$}") }
            })
            .collect();
        line(text, indent + 2, &cells.join("  "));
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Number(text) => text.clone(),
        Cell::Share(percent) => {
            let n = usize::try_from(*percent).unwrap_or_default() * N_SIGNS / 100;
            "#".repeat(n.min(N_SIGNS))
        }
    }
}

#[cfg(test)]
mod tests {
    use stackfit::report::Link;

    use super::*;

    fn said(tone: Tone, text: &str, links: Vec<Link>) -> Block {
        let (word, means) = (String::new(), String::new());
        Block::Line(Line { tone, steps: 0, word, means, text: text.to_owned(), links })
    }

    #[test]
    fn a_link_that_tries_something_has_a_line_to_copy_and_others_are_named() {
        let link = |label: &str, tries: &str| Link {
            label: label.to_owned(),
            query: "?view=result".to_owned(),
            tries: tries.to_owned(),
        };
        let all = [
            Block::Title("What?".to_owned()),
            said(Tone::Plain, "One of these:", vec![link("This", ""), link("That", "")]),
            said(Tone::Warning, "Give it up.", vec![link("Try it", "give it up")]),
            said(Tone::Muted, "", vec![link("Alone", "")]),
        ];
        let expected = "  What?\n  One of these: This, That\n  Careful: Give it up.\n    \
                        Try it: ?view=result\n  Alone\n";
        assert_eq!(blocks(&all, 2), expected);
    }

    #[test]
    fn a_table_stands_in_columns_with_its_figures_to_the_right() {
        let row = |name: &str, share: u32| {
            vec![
                Cell::Text(name.to_owned()),
                Cell::Share(share),
                Cell::Number(format!("{share} %")),
            ]
        };
        let table = DataTable {
            caption: "Shares".to_owned(),
            head: ["Name", "", "Share"].map(str::to_owned).into(),
            rows: vec![row("Ä", 100), row("Longer", 9)],
        };
        let lines = [
            "Shares",
            "  Name                          Share",
            "  Ä       ####################  100 %",
            "  Longer  #                       9 %",
            "",
        ];
        assert_eq!(blocks(&[Block::Table(table)], 0), lines.join("\n"));
    }
}
