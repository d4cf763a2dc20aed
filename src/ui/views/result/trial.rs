//! The bar that says which change of the answers is being tried.

use yew::prelude::*;

use crate::text::msg;
use crate::ui::context::{ViewContext, on_click};
use crate::ui::store::UiAction;

/// The bar, with a button to undo. Hidden if there is no trial.
pub(super) fn view(cx: &ViewContext) -> Html {
    let what = cx.screen.trial.as_ref().map(|trial| trial.what.clone());
    let onclick = on_click(&cx.dispatch, UiAction::Undo);
    html! {
        <div class="notice trial" hidden={what.is_none()}>
            <p class="notice__text">
                { cx.tf(msg::WAY_TRIED, &[("what", &what.unwrap_or_default())]) }
            </p>
            <button type="button" class="button" {onclick}>{ cx.t(msg::WAY_UNDO) }</button>
        </div>
    }
}
