//! How a result is computed.

use yew::prelude::*;

use crate::report::method;
use crate::text::msg;
use crate::ui::components::element;
use crate::ui::components::explanation::blocks;
use crate::ui::context::ViewContext;

/// The panel.
pub(super) fn view(cx: &ViewContext) -> Html {
    html! {
        <details class="deep">
            <summary>{ cx.t(msg::HOW_TITLE) }</summary>
            <div class="deep__body">
                { element::paragraph("", cx.t(msg::RESULT_SCORING)) }
                <div class="statements">{ blocks(cx.model, &cx.dispatch, &method(&cx.model.catalog, &cx.model.words)) }</div>
            </div>
        </details>
    }
}
