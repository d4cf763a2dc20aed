//! The bar that says what is being tried or was cleared, with a button to undo it.

use yew::prelude::*;

use super::element;
use crate::text::msg;
use crate::ui::context::{ViewContext, on_click};
use crate::ui::store::UiAction;

/// The bar about the answers; nothing if none were changed in a way that can be undone.
pub(in crate::ui) fn of_answers(cx: &ViewContext) -> Html {
    bar(cx, true)
}

/// The bar about the filters; nothing if they were not cleared.
pub(in crate::ui) fn of_filters(cx: &ViewContext) -> Html {
    bar(cx, false)
}

fn bar(cx: &ViewContext, is_of_answers: bool) -> Html {
    let trial = cx.screen.trial.as_ref();
    html! {
        if let Some(trial) = trial.filter(|trial| trial.is_of_answers == is_of_answers) {
            // What was cleared is over, and needs no bar that stays in sight.
            <div class={if trial.what.is_empty() { "inline" } else { "notice trial" }} role="status">
                { if trial.what.is_empty() {
                    element::paragraph("muted", cx.t(msg::WAY_CLEARED))
                } else {
                    element::paragraph("notice__text", cx.tf(msg::WAY_TRIED, &[("what", &trial.what)]))
                } }
                { element::button("button", cx.t(msg::WAY_UNDO), false, on_click(&cx.dispatch, UiAction::Undo)) }
            </div>
        }
    }
}
