//! The review of all answers, before the result.

use yew::prelude::*;

use super::shortlist;
use crate::domain::state::{Action, Step, View};
use crate::text::msg;
use crate::ui::components::answers::answer_list;
use crate::ui::components::{element, keep, link, undo};
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
                <h2 id={HEADING} tabindex="-1">{ cx.t(msg::FIT_REVIEW_TITLE) }</h2>
                <p class="muted">{ cx.tf(msg::FIT_ANSWERED, &[("n", &n), ("total", &total)]) }</p>
                { undo::of_answers(cx) }
                { steps(cx) }
                <p hidden={!is_empty}>{ cx.t(msg::FIT_REVIEW_EMPTY) }</p>
                { answer_list(cx) }
                { keep::switch(cx) }
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

/// All questions as numbered links, so that they can be answered in any order.
fn steps(cx: &ViewContext) -> Html {
    html! {
        <nav class="steps" aria-label={cx.t(msg::FIT_STEPS)}>
            <ol>
                { for (1..).zip(cx.offers.asked().iter().copied()).map(|(n, id): (usize, _)| {
                    let is_answered = cx.state.answers.get(id).is_some();
                    let label = [&n.to_string(), " ", &*cx.model.catalog.question(id).label].concat();
                    let class = if is_answered { "step step--answered" } else { "step" };
                    html! {
                        <li key={id.0}>
                            { link::to(cx, Action::Go(View::Fit(Step::Question(id))), class, html! {
                                <>
                                    { label }
                                    if is_answered {
                                        <span aria-hidden="true">{ "✓" }</span>
                                        { element::span("visually-hidden", cx.t(msg::FIT_STEP_ANSWERED)) }
                                    }
                                </>
                            }) }
                        </li>
                    }
                }) }
            </ol>
        </nav>
    }
}
