//! The criteria that describe an alternative, with their groups and scales.
//!
//! A criterion says nothing about good or bad; the questionnaire does.

use implicit_clone::unsync::IString;
use serde::{Deserialize, Serialize};

use super::Date;

/// A heading under which criteria are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// A stable name, kebab-case.
    pub id: IString,
    /// The heading.
    pub label: IString,
}

/// The values that facts of a criterion can take, at most 64.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    /// A stable name, kebab-case.
    pub id: IString,
    /// Whether the values are ordered, the highest first.
    pub ordered: bool,
    /// The values, in the order in which they are shown.
    pub values: Vec<ScaleValue>,
}

/// One value of a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScaleValue {
    /// A stable name, kebab-case.
    pub id: IString,
    /// Its label.
    pub label: IString,
    /// A character that shows the value as a shape; empty if there is none.
    pub glyph: IString,
    /// The colour of a dot beside its label, as `#rrggbb`; empty if there is none.
    pub colour: IString,
    /// What it means, one sentence; empty if the label is enough. It is not embedded: the page reads
    /// it from [`Evidence`](super::Evidence).
    #[serde(skip)]
    pub means: IString,
    /// Other words that people search for it by.
    pub aliases: Vec<IString>,
}

/// The type of a criterion's facts: values of a scale, text, or a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// One value of the scale at this index of `Catalog::scales`.
    One(u8),
    /// Any number of values of the scale at this index.
    Many(u8),
    /// Free text, for display only.
    Text,
    /// A date.
    Date,
}

/// One property that every alternative is described by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// A stable name, kebab-case.
    pub id: IString,
    /// Its label.
    pub label: IString,
    /// What it means, one sentence. It is not embedded: the page reads it from
    /// [`Evidence`](super::Evidence).
    #[serde(skip)]
    pub means: IString,
    /// The index of its group in `Catalog::groups`.
    pub group: u8,
    /// The type of its facts.
    pub kind: Kind,
    /// Whether its facts are the editors' view, by a written rubric.
    pub editorial: bool,
    /// Whether its facts change with a release or within a year, so that a decision that rests on them
    /// is looked at again.
    pub volatile: bool,
    /// The day of the newest measurement that nobody disputes, if its facts are taken from one:
    /// nobody can know better, so the facts of that day become stale, but do not expire.
    pub newest_run: Option<Date>,
    /// Other words that people search for a capability by.
    pub aliases: Vec<IString>,
}
