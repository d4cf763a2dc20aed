//! A change that is being tried, with the way back; and the question what would make somebody win.
//!
//! # What this module does not do
//! The answer to that question is worked out when it is asked, and elsewhere.

use yew::prelude::*;

use crate::domain::catalog::AltId;
use crate::report::Section;
use crate::text::msg;
use crate::ui::markup::html;
use crate::ui::model::Cx;
use crate::ui::primitives::statements;
use crate::ui::store::Change;

/// The bar that says which change is being tried, with the way back.
pub(super) fn trial(cx: &Cx) -> Html {
    let what = cx.local.tried.as_ref().map(|tried| tried.what.clone());
    let onclick = cx.on_click(Change::Undo);
    html! {
        <div class="notice trial" hidden={what.is_none()}>
            <p class="notice__text">
                { cx.tf(msg::WAY_TRIED, &[("what", &what.unwrap_or_default())]) }
            </p>
            <button type="button" class="button" {onclick}>{ cx.t(msg::WAY_UNDO) }</button>
        </div>
    }
}

/// What would make somebody win who is not ranked; it is asked by opening it.
pub(super) fn asked(cx: &Cx, id: AltId) -> Html {
    let is_open = cx.local.explained == Some(id);
    let onclick = cx.on_click(Change::Explain(id));
    let name = &cx.model.catalog.alternative(id).name;
    html! {
        <details class="rank__why unranked__why" open={is_open}>
            <summary {onclick}>{ cx.tf(msg::WAY_TITLE, &[("name", name)]) }</summary>
            <div>{ for is_open.then(|| statements::view(cx, Section::WhatWouldWin(id))) }</div>
        </details>
    }
}
