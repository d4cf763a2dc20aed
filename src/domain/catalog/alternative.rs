//! An alternative with its facts.
//!
//! A fact carries no judgement, and unknown is a value of its own that never turns into "no". The
//! sources of a fact are in `evidence`.

use implicit_clone::unsync::IString;
use serde::{Deserialize, Serialize};

use super::{CriterionId, Date};

/// An alternative: in the shipped catalog, a framework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    /// A stable id, kebab-case, used by links and files.
    pub id: IString,
    /// The name people use.
    pub name: IString,
    /// Other names people search for.
    pub aliases: Vec<IString>,
    /// What it is for, one sentence.
    pub summary: IString,
    /// One fact for each criterion, in the order of `Catalog::criteria`.
    pub facts: Vec<Fact>,
}

impl Alternative {
    /// The fact for a criterion.
    ///
    /// # Panics
    /// If the criterion does not belong to this alternative's catalog.
    #[must_use]
    pub fn fact(&self, criterion: CriterionId) -> &Fact {
        &self.facts[criterion.index()]
    }
}

/// What is known about an alternative for one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The value, which may be unknown.
    pub value: Value,
    /// What provides it, such as the name of a package; empty if there is no provider.
    pub by: IString,
    /// The day the fact was checked.
    pub checked: Date,
    /// The day of a figure that was already old when it was checked, such as that of a benchmark.
    pub of: Option<Date>,
}

impl Fact {
    /// The day from which the age of the fact is counted.
    #[must_use]
    pub fn day(&self) -> Date {
        self.of.unwrap_or(self.checked)
    }
}

/// The value of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Not known. Not the same as no.
    Unknown,
    /// One value of the criterion's scale, by index.
    One(u8),
    /// Several values of the criterion's scale, bit `i` for index `i`.
    Many(u64),
    /// Free text.
    Text(IString),
    /// A date.
    Date(Date),
}

impl Value {
    /// Whether the value contains an index of the scale.
    #[must_use]
    pub const fn has(&self, position: u8) -> bool {
        match self {
            Self::One(at) => *at == position,
            Self::Many(bits) => position < 64 && *bits >> position & 1 == 1,
            Self::Unknown | Self::Text(_) | Self::Date(_) => false,
        }
    }

    /// The indices of the scale that the value contains, in scale order.
    pub fn positions(&self) -> impl Iterator<Item = u8> + use<> {
        let bits = match self {
            Self::One(at) => 1_u64.checked_shl(u32::from(*at)).unwrap_or(0),
            Self::Many(bits) => *bits,
            Self::Unknown | Self::Text(_) | Self::Date(_) => 0,
        };
        (0..64).filter(move |at| bits >> at & 1 == 1)
    }

    /// Whether the value is known.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown)
    }
}
