//! Statements about a result, as a small document: lines, tables and links.
//!
//! [`of`] computes the statements of a [`Section`] for a link: how firm a result is, what could
//! change it, what would make another alternative win, what to give up, and which combinations
//! cover the needs. The page shows the document, and `stackfit recommend` prints it. In the page a
//! second program computes it ([`Explainer`]), which is fetched after the page is drawn: browsing
//! does not need it, and it is a third of all code. Requests and answers are serialised with
//! `serde`.
//!
//! This module has no markup and no decision logic: all facts come from the domain and are exact.

mod details;
mod document;
mod escape;
mod explainer;
mod input;
mod method;
mod next;
mod no_match;
pub mod record;
mod since;
mod team;
mod today;
mod together;
mod verdict;
mod what_would_win;

pub use document::{Block, Cell, DataTable, Explanation, Line, Link, Takeaway, Tone};
pub use explainer::{Explainer, Request};
pub use input::ReportInput;
pub use method::method;
use serde::{Deserialize, Serialize};

use self::record::Format;
use crate::domain::catalog::{AltId, Date};

/// A section of the statements about a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Section {
    /// How firm it is, and what could still change it.
    Verdict,
    /// Shares of weightings, every rival, single importances.
    Details,
    /// What to give up if no alternative meets all must-haves.
    NoMatch,
    /// Which combinations cover the needs together.
    Together,
    /// How the alternative in use today compares.
    Today,
    /// Which questions to ask next.
    Next,
    /// What would make an alternative win, or end its lead.
    WhatWouldWin(AltId),
    /// Which facts have changed since the catalog of a day.
    Since(Date),
    /// The record of the decision in some form, with the date of the catalog that the link was made with,
    /// if it differs.
    Record(Format, Option<Date>),
    /// What the answers of several people come to together.
    Team,
}

impl Section {
    /// All sections about the result as a whole.
    pub const PLAIN: [Self; 6] =
        [Self::Verdict, Self::Details, Self::NoMatch, Self::Together, Self::Today, Self::Next];
}

/// The statements of a section about a result.
#[must_use]
pub fn of(input: &ReportInput, section: Section) -> Explanation {
    let mut explanation = Explanation::default();
    match section {
        Section::Verdict => verdict::say(input, &mut explanation),
        Section::Next => next::say(input, &mut explanation),
        Section::Details => details::say(input, &mut explanation),
        Section::NoMatch => no_match::say(input, &mut explanation),
        Section::Together => together::say(input, &mut explanation),
        Section::Today => today::say(input, &mut explanation),
        Section::WhatWouldWin(id) => what_would_win::say(input, id, &mut explanation),
        Section::Since(day) => since::say(input, day, &mut explanation),
        // It needs the evidence as well: see [`Explainer::explain`].
        Section::Record(..) => {}
        Section::Team => team::say(input, &mut explanation),
    }
    explanation
}
