//! Sharing a result: its link, or printed. Nothing is sent anywhere.

use yew::prelude::*;

use crate::browser::{location, page};
use crate::text::msg;
use crate::ui::components::copy_field::CopyField;
use crate::ui::components::element;
use crate::ui::context::ViewContext;

/// The section.
pub(super) fn view(cx: &ViewContext) -> Html {
    let address = location::address_with(&cx.model.query_of(&cx.state));
    let onprint = Callback::from(|_: MouseEvent| {
        // If the browser refuses to print, nothing else can be done.
        let _ = page::print();
    });
    html! {
        <section class="share panel" aria-labelledby="share-title">
            <h3 id="share-title">{ cx.t(msg::RESULT_SHARE) }</h3>
            <CopyField model={cx.model} text={address} field="result-link" label={msg::RESULT_LINK}
                button={msg::RESULT_COPY} done={msg::RESULT_COPIED} refused={msg::RESULT_NOT_COPIED}>
                { element::button("button", cx.t(msg::RESULT_PRINT), false, onprint) }
            </CopyField>
        </section>
    }
}
