//! Find my fit: the questionnaire, one question at a time, and the review of all answers.

mod review;
mod shortlist;
mod steps;

use yew::prelude::*;

use crate::domain::state::Step;
use crate::ui::context::ViewContext;

/// The view at a step.
pub(super) fn view(cx: &ViewContext, step: Step) -> Html {
    match step {
        Step::Question(id) => steps::view(cx, id),
        Step::Review => review::view(cx),
    }
}
