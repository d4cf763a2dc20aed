//! The statements of the second program about a result, requested once per change.

use std::rc::Rc;

use yew::prelude::*;

use super::use_lazy::LoadState;
use crate::report::{Explanation, Section};
use crate::ui::model::Model;

/// The explanation of a section for the state of a query string; none before the second program has
/// arrived.
///
/// It is requested while drawing, in a memo: the answer takes a millisecond, and an effect would
/// draw, lay out and paint everything that depends on it a second time.
#[hook]
pub(in crate::ui) fn use_explanation(
    model: Model,
    query: &AttrValue,
    section: Section,
    program: LoadState,
) -> Option<Rc<Explanation>> {
    let explanation = use_memo((query.clone(), section, program), |(query, ..)| {
        let is_here = program == LoadState::Here;
        is_here.then(|| model.explanation(query, section).map(Rc::new)).flatten()
    });
    Option::clone(&explanation)
}
