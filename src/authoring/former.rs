//! Former ids, from the fields `was`: the id of a question, an option, a facet, a value or a sort
//! key that is gone, beside its successor. Whether they are nobody else's is checked in `cross`.

use crate::domain::catalog::Former;

/// Adds the former ids of something that links name as part of `of`, see [`Former::of`].
pub(super) fn add(all: &mut Vec<Former>, of: &str, now: &str, was: &[&str]) {
    let text = |text: &str| text.to_owned().into();
    all.extend(was.iter().map(|was| Former { of: text(of), was: text(was), now: text(now) }));
}
