//! The statements that the page makes about a result, as a document that is written down.
//!
//! | block | what it holds |
//! |---|---|
//! | `title` | `text` |
//! | `line` | `tone` (`plain`, `muted`, `warning`), `word` and what it `means`, `text`, `links` |
//! | `table` | `caption`, `head` (empty where the caption says it), `rows` of cells |
//!
//! A link has its `label`, the `query` that it leads to, and what it `tries` in words, empty where it
//! only leads somewhere. A cell is one of `text`, `number` (a figure as it is shown) and `share` (in
//! percent, to be drawn). The first cell of a row names it.
//!
//! # What this module does not do
//! It says nothing of its own: `stackfit::report` does.

use serde::Serialize;
use stackfit::domain::catalog::AltId;
use stackfit::report::{self, ReportInput, Section, Tone};

/// What is said about a result as a whole; a section is empty where there is nothing to say.
#[derive(Serialize)]
pub(super) struct Statements {
    pub(super) verdict: Vec<Block>,
    pub(super) details: Vec<Block>,
    pub(super) impasse: Vec<Block>,
    pub(super) together: Vec<Block>,
    pub(super) today: Vec<Block>,
    pub(super) next: Vec<Block>,
    pub(super) method: Vec<Block>,
}

impl Statements {
    /// All that is said about a subject.
    pub(super) fn of(subject: &ReportInput) -> Self {
        let said = |section| blocks(subject, section);
        Self {
            verdict: said(Section::Verdict),
            details: said(Section::Details),
            impasse: said(Section::NoMatch),
            together: said(Section::Together),
            today: said(Section::Today),
            next: said(Section::Next),
            method: said(Section::Method),
        }
    }
}

/// What would make an alternative win, or end its lead.
pub(super) fn way(subject: &ReportInput, id: AltId) -> Vec<Block> {
    blocks(subject, Section::WhatWouldWin(id))
}

fn blocks(subject: &ReportInput, section: Section) -> Vec<Block> {
    report::of(subject, section).blocks.into_iter().map(Block::from).collect()
}

/// One block.
#[derive(Serialize)]
#[serde(tag = "block", rename_all = "lowercase")]
pub(super) enum Block {
    Title { text: String },
    Line(Line),
    Table(Table),
}

#[derive(Serialize)]
pub(super) struct Line {
    pub(super) tone: &'static str,
    pub(super) word: String,
    pub(super) means: String,
    pub(super) text: String,
    pub(super) links: Vec<Link>,
}

#[derive(Serialize)]
pub(super) struct Link {
    pub(super) label: String,
    pub(super) query: String,
    pub(super) tries: String,
}

#[derive(Serialize)]
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Cell {
    Text(String),
    Number(String),
    Share(u32),
}

impl From<report::Block> for Block {
    fn from(block: report::Block) -> Self {
        match block {
            report::Block::Title(text) => Self::Title { text },
            report::Block::Line(line) => Self::Line(line.into()),
            report::Block::Table(table) => Self::Table(table.into()),
        }
    }
}

impl From<report::Line> for Line {
    fn from(line: report::Line) -> Self {
        let report::Line { tone, word, means, text, links } = line;
        let tone = match tone {
            Tone::Plain => "plain",
            Tone::Muted => "muted",
            Tone::Warning => "warning",
        };
        Self { tone, word, means, text, links: links.into_iter().map(Link::from).collect() }
    }
}

impl From<report::Link> for Link {
    fn from(link: report::Link) -> Self {
        let report::Link { label, query, tries } = link;
        Self { label, query, tries }
    }
}

impl From<report::DataTable> for Table {
    fn from(table: report::DataTable) -> Self {
        let report::DataTable { caption, head, rows } = table;
        let rows = rows.into_iter().map(|row| row.into_iter().map(Cell::from).collect());
        Self { caption, head, rows: rows.collect() }
    }
}

impl From<report::Cell> for Cell {
    fn from(cell: report::Cell) -> Self {
        match cell {
            report::Cell::Text(text) => Self::Text(text),
            report::Cell::Number(text) => Self::Number(text),
            report::Cell::Share(percent) => Self::Share(percent),
        }
    }
}
