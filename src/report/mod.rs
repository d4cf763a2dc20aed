//! Statements about a result, as a small document: lines, tables and links.
//!
//! How firm a result is, what could change it, what would make somebody else win, what to give up and
//! who covers it together: [`of`] works that out for a link and a [`Section`], and says it in words.
//! The page shows the document, `xtask recommend` prints it, and what reads one reads all of them.
//! In the page it is made by a program of its own, which is fetched once the page stands: nobody needs
//! it to browse, and it is a third of all code. In between it travels as text ([`wire`]).
//!
//! # What this module does not do
//! It knows no markup, keeps no state and decides nothing: the statements are the domain's, each exact.

mod details;
mod document;
mod input;
mod method;
mod no_match;
mod today;
mod together;
mod verdict;
mod what_would_win;
pub mod wire;

pub use document::{Block, Cell, DataTable, Explanation, Line, Link, Tone};
pub use input::ReportInput;

use crate::domain::catalog::{AltId, Catalog};

/// A part of what is to be said about a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// How every result comes about.
    Method,
    /// What would make an alternative win, or end its lead.
    WhatWouldWin(AltId),
}

impl Section {
    /// All that are about the result as a whole.
    pub const PLAIN: [Self; 7] = [
        Self::Verdict,
        Self::Details,
        Self::NoMatch,
        Self::Together,
        Self::Today,
        Self::Next,
        Self::Method,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self, catalog: &Catalog) -> String {
        match self {
            Self::Verdict => "verdict".to_owned(),
            Self::Details => "details".to_owned(),
            Self::NoMatch => "no-match".to_owned(),
            Self::Together => "together".to_owned(),
            Self::Today => "today".to_owned(),
            Self::Next => "next".to_owned(),
            Self::Method => "method".to_owned(),
            Self::WhatWouldWin(id) => {
                ["what-would-win.", catalog.alternative(id).id.as_ref()].concat()
            }
        }
    }

    /// The section with a name; none where there is no such section or alternative.
    #[must_use]
    pub fn find(catalog: &Catalog, name: &str) -> Option<Self> {
        if let Some(id) = name.strip_prefix("what-would-win.") {
            return catalog.find_alternative(id).map(Self::WhatWouldWin);
        }
        Self::PLAIN.into_iter().find(|section| section.name(catalog) == name)
    }
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
        Section::Method => method::say(input, &mut explanation),
        Section::WhatWouldWin(id) => what_would_win::say(input, id, &mut explanation),
    }
    explanation
}
