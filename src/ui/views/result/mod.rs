//! The result: which alternative fits best and why, the whole ranking, and the answers, which can
//! be changed next to it.
//!
//! If no question gives points it shows no figures at all, never 0.

mod leader;
mod method;
mod not_ranked;
mod opened;
mod ranking;
mod reasons;
mod sections;
mod share;
mod trial;

use yew::prelude::*;

use crate::domain::state::{Action, Step, View};
use crate::text::msg;
use crate::ui::components::answers::answer_list;
use crate::ui::components::element;
use crate::ui::components::link;
use crate::ui::context::ViewContext;
use crate::ui::ids::HEADING;
use opened::{Opened, OpenedHandle};

/// The props of the result.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct OutcomeProps {
    /// The context of the view.
    pub cx: ViewContext,
}

/// The view.
#[component]
pub(super) fn Outcome(props: &OutcomeProps) -> Html {
    let cx = &props.cx;
    let opened = OpenedHandle::new(use_state(Opened::default));
    if cx.state.answers.is_empty() {
        return nothing_yet(cx);
    }
    let has_first = cx.ranking.leaders().any(|first| first.score.is_some());
    html! {
        <div class="outcome">
            <div class="outcome__main">
                { trial::view(cx) }
                { leader::view(cx) }
                { sections::no_match(cx) }
                { ranking::view(cx, &opened) }
                if has_first {
                    { sections::firmness(cx, &opened) }
                }
                { not_ranked::unconfirmed(cx, &opened) }
                { not_ranked::excluded(cx, &opened) }
                { sections::today(cx) }
                { sections::together(cx) }
                { method::view(cx) }
                { share::view(cx) }
            </div>
            <aside class="outcome__side" aria-labelledby="answers-title">
                <h3 id="answers-title">{ cx.t(msg::RESULT_ANSWERS) }</h3>
                { element::paragraph("muted", cx.t(msg::RESULT_ANSWERS_HINT)) }
                { answer_list(cx) }
            </aside>
        </div>
    }
}

fn nothing_yet(cx: &ViewContext) -> Html {
    let start = Action::Go(View::Fit(Step::first_open(&cx.offers, &cx.state.answers)));
    html! {
        <div class="empty panel">
            <h2 id={HEADING} tabindex="-1">{ cx.t(msg::RESULT_TITLE_OPEN) }</h2>
            { element::paragraph("", cx.t(msg::RESULT_OPEN)) }
            <p>{ link::to(cx, start, "button button--main", html! { { cx.t(msg::RESULT_START) } }) }</p>
        </div>
    }
}
