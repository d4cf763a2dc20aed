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
        // A question that tells nobody apart is passed over.
        Step::Question(id) => match (0..).zip(cx.offers.asked()).find(|(_, asked)| asked.0 >= id.0)
        {
            Some((at, id)) => steps::view(cx, at, *id),
            None => review::view(cx),
        },
        Step::Review => review::view(cx),
    }
}
