//! The statements of the second program about a result, requested once per change and never while
//! drawing.

use std::rc::Rc;

use yew::prelude::*;

use super::use_lazy::LoadState;
use crate::report::{Explanation, Section};
use crate::ui::model::Model;

/// The explanation of a section for the state of a query string; none until it arrives. The
/// previous one stays until then, so that the layout does not jump.
#[hook]
pub(in crate::ui) fn use_explanation(
    model: Model,
    query: &AttrValue,
    section: Section,
    program: LoadState,
) -> Option<Rc<Explanation>> {
    let ask = move |query: &str| model.explanation(query, section).map(Rc::new);
    // In native rendering the page is rendered once, to a string, and effects do not run.
    let shown = use_state(|| cfg!(not(target_arch = "wasm32")).then(|| ask(query)).flatten());
    {
        let shown = shown.setter();
        use_effect_with((query.clone(), section, program), move |(query, _, program)| {
            if *program == LoadState::Here {
                shown.set(ask(query));
            }
        });
    }
    Option::clone(&shown)
}
