//! Facets and sort keys.

use implicit_clone::unsync::IString;
use serde::{Deserialize, Serialize};

use super::{Alternative, CriterionId};

/// A property to filter on, with at most 64 values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// A stable name, kebab-case.
    pub id: IString,
    /// The heading.
    pub label: IString,
    /// Whether it is only followed in links, and not offered.
    pub is_hidden: bool,
    /// The values to choose among.
    pub values: Vec<FacetValue>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// A stable name, kebab-case.
    pub id: IString,
    /// Its label.
    pub label: IString,
    /// Which alternatives have it.
    pub test: FacetTest,
}

/// Whether an alternative has a facet value: the fact is one of the values in `any`. An unknown
/// fact never passes, because a filter shows what is known to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetTest {
    /// The criterion to test.
    pub criterion: CriterionId,
    /// The indices of its scale that pass, as bits.
    pub any: u64,
}

impl FacetTest {
    /// Whether an alternative passes.
    #[must_use]
    pub fn admits(&self, alternative: &Alternative) -> bool {
        alternative.fact(self.criterion).value.positions().any(|at| self.any >> at & 1 == 1)
    }
}

/// An order for cards: by a date or by an ordered scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SortKey {
    /// A stable name, kebab-case.
    pub id: IString,
    /// Its label.
    pub label: IString,
    /// The criterion to compare.
    pub criterion: CriterionId,
    /// Whether the greatest comes first.
    pub descending: bool,
}
