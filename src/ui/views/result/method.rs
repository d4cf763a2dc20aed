//! How a result is computed.

use yew::prelude::*;

use crate::report::method;
use crate::text::msg;
use crate::ui::components::explanation::blocks;
use crate::ui::context::ViewContext;

/// The panel.
pub(super) fn view(cx: &ViewContext) -> Html {
    html! {
        <details class="deep">
            <summary>{ cx.t(msg::HOW_TITLE) }</summary>
            <div class="deep__body">
                <p>{ cx.t(msg::RESULT_SCORING) }</p>
                <div class="statements">{ blocks(cx.model, &cx.dispatch, &method(&cx.model.catalog, &cx.model.words)) }</div>
            </div>
        </details>
    }
}
