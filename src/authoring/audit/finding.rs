//! The checks of the audit, and its findings.

use serde::Serialize;

/// The maximum number of first places of an alternative, as a multiple of its fair share.
pub const MOST_OFTEN: f64 = 3.0;
/// The minimum spread of an option's utilities.
pub const LEAST_SPREAD: u32 = 500;
/// The rank correlation from which two options of different questions are too similar.
pub const MOST_ALIKE: f64 = 0.9;
/// The maximum share of unknown facts: at least 90 % have to be known.
pub const MOST_UNKNOWN: f64 = 0.1;

/// A check of the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// Each alternative can be first.
    NeverFirst,
    /// No alternative is first more than [`MOST_OFTEN`] times its fair share.
    TooOften,
    /// Each question changes the first place in some profiles.
    NeverMatters,
    /// The utilities of each option span at least [`LEAST_SPREAD`].
    Narrow,
    /// No two options of different questions have a rank correlation of at least [`MOST_ALIKE`].
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

/// A check that failed for a subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The check.
    pub check: Check,
    /// An alternative, a question, an option as `question.option`, or two of those.
    pub subject: String,
    /// What was found.
    pub text: String,
}
