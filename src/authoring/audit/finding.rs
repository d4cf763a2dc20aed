//! The checks of the audit, and its findings.

use core::fmt;

use serde::Serialize;

/// The maximum number of first places of an alternative, as a multiple of its fair share.
pub const MOST_OFTEN: f64 = 3.0;
/// The minimum spread of an option's utilities.
pub const LEAST_SPREAD: u32 = 500;
/// The rank correlation from which two options of different questions are too similar.
pub const MOST_ALIKE: f64 = 0.9;
/// The maximum share of unknown facts: at least 90 % have to be known.
pub const MOST_UNKNOWN: f64 = 0.1;
/// The maximum share of first places of an alternative under realistic profiles.
pub const MOST_REALISTIC: f64 = 0.12;
/// The share of first places under realistic profiles below which an expected alternative is rare.
pub const LEAST_EXPECTED: f64 = 0.01;

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
    /// No alternative has more of the first places than [`MOST_REALISTIC`] under realistic profiles.
    RealisticTooOften,
    /// Each alternative is first under some realistic profile.
    RealisticNeverFirst,
    /// Each expected alternative has at least [`LEAST_EXPECTED`] of those first places.
    RealisticRare,
    /// What was chosen in a case is first, alone or with others, in most cases.
    AdviceFirst,
    /// What was chosen is first alone in many of them.
    AdviceAlone,
    /// What was chosen is among the first three in nearly all of them.
    AdviceThree,
    /// What was turned down is first in hardly any.
    AdviceTurnedDown,
}

impl Check {
    /// All, with their stable names.
    pub const ALL: [(&'static str, Self); 13] = [
        ("never-first", Self::NeverFirst),
        ("too-often", Self::TooOften),
        ("never-matters", Self::NeverMatters),
        ("narrow", Self::Narrow),
        ("correlated", Self::Correlated),
        ("unknown", Self::Unknown),
        ("realistic-too-often", Self::RealisticTooOften),
        ("realistic-never-first", Self::RealisticNeverFirst),
        ("realistic-rare", Self::RealisticRare),
        ("advice-first", Self::AdviceFirst),
        ("advice-alone", Self::AdviceAlone),
        ("advice-three", Self::AdviceThree),
        ("advice-turned-down", Self::AdviceTurnedDown),
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
    /// An alternative, a question, an option as `question.option`, two of those, or the cases.
    pub subject: String,
    /// What was found.
    pub text: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {} [{}]", self.subject, self.text, self.check.id())
    }
}
