//! The bar that says which change of the answers is being tried.

use yew::prelude::*;

use crate::text::msg;
use crate::ui::components::element;
use crate::ui::context::{ViewContext, on_click};
use crate::ui::store::UiAction;

/// The bar, with a button to undo. Nothing if there is no trial.
pub(super) fn view(cx: &ViewContext) -> Html {
    html! {
        if let Some(trial) = &cx.screen.trial {
            <div class="notice trial">
                { element::paragraph("notice__text", cx.tf(msg::WAY_TRIED, &[("what", &trial.what)])) }
                { element::button("button", cx.t(msg::WAY_UNDO), false, on_click(&cx.dispatch, UiAction::Undo)) }
            </div>
        }
    }
}
