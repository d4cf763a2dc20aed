//! Names of parameters that are nearly the page's own. They are reported; any other may belong to a host.

use crate::domain::browse::phrase::is_slip;
use crate::domain::settings;

/// The parameters of a link that belong to no question or facet.
const PLAIN: [&str; 13] = [
    "view", "step", "open", "q", "sort", "today", "choice", "split", "without", "compare", "rows",
    "person", "catalog",
];

/// The parameters of a person that belong to no question.
const PERSONAL: [&str; 2] = ["name", "without"];

/// Whether a name is nearly one of the page's own: but for one slip, or by its beginning.
pub(super) fn is_nearly_own(name: &str) -> bool {
    let settings = settings::PARAMETERS.iter().map(|parameter| parameter.name);
    let mut own = PLAIN.into_iter().chain(settings);
    ["f.", "a.", "must.", "w.", "only."].iter().any(|start| name.starts_with(start))
        || own.any(|own| is_slip_of(name, own))
}

/// Whether the name of a parameter after a number is nearly one of a person's.
pub(super) fn is_nearly_personal(name: &str) -> bool {
    ["a.", "must.", "w."].iter().any(|start| name.starts_with(start))
        || PERSONAL.iter().any(|own| is_slip_of(name, own))
}

/// Whether a name is one slip from another one.
fn is_slip_of(name: &str, own: &str) -> bool {
    let letters = |name: &str| name.chars().collect::<Vec<_>>();
    // Every short name would be one slip from "q".
    own.len() > 2 && is_slip(&letters(name), &letters(own))
}
