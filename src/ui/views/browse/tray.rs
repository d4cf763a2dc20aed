//! The tray at the lower edge: what is picked for the comparison.

use yew::prelude::*;

use crate::domain::state::{Action, View};
use crate::text::msg;
use crate::ui::components::link;
use crate::ui::context::ViewContext;
use crate::ui::store::Focus;

/// The tray; nothing while nothing is picked.
pub(super) fn view(cx: &ViewContext) -> Html {
    let compared = &cx.state.compared;
    if compared.is_empty() {
        return Html::default();
    }
    let n = compared.len();
    let why = match n {
        1 => cx.t(msg::COMPARE_ONE_MORE),
        _ if cx.screen.is_full => cx.t(msg::BROWSE_FULL),
        _ => AttrValue::default(),
    };
    let text = cx.tn(msg::BROWSE_COMPARE, n);
    html! {
        <section class="tray" aria-label={cx.t(msg::COMPARE_TITLE)}>
            <ul class="chips">
                { for compared.iter().enumerate().map(|(at, id)| {
                    let one = cx.model.catalog.alternative(*id);
                    // The focus moves to the one that takes this one's place.
                    let focus = match n {
                        1 => Focus::Heading,
                        _ => Focus::Id(format!("tray-{}", at.min(n - 2))),
                    };
                    html! {
                        <li key={one.id.as_ref()}>
                            <button type="button" class="chip" translate="no" id={format!("tray-{at}")}
                                aria-label={cx.tf(msg::COMPARE_REMOVE, &[("name", &one.name)])}
                                onclick={cx.on_focus(Action::ToggleCompared(*id), focus)}>
                                { &one.name }<span class="chip__x" aria-hidden="true">{ "×" }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
            <p role="status">{ why }</p>
            if n > 1 {
                { link::to(cx, Action::Go(View::Compare), "button button--main", html! { { text } }) }
            }
        </section>
    }
}
