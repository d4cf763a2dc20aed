//! Ids of the parts of a catalog: indices into its lists.

use serde::{Deserialize, Serialize};

/// The index of an alternative in [`Catalog::alternatives`](super::Catalog::alternatives).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AltId(pub u16);

/// The index of a criterion in [`Catalog::criteria`](super::Catalog::criteria).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CriterionId(pub u8);

/// The index of a question in [`Catalog::questions`](super::Catalog::questions).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub u8);

/// The index of a facet in [`Catalog::facets`](super::Catalog::facets).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FacetId(pub u8);

impl AltId {
    /// The id as a slice index.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl CriterionId {
    /// The id as a slice index.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl QuestionId {
    /// The id as a slice index.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl FacetId {
    /// The id as a slice index.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}
