//! One question at a time, in any order, with the shortlist beside it.

use yew::prelude::*;

use super::shortlist;
use crate::domain::catalog::QuestionId;
use crate::domain::state::{Action, Step, View};
use crate::report::Section;
use crate::text::msg;
use crate::ui::components::explanation::explanation;
use crate::ui::components::link::{self, Look};
use crate::ui::components::question::QuestionForm;
use crate::ui::context::ViewContext;
use crate::ui::ids::HEADING;
use crate::ui::store::Focus;

/// The view at a question, and its position among those to ask.
pub(super) fn view(cx: &ViewContext, at: usize, id: QuestionId) -> Html {
    let question = cx.model.catalog.question(id);
    let (n, total) = ((at + 1).to_string(), cx.offers.asked().len().to_string());
    html! {
        <div class="fitting">
            <section class="fitting__main" aria-labelledby={HEADING}>
                { steps(cx, Some(id)) }
                <div class="muted fitting__progress">
                    <span>{ cx.tf(msg::FIT_PROGRESS, &[("n", &n), ("total", &total)]) }</span>
                    <div class="fitting__next">{ explanation(cx, Section::Next, true) }</div>
                </div>
                <h2 id={HEADING} tabindex="-1">{ &question.prompt }</h2>
                <p class="muted">{ &question.why }</p>
                <div>
                    <QuestionForm key={question.id.as_ref()} model={cx.model} {id}
                        answer={cx.state.answers.get(id)} offered={cx.offers.options(id)} dispatch={cx.dispatch.clone()} />
                </div>
                { ways_on(cx, at, id) }
            </section>
            <aside class="fitting__side">{ shortlist::view(cx) }</aside>
        </div>
    }
}

/// All questions as small numbered links, so that they can be answered in any order.
pub(super) fn steps(cx: &ViewContext, here: Option<QuestionId>) -> Html {
    let catalog = &cx.model.catalog;
    html! {
        <nav class="steps" aria-label={cx.t(msg::FIT_STEPS)}>
            <ol>
                { for (1..).zip(cx.offers.asked().iter().copied()).map(|(n, id): (usize, _)| {
                    let is_answered = cx.state.answers.get(id).is_some();
                    let message = if is_answered { msg::FIT_STEP_ANSWERED } else { msg::FIT_STEP };
                    let n = n.to_string();
                    let label = catalog.question(id).label.clone();
                    let name = cx.tf(message, &[("n", &n), ("label", &label)]);
                    let class = if is_answered { "step step--answered" } else { "step" };
                    let look = Look {
                        class,
                        id: None,
                        current: (here == Some(id)).then_some("step"),
                        label: Some(name),
                    };
                    let action = Action::Go(View::Fit(Step::Question(id)));
                    html! {
                        <li key={id.0}>
                            { link::with(cx, action, Focus::Heading, look, html! {
                                <span title={label}>{ n }</span>
                            }) }
                        </li>
                    }
                }) }
                <li key="review">
                    { link::with(cx, Action::Go(View::Fit(Step::Review)), Focus::Heading, Look {
                        class: "step step--word",
                        current: here.is_none().then_some("step"),
                        ..Look::default()
                    }, html! { { cx.t(msg::FIT_STEP_REVIEW) } }) }
                </li>
            </ol>
        </nav>
    }
}

/// The ways to the questions before and after one, which is at this position among those to ask.
fn ways_on(cx: &ViewContext, here: usize, id: QuestionId) -> Html {
    let at = |at: usize| cx.offers.asked().get(at).copied().map_or(Step::Review, Step::Question);
    let go = |step| Action::Go(View::Fit(step));
    let next = at(here + 1);
    let is_answered = cx.state.answers.get(id).is_some();
    let next_label = if next == Step::Review {
        msg::FIT_REVIEW
    } else if is_answered {
        msg::FIT_NEXT
    } else {
        msg::FIT_SKIP
    };
    let is_first = here == 0;
    html! {
        <div class="ways">
            <span hidden={is_first}>
                { link::to(cx, go(at(here.saturating_sub(1))), "button", html! { { cx.t(msg::FIT_BACK) } }) }
            </span>
            { link::to(cx, go(next), if is_answered { "button button--main" } else { "button" },
                html! { { cx.t(next_label) } }) }
            <span class="ways__end" hidden={cx.state.answers.is_empty()}>
                { link::to(cx, Action::Go(View::Result), "ways__result",
                    html! { { cx.t(msg::FIT_TO_RESULT) } }) }
            </span>
        </div>
    }
}
