//! The alternatives that the reader took out of the result, each to be brought back.

use yew::prelude::*;

use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::components::element;
use crate::ui::context::ViewContext;
use crate::ui::store::Focus;

/// The chips. Nothing if nobody is taken out.
pub(super) fn view(cx: &ViewContext) -> Html {
    let without = cx.state.answers.without();
    html! {
        if !without.is_empty() {
            <div class="chips taken-out">
                { element::span("muted", cx.t(msg::RESULT_TAKEN_OUT)) }
                <>{ for without.iter().map(|id| {
                    let name = &cx.model.catalog.alternative(*id).name;
                    let onclick = cx.on_focus(Action::ToggleWithout(*id), Focus::Heading);
                    html! {
                        <button key={id.0} type="button" class="chip" translate="no" {onclick}
                            aria-label={cx.tf(msg::RESULT_BRING_BACK, &[("name", name)])}>
                            { name }<span class="chip__x" aria-hidden="true">{ "×" }</span>
                        </button>
                    }
                }) }</>
            </div>
        }
    }
}
