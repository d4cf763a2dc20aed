//! What an alternative is described by: groups, scales and criteria.
//!
//! A criterion says nothing about good or bad; the questionnaire does.

use implicit_clone::unsync::IString;
use serde::{Deserialize, Serialize};

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
    /// Whether the values are in order, the most first.
    pub ordered: bool,
    /// The values, in the order in which they are shown.
    pub values: Vec<ScaleValue>,
}

/// One value of a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScaleValue {
    /// A stable name, kebab-case.
    pub id: IString,
    /// How it is called.
    pub label: IString,
    /// A character that shows the value as a shape; empty where there is none.
    pub glyph: IString,
    /// What it means, one sentence; empty where the label says all.
    pub means: IString,
}

/// What the facts of a criterion are: positions of a scale, text, or a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// One value of the scale at this position of `Catalog::scales`.
    One(u8),
    /// Any number of values of the scale at this position.
    Many(u8),
    /// Free text, to be shown only.
    Text,
    /// A date.
    Date,
}

/// One thing that every alternative is described by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// A stable name, kebab-case.
    pub id: IString,
    /// How it is called.
    pub label: IString,
    /// What it means, one sentence.
    pub means: IString,
    /// The position of its group in `Catalog::groups`.
    pub group: u8,
    /// What its facts are.
    pub kind: Kind,
    /// Whether its facts are the editors' view, by a written rubric.
    pub editorial: bool,
}
