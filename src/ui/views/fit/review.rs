//! The review of all answers, before the result.

use yew::prelude::*;

use super::{shortlist, steps};
use crate::domain::state::{Action, View};
use crate::text::msg;
use crate::ui::components::answers::answer_list;
use crate::ui::components::link;
use crate::ui::context::ViewContext;
use crate::ui::ids::HEADING;
use crate::ui::store::Focus;

/// The review.
pub(super) fn view(cx: &ViewContext) -> Html {
    let is_empty = cx.state.answers.is_empty();
    let n = cx.state.answers.n_given().to_string();
    let total = cx.offers.asked().len().to_string();
    html! {
        <div class="fitting">
            <section class="fitting__main" aria-labelledby={HEADING}>
                { steps::steps(cx, None) }
                <h2 id={HEADING} tabindex="-1">{ cx.t(msg::FIT_REVIEW_TITLE) }</h2>
                <p class="muted">{ cx.tf(msg::FIT_ANSWERED, &[("n", &n), ("total", &total)]) }</p>
                <p hidden={!is_empty}>{ cx.t(msg::FIT_REVIEW_EMPTY) }</p>
                { answer_list(cx) }
                <div class="ways">
                    { link::to(cx, Action::Go(View::Result), "button button--main", html! { { cx.t(msg::FIT_TO_RESULT) } }) }
                    <button type="button" class="button button--quiet" disabled={is_empty}
                        onclick={cx.on_focus(Action::ClearAnswers, Focus::Heading)}>
                        { cx.t(msg::FIT_CLEAR_ALL) }
                    </button>
                </div>
            </section>
            <aside class="fitting__side">{ shortlist::view(cx) }</aside>
        </div>
    }
}
