//! The data of a record. All texts are plain; whoever writes them escapes them.
//!
//! As JSON it is described by `docs/record.schema.json`. [`FORMAT`] is incremented when a member changes
//! its meaning or is removed.

use serde::{Deserialize, Serialize};

/// The version of the record as JSON.
pub const FORMAT: u32 = 1;

/// A form in which a record is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// The record as Markdown, in the shape of MADR 4.
    #[default]
    Madr,
    /// The record as JSON.
    Json,
    /// Everybody's points and the facts that the answers use, as CSV.
    Csv,
    /// All facts of those that are compared, as CSV.
    Comparison,
    /// A few lines of Markdown, for a chat or an issue.
    Brief,
    /// A document to print, which is no text.
    Paper,
}

impl Format {
    /// The name of its file, without what it is about.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Madr => "decision.md",
            Self::Json => "decision.json",
            Self::Csv => "ranking.csv",
            Self::Comparison => "comparison.csv",
            Self::Brief | Self::Paper => "result.md",
        }
    }
}

/// The record of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    /// [`FORMAT`].
    pub format: u32,
    /// What is decided.
    pub title: String,
    /// Whether it is decided.
    pub status: Status,
    /// The day of the record.
    pub date: String,
    /// The catalog that it rests on.
    pub catalog: CatalogName,
    /// The link that opens the result; a query alone if the page has no address.
    pub link: String,
    /// What is asked.
    pub question: String,
    /// The circumstances, in sentences.
    pub context: Vec<String>,
    /// The must-haves.
    pub musts: Vec<Must>,
    /// The answers that give points.
    pub wishes: Vec<Wish>,
    /// Those that meet every must-have, the best first.
    pub options: Vec<Considered>,
    /// Those of which a must-have is not known.
    pub unclear: Vec<NotRanked>,
    /// Those that a must-have rules out.
    pub ruled_out: Vec<NotRanked>,
    /// Those that were taken out.
    pub taken_out: Vec<Named>,
    /// What is chosen.
    pub outcome: Outcome,
    /// What speaks for the choice and against it; none while nothing is chosen.
    pub consequences: Option<Arguments>,
    /// What speaks for the best options and against them.
    pub weighed: Vec<Weighed>,
    /// How firm the result is, in sentences.
    pub firmness: Vec<String>,
    /// What would change it, in sentences.
    pub would_change: Vec<String>,
    /// When to look again.
    pub confirmation: Confirmation,
    /// What has changed since the link was made, in sentences.
    pub changed: Vec<String>,
    /// The sources of everything that is told, numbered from 1.
    pub sources: Vec<Source>,
}

/// Whether something is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The result proposes it, or nothing is chosen.
    Proposed,
    /// The reader has chosen it.
    Accepted,
}

impl Status {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
        }
    }
}

/// A catalog.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CatalogName {
    /// Its id.
    pub id: String,
    /// Its date.
    pub date: String,
}

/// A must-have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Must {
    /// The id of its question.
    pub question: String,
    /// The label of its question.
    pub label: String,
    /// What has to be met.
    pub option: String,
}

/// An answer that gives points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wish {
    /// The id of its question.
    pub question: String,
    /// The label of its question.
    pub label: String,
    /// What is wished for.
    pub options: Vec<String>,
    /// Whether any of these is enough, and not all are wanted.
    pub any: bool,
    /// How many times it counts: 1, 2 or 4.
    pub weight: u32,
}

/// An alternative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// An alternative that is ranked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Considered {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its rank from 1; equals have the same.
    pub rank: u16,
    /// Whether another one has exactly the same points.
    pub tied: bool,
    /// Its points; none while no question gives points.
    pub points: Option<Points>,
}

/// Points of 100.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Points {
    /// As they are shown.
    pub shown: String,
    /// In tenths.
    pub tenths: u32,
    /// The least that they can be, whatever the unknown facts are, in tenths.
    pub low_tenths: u32,
    /// The most that they can be, in tenths.
    pub high_tenths: u32,
}

/// An alternative that is not ranked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotRanked {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The must-haves that fail, or that are not known.
    pub causes: Vec<String>,
}

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The choice; none while nothing is chosen.
    pub choice: Option<Named>,
    /// Whether it is on rank 1.
    pub is_first: bool,
    /// The reason for the choice, or for having none. With a choice it continues the sentence
    /// 'Chosen: X, …'.
    pub because: String,
    /// What speaks against the choice if it is not first, in sentences.
    pub against: Vec<String>,
}

/// What speaks for something and against it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Arguments {
    /// What speaks for it.
    pub good: Vec<Argument>,
    /// What is met in part.
    pub neutral: Vec<Argument>,
    /// What speaks against it, with its known drawbacks.
    pub bad: Vec<Argument>,
}

/// A sentence with the numbers of its sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Argument {
    /// The sentence.
    pub text: String,
    /// Whether it is about a must-have.
    pub must: bool,
    /// The numbers of its sources, from 1.
    pub sources: Vec<usize>,
}

/// An alternative with what speaks for it and against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Weighed {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What speaks for it and against it.
    pub arguments: Arguments,
}

/// When to look again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Confirmation {
    /// The day from which some fact that the choice rests on is over a year old; none if none is fresh.
    pub by: Option<String>,
    /// Facts about the choice that change often.
    pub volatile: Vec<FactNow>,
    /// Facts that the choice rests on and that are over a year old.
    pub old: Vec<FactNow>,
}

/// A fact as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FactNow {
    /// The label of its criterion.
    pub label: String,
    /// Its value.
    pub value: String,
    /// The day from which its age is counted.
    pub day: String,
    /// The numbers of its sources, from 1.
    pub sources: Vec<usize>,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// The day it was read.
    pub read: String,
}
