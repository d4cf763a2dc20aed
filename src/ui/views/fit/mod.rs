//! Find my fit: the questionnaire, one question at a time, and the review of all answers.

mod question;
mod review;
mod shortlist;
mod way;

use yew::prelude::*;

use crate::domain::state::Step;
use crate::ui::context::ViewContext;
use question::QuestionStep;

/// The view at a step.
pub(super) fn view(cx: &ViewContext, step: Step) -> Html {
    match step {
        // A question that tells nobody apart is passed over.
        Step::Question(id) => match cx.offers.asked().iter().find(|asked| asked.0 >= id.0) {
            Some(id) => html! { <QuestionStep cx={cx.clone()} id={*id} /> },
            None => review::view(cx),
        },
        Step::Review => review::view(cx),
    }
}
