//! Statements about a result, as a small document: lines, tables and links.
//!
//! How firm a result is, what could change it, what would make somebody else win, what to give up and
//! who covers it together: [`of`] works that out for a link and a [`Section`], and says it in words.
//! The page shows the document, `stackfit recommend` prints it, and what reads one reads all of them.
//! In the page it is made by a second program ([`Explainer`]), which is fetched once the page stands:
//! nobody needs it to browse, and it is a third of all code. Requests and answers travel by `serde`.
//!
//! This module knows no markup and decides nothing: the statements are the domain's, each exact.

mod details;
mod document;
mod explainer;
mod input;
mod method;
mod no_match;
mod today;
mod together;
mod verdict;
mod what_would_win;

pub use document::{Block, Cell, DataTable, Explanation, Line, Link, Tone};
pub use explainer::{Explainer, Request};
pub use input::ReportInput;
pub use method::method;
use serde::{Deserialize, Serialize};

use crate::domain::catalog::AltId;

/// A part of what is to be said about a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Section {
    /// How firm it is, and what could still change it.
    Verdict,
    /// Shares of weightings, every rival, single importances.
    Details,
    /// What to give up where must-haves leave nobody.
    NoMatch,
    /// Who covers it together.
    Together,
    /// How the one in use today compares.
    Today,
    /// Which question to ask next.
    Next,
    /// What would make an alternative win, or end its lead.
    WhatWouldWin(AltId),
}

impl Section {
    /// All that are about the result as a whole.
    pub const PLAIN: [Self; 6] =
        [Self::Verdict, Self::Details, Self::NoMatch, Self::Together, Self::Today, Self::Next];
}

/// What is to be said about a result in a section.
#[must_use]
pub fn of(input: &ReportInput, section: Section) -> Explanation {
    let mut explanation = Explanation::default();
    match section {
        Section::Verdict => verdict::say(input, &mut explanation),
        Section::Next => verdict::next(input, &mut explanation),
        Section::Details => details::say(input, &mut explanation),
        Section::NoMatch => no_match::say(input, &mut explanation),
        Section::Together => together::say(input, &mut explanation),
        Section::Today => today::say(input, &mut explanation),
        Section::WhatWouldWin(id) => what_would_win::say(input, id, &mut explanation),
    }
    explanation
}
