//! Keeping the answers in this browser: the switch, and what is offered on return.

use yew::prelude::*;

use super::{element, link};
use crate::text::msg;
use crate::ui::context::ViewContext;
use crate::ui::store::{Focus, UiAction};

/// The switch; nothing where it is not offered.
pub(in crate::ui) fn switch(cx: &ViewContext) -> Html {
    let kept = &cx.kept;
    if !kept.is_offered {
        return Html::default();
    }
    let next = !kept.is_on;
    let onchange = kept.keep.reform(move |_: Event| next);
    element::checkbox("check", cx.t(msg::KEEP_LABEL), None, (kept.is_on, false), onchange)
}

/// The way back to the answers of the last visit, and the way to forget them; nothing while there
/// are answers, and where none were kept.
pub(in crate::ui) fn offer(cx: &ViewContext) -> Html {
    let last = if cx.state.answers.is_empty() { cx.kept.last(cx.model) } else { None };
    let Some(last) = last else {
        return Html::default();
    };
    let (keep, dispatch) = (cx.kept.keep.clone(), cx.dispatch.clone());
    let forget = Callback::from(move |_| {
        keep.emit(false);
        // The button is gone then.
        dispatch.emit(UiAction::Focus(Focus::Heading));
    });
    html! {
        <p class="kept">
            { link::to_query(cx.model, &cx.dispatch, &last, "", "button", html! { { cx.t(msg::KEEP_OFFER) } }) }
            { element::button("button button--quiet", cx.t(msg::KEEP_FORGET), false, forget) }
        </p>
    }
}
