//! How a result comes about.
//!
//! # What this module does not do
//! It explains no single result; the reasons do.

use yew::prelude::*;

use crate::report::method;
use crate::text::msg;
use crate::ui::markup::html;
use crate::ui::model::Cx;
use crate::ui::primitives::statements;

/// The panel.
pub(super) fn view(cx: &Cx) -> Html {
    html! {
        <details class="deep">
            <summary>{ cx.t(msg::HOW_TITLE) }</summary>
            <div class="deep__body">
                <p>{ cx.t(msg::RESULT_SCORING) }</p>
                { statements::blocks(cx, &method(&cx.model.catalog, &cx.model.words)) }
            </div>
        </details>
    }
}
