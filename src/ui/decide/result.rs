//! The result: who fits best and why, everybody's place, and the answers beside it to change.
//!
//! # What this module does not do
//! Where nothing gives points it shows no figure at all, never 0.

use crate::ui::markup::html;
use yew::prelude::*;

use super::{answers, details, leader, method, outsiders, ranking, take_away, ways};
use crate::domain::state::{Action, View};
use crate::text::msg;
use crate::ui::app::HEADING;
use crate::ui::model::Cx;
use crate::ui::primitives::link::{self};
use crate::ui::shell;

/// The view.
pub(in crate::ui) fn result_view(cx: &Cx) -> Html {
    if cx.state.answers.is_empty() {
        return nothing_yet(cx);
    }
    let has_first = cx.ranking.leaders().any(|first| first.score.is_some());
    html! {
        <div class="outcome">
            <div class="outcome__main">
                { ways::trial(cx) }
                { leader::view(cx) }
                { details::impasse(cx) }
                { ranking::view(cx) }
                <div hidden={!has_first}>{ details::firmness(cx) }</div>
                { outsiders::unconfirmed(cx) }
                { outsiders::excluded(cx) }
                { details::today(cx) }
                { details::together(cx) }
                { method::view(cx) }
                { take_away::view(cx) }
            </div>
            <aside class="outcome__side" aria-labelledby="answers-title">
                <h3 id="answers-title">{ cx.t(msg::RESULT_ANSWERS) }</h3>
                <p class="muted">{ cx.t(msg::RESULT_ANSWERS_HINT) }</p>
                { answers::given(cx) }
                { answers::open(cx) }
            </aside>
        </div>
    }
}

fn nothing_yet(cx: &Cx) -> Html {
    let start = Action::Go(View::Fit(shell::first_open(cx)));
    html! {
        <div class="empty panel">
            <h2 id={HEADING} tabindex="-1">{ cx.t(msg::RESULT_TITLE_OPEN) }</h2>
            <p>{ cx.t(msg::RESULT_OPEN) }</p>
            <p>{ link::to(cx, start, "button button--main", html! { { cx.t(msg::RESULT_START) } }) }</p>
        </div>
    }
}
