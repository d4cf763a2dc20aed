//! The document model of a report: headings, lines with links, and tables.

use serde::{Deserialize, Serialize};

/// A document, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// Its blocks; empty if there are no statements.
    pub blocks: Vec<Block>,
}

/// One block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading.
    Title(String),
    /// A line of text.
    Line(Line),
    /// A table.
    Table(DataTable),
    /// A text of its own, to take away.
    Text(Takeaway),
}

/// A text to take away, as a file or by copying.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Takeaway {
    /// The name of its file.
    pub name: String,
    /// The text.
    pub text: String,
}

/// A line of text, with links.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its tone.
    pub tone: Tone,
    /// How firm a lead is, in four steps; 0 if the line is about something else.
    pub steps: u8,
    /// A keyword before the text; empty if there is none.
    pub word: String,
    /// The meaning of the keyword; empty if there is none.
    pub means: String,
    /// The text.
    pub text: String,
    /// Its links.
    pub links: Vec<Link>,
}

/// The tone of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// A statement.
    #[default]
    Plain,
    /// An explanation.
    Muted,
    /// A warning.
    Warning,
    /// The next step to take, as a link.
    Action,
}

/// A link within the app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its label.
    pub label: String,
    /// The query string of its target.
    pub query: String,
    /// What it tries, in words; empty for plain navigation.
    pub tries: String,
}

/// A table. The first cell of a row is its header.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataTable {
    /// Its caption.
    pub caption: String,
    /// The headings of its columns; empty if the caption is enough.
    pub head: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cell {
    /// Text.
    Text(String),
    /// A figure.
    Number(String),
    /// A share in percent, to be drawn as a bar.
    Share(u32),
}

impl Explanation {
    pub(super) fn title(&mut self, text: String) {
        self.blocks.push(Block::Title(text));
    }

    pub(super) fn say(&mut self, tone: Tone, text: String) {
        self.blocks.push(Block::Line(Line { tone, text, ..Line::default() }));
    }

    pub(super) fn line(&mut self, line: Line) {
        self.blocks.push(Block::Line(line));
    }

    pub(super) fn table(&mut self, table: DataTable) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }
}
