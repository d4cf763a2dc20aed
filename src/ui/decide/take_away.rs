//! Taking a result away: its link, or on paper.
//!
//! # What this module does not do
//! It sends nothing anywhere.

use yew::prelude::*;

use crate::browser::{clipboard, location, page};
use crate::text::msg;
use crate::ui::model::Cx;
use crate::ui::store::Change;

/// The id of the field that holds the link.
const FIELD: &str = "result-link";

/// The section.
pub(super) fn view(cx: &Cx) -> Html {
    let query = cx.model.query_of(&cx.state);
    let address = location::address_with(&query);
    let said = match &cx.local.copied {
        Some((copied, true)) if *copied == query => cx.t(msg::RESULT_COPIED),
        Some((copied, false)) if *copied == query => cx.t(msg::RESULT_NOT_COPIED),
        _ => AttrValue::default(),
    };
    let oncopy = {
        let (address, change) = (address.clone(), cx.change.clone());
        Callback::from(move |_: MouseEvent| {
            let (query, change) = (query.clone(), change.clone());
            clipboard::copy(&address, move |is_copied| {
                if !is_copied {
                    clipboard::select(FIELD);
                }
                change.emit(Change::Copied(query.clone(), is_copied));
            });
        })
    };
    let onprint = Callback::from(|_: MouseEvent| {
        let _ = page::print();
    });
    html! {
        <section class="take-away panel" aria-labelledby="take-away-title">
            <h3 id="take-away-title">{ cx.t(msg::RESULT_TAKE_AWAY) }</h3>
            <div class="take-away__row">
                <label class="visually-hidden" for={FIELD}>{ cx.t(msg::RESULT_LINK) }</label>
                <input id={FIELD} class="take-away__link" type="text" readonly=true value={address} />
                <button type="button" class="button" onclick={oncopy}>
                    { cx.t(msg::RESULT_COPY) }
                </button>
                <button type="button" class="button" onclick={onprint}>
                    { cx.t(msg::RESULT_PRINT) }
                </button>
            </div>
            <p class="take-away__said muted" role="status">{ said }</p>
        </section>
    }
}
