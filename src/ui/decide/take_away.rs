//! Taking a result away: its link, or on paper.
//!
//! # What this module does not do
//! It sends nothing anywhere.

use crate::ui::markup::html;
use yew::prelude::*;

use crate::browser::{location, page};
use crate::text::msg;
use crate::ui::model::Cx;
use crate::ui::primitives::copy;

/// The id of the field that holds the link.
const FIELD: &str = "result-link";

/// The section.
pub(super) fn view(cx: &Cx) -> Html {
    let address = location::address_with(&cx.model.query_of(&cx.state));
    let said = copy::copy_status(cx, &address, msg::RESULT_COPIED, msg::RESULT_NOT_COPIED);
    let oncopy = copy::on_click(cx, &address, FIELD);
    let onprint = Callback::from(|_: MouseEvent| {
        let _ = page::print();
    });
    html! {
        <section class="share panel" aria-labelledby="share-title">
            <h3 id="share-title">{ cx.t(msg::RESULT_SHARE) }</h3>
            <div class="share__row">
                <label class="visually-hidden" for={FIELD}>{ cx.t(msg::RESULT_LINK) }</label>
                <input id={FIELD} class="share__link" type="text" readonly=true value={address} />
                <button type="button" class="button" onclick={oncopy}>
                    { cx.t(msg::RESULT_COPY) }
                </button>
                <button type="button" class="button" onclick={onprint}>
                    { cx.t(msg::RESULT_PRINT) }
                </button>
            </div>
            <p class="share__status muted" role="status">{ said }</p>
        </section>
    }
}
