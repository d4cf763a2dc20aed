//! Find my fit: the questionnaire, one question at a time, and the review of all answers.

mod review;
mod shortlist;
mod steps;

use yew::prelude::*;

use crate::domain::catalog::QuestionId;
use crate::domain::decide::questions_to_ask;
use crate::domain::state::Step;
use crate::ui::context::ViewContext;

/// The view at a step.
pub(super) fn view(cx: &ViewContext, step: Step) -> Html {
    match step {
        // A question that tells nobody apart is passed over.
        Step::Question(id) => match asked(cx).into_iter().find(|asked| asked.0 >= id.0) {
            Some(id) => steps::view(cx, id),
            None => review::view(cx),
        },
        Step::Review => review::view(cx),
    }
}

/// The questions to ask, with those that are answered.
fn asked(cx: &ViewContext) -> Vec<QuestionId> {
    questions_to_ask(&cx.model.table, &cx.state.answers)
}
