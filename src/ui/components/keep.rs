//! Keeping the answers in this browser: the switch, and what is offered on return.

use yew::prelude::*;

use super::{element, link};
use crate::domain::state::Action;
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
    html! {
        <>
            { element::checkbox("check", cx.t(msg::KEEP_LABEL), None, (kept.is_on, false), onchange) }
            <span class="muted" role="status">{ for kept.is_refused.then(|| cx.t(msg::KEEP_REFUSED)) }</span>
        </>
    }
}

/// The way back to the answers of the last visit, and the way to forget them; nothing while there
/// are answers, and where none were kept.
pub(in crate::ui) fn offer(cx: &ViewContext) -> Html {
    let is_open = cx.state.answers.is_empty();
    let Some(last) = is_open.then(|| cx.kept.resumed(cx.model, &cx.state)).flatten() else {
        return Html::default();
    };
    let go_on = Action::Replace(Box::new(last));
    let (keep, dispatch) = (cx.kept.keep.clone(), cx.dispatch.clone());
    let forget = Callback::from(move |_| {
        keep.emit(false);
        // The button is gone then.
        dispatch.emit(UiAction::Focus(Focus::Heading));
    });
    html! {
        <p class="kept">
            { link::to(cx, go_on, "button", html! { { cx.t(msg::KEEP_OFFER) } }) }
            { element::button("button button--quiet", cx.t(msg::KEEP_FORGET), false, forget) }
        </p>
    }
}
