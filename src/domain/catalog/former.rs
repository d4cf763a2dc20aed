//! Ids that are gone.

use implicit_clone::unsync::IString;
use serde::{Deserialize, Serialize};

/// An id that is gone, and its successor. Links that name it lead to the successor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    /// Where links name it: `a` for a question, `a.<question>` for an option, `f` for a facet,
    /// `f.<facet>` for a value, `sort` for a sort key.
    pub of: IString,
    /// The id that is gone.
    pub was: IString,
    /// The id of its successor.
    pub now: IString,
}
