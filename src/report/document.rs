//! The document that a report is: headings, lines with links, and tables.

use serde::{Deserialize, Serialize};

/// What is to be said, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// Its blocks; empty where there is nothing to say.
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
}

/// A line of text, with what it leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is.
    pub tone: Tone,
    /// A word that stands before it, and what the word means; both empty where there is none.
    pub word: String,
    /// What the word means.
    pub means: String,
    /// The text.
    pub text: String,
    /// Where it leads.
    pub links: Vec<Link>,
}

/// What a line is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// A statement.
    #[default]
    Plain,
    /// An explanation.
    Muted,
    /// Something to be careful about.
    Warning,
}

/// A link within the app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What it is called.
    pub label: String,
    /// The query string that it leads to.
    pub query: String,
    /// What it tries, in words; empty where it only leads somewhere.
    pub tries: String,
}

/// A table. The first cell of a row names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataTable {
    /// What it shows.
    pub caption: String,
    /// The headings of its columns; empty where the caption says it.
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
    /// A share in percent, to be drawn.
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
