//! The shortlist beside the questions: the first few, updated with every answer.

use yew::prelude::*;

use crate::domain::decide::Ranked;
use crate::domain::state::{Action, View};
use crate::text::{msg, points};
use crate::ui::components::{bar, link};
use crate::ui::context::ViewContext;

/// How many are listed. A narrow container shows the first three, with CSS alone.
const N_LISTED: usize = 5;

/// The shortlist. Its height is the same with and without answers.
pub(super) fn view(cx: &ViewContext) -> Html {
    let is_empty = cx.state.answers.is_empty();
    let sentence = if is_empty {
        cx.t(msg::FIT_SHORTLIST_EMPTY)
    } else if cx.ranking.eligible.is_empty() {
        cx.t(msg::FIT_SHORTLIST_NONE)
    } else {
        AttrValue::default()
    };
    // Must-haves alone give no points, but they say who is left.
    let listed = if is_empty { &[] } else { cx.ranking.eligible.as_slice() };
    html! {
        <section class="shortlist panel" aria-labelledby="shortlist-title">
            <h3 id="shortlist-title">{ cx.t(msg::FIT_SHORTLIST) }</h3>
            <div class="shortlist__space">
                <p class="muted" hidden={sentence.is_empty()}>{ sentence }</p>
                <ol class="shortlist__list">
                    { for listed.iter().take(N_LISTED).map(|ranked| row(cx, ranked)) }
                </ol>
            </div>
            <p class="shortlist__more">
                { link::to(cx, Action::Go(View::Result), "",
                    html! { { cx.t(msg::FIT_TO_RESULT) } }) }
            </p>
        </section>
    }
}

fn row(cx: &ViewContext, ranked: &Ranked) -> Html {
    let entry = cx.model.catalog.alternative(ranked.alternative);
    html! {
        <li key={entry.id.as_ref()} class="shortlist__row">
            <span class="shortlist__rank muted">{ for ranked.score.map(|_| ranked.rank) }</span>
            <span class="shortlist__name" translate="no">{ &entry.name }</span>
            <span class="shortlist__points" translate="no">
                { ranked.score.map(|score| points(score, ranked.close)).unwrap_or_default() }
            </span>
            { bar::bar(ranked.score) }
        </li>
    }
}
