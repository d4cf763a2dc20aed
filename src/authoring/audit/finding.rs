//! What the audit looks at, and what it found.

use serde::Serialize;

/// How many times its part somebody may be first.
pub const MOST_OFTEN: f64 = 3.0;
/// How far apart the utilities of an option have to be at least.
pub const LEAST_SPREAD: u32 = 500;
/// From which rank correlation two options of different questions are too much alike.
pub const MOST_ALIKE: f64 = 0.9;
/// The greatest share of facts that may be unknown: at least 90 % have to be known.
pub const MOST_UNKNOWN: f64 = 0.1;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// Each alternative can be first.
    NeverFirst,
    /// No alternative is first more than [`MOST_OFTEN`] times its part.
    TooOften,
    /// Each question changes who is first at times.
    NeverMatters,
    /// The utilities of each option span at least [`LEAST_SPREAD`].
    Narrow,
    /// No two options of different questions have a rank correlation from [`MOST_ALIKE`].
    Correlated,
    /// No alternative has a greater share of unknown facts than [`MOST_UNKNOWN`].
    Unknown,
}

impl Check {
    /// All, with their stable names.
    pub const ALL: [(&'static str, Self); 6] = [
        ("never-first", Self::NeverFirst),
        ("too-often", Self::TooOften),
        ("never-matters", Self::NeverMatters),
        ("narrow", Self::Narrow),
        ("correlated", Self::Correlated),
        ("unknown", Self::Unknown),
    ];

    /// The stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, check)| *check == self).map_or("", |(id, _)| id)
    }
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was looked at.
    pub check: Check,
    /// An alternative, a question, an option as `question.option`, or two of those.
    pub subject: String,
    /// What was found.
    pub text: String,
}
