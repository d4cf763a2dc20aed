//! The page's statements about a result, as a serialisable document.
//!
//! | block | what it holds |
//! |---|---|
//! | `title` | `text` |
//! | `line` | `tone` (`plain`, `muted`, `warning`, `action`), `steps` of four that a lead is firm, `word` and what it `means`, `text`, `links` |
//! | `text` | a text to export, in Markdown: the `name` of its file, and the `text` |
//! | `table` | `caption`, `head` (empty if the caption is enough), `rows` of cells |
//!
//! A link has its `label`, the `query` of its target, and what it `tries` in words, which is empty
//! for plain navigation. A cell is one of `text`, `number` (a formatted figure) and `share` (a
//! percentage, to be drawn as a bar). The first cell of a row is its header.

use serde::{Serialize, Serializer};
use stackfit::domain::catalog::{AltId, Date};
use stackfit::report::{self, Block, DataTable, Explanation, Line, ReportInput, Section, Takeaway};

/// Statements about the result as a whole; a section without statements is empty.
#[derive(Serialize)]
pub(super) struct Statements {
    pub(super) verdict: Blocks,
    pub(super) details: Blocks,
    pub(super) impasse: Blocks,
    pub(super) together: Blocks,
    pub(super) today: Blocks,
    pub(super) next: Blocks,
    pub(super) method: Blocks,
    /// What has changed since the link was made; empty if it names no older catalog.
    pub(super) since: Blocks,
}

impl Statements {
    /// All statements about the result of a link, with the date of the older catalog that it was made with.
    pub(super) fn of(subject: &ReportInput, made_with: Option<Date>) -> Self {
        let said = |section| Blocks::of(report::of(subject, section));
        Self {
            verdict: said(Section::Verdict),
            details: said(Section::Details),
            impasse: said(Section::NoMatch),
            together: said(Section::Together),
            today: said(Section::Today),
            next: said(Section::Next),
            method: Blocks::of(report::method(subject.catalog, subject.words)),
            since: made_with.map(|date| said(Section::Since(date))).unwrap_or_default(),
        }
    }
}

/// What would make an alternative win, or end its lead.
pub(super) fn way(subject: &ReportInput, id: AltId) -> Blocks {
    Blocks::of(report::of(subject, Section::WhatWouldWin(id)))
}

/// A report as the list of its blocks.
#[derive(Default)]
pub(crate) struct Blocks(pub(crate) Vec<Block>);

impl Blocks {
    fn of(report: Explanation) -> Self {
        Self(report.blocks)
    }
}

impl Serialize for Blocks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Named::from))
    }
}

/// A block that names its kind next to its fields. `Block` itself cannot be tagged this way:
/// postcard, in which it travels to the page, is not self-describing and does not support internal
/// tags.
#[derive(Serialize)]
#[serde(tag = "block", rename_all = "lowercase")]
enum Named<'a> {
    Title { text: &'a str },
    Line(&'a Line),
    Table(&'a DataTable),
    Text(&'a Takeaway),
}

impl<'a> From<&'a Block> for Named<'a> {
    fn from(block: &'a Block) -> Self {
        match block {
            Block::Title(text) => Self::Title { text },
            Block::Line(line) => Self::Line(line),
            Block::Table(table) => Self::Table(table),
            Block::Text(text) => Self::Text(text),
        }
    }
}
