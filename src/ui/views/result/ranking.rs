//! The whole ranking: rank, points, the bar of their contributions, and a table for each.
//!
//! Ties are not broken: equal points have an equal rank, and are marked as equal.

use yew::prelude::*;

use super::opened::OpenedHandle;
use super::reasons;
use crate::domain::decide::{self, Contribution, Ranked, contributions};
use crate::report::Section;
use crate::text::{msg, points};
use crate::ui::components::answers::answer_text;
use crate::ui::components::compare_box::compare_box;
use crate::ui::components::element;
use crate::ui::components::explanation::explanation;
use crate::ui::components::{bar, link};
use crate::ui::context::ViewContext;

/// How many are listed at first.
const N_FIRST: usize = 10;

/// The ranking of those that meet every must-have.
pub(super) fn view(cx: &ViewContext, opened: &OpenedHandle) -> Html {
    let shows_all = opened.get().whole_ranking;
    let n = cx.ranking.eligible.len();
    let n_shown = if shows_all { n } else { N_FIRST };
    let label = if shows_all {
        cx.tn(msg::RESULT_FEWER_RANKS, N_FIRST)
    } else {
        cx.tn(msg::RESULT_MORE_RANKS, n)
    };
    html! {
        if n > 0 {
            <section class="ranking" aria-labelledby="ranking-title">
                <h3 id="ranking-title">{ cx.t(msg::RESULT_RANKING) }</h3>
                <ol class="ranks">
                    { for cx.ranking.eligible.iter().take(n_shown).map(|ranked| row(cx, ranked, opened)) }
                </ol>
                if n > N_FIRST {
                    { element::button("button button--quiet", label, false, opened.toggle_ranking()) }
                }
            </section>
        }
    }
}

fn row(cx: &ViewContext, ranked: &Ranked, opened: &OpenedHandle) -> Html {
    let entry = cx.model.catalog.alternative(ranked.alternative);
    let parts = contributions(&cx.model.table, &cx.state.answers, ranked.alternative);
    let id = ranked.alternative;
    let is_open = opened.get().explained == Some(id);
    let rank = ranked.rank.to_string();
    let rank =
        if ranked.tied { cx.tf(msg::RESULT_RANK_TIED, &[("rank", &rank)]) } else { rank.into() };
    html! {
        <li key={entry.id.as_ref()} class="rank">
            <div class="rank__line">
                <span class="rank__rank muted">{ rank }</span>
                { link::details(cx, id, "rank__name") }
                <span class="rank__points">
                    { ranked.score.map(|score| points(score, ranked.close)).unwrap_or_default() }
                </span>
                <span class="rank__bar">{ bar::bar(ranked.score, &parts) }</span>
                <span class="rank__compare">{ compare_box(cx, ranked.alternative) }</span>
            </div>
            if !parts.is_empty() {
                <details class="rank__why" open={is_open}>
                    <summary onclick={opened.explain(id)}>
                        { cx.tf(msg::RESULT_WHY, &[("name", &entry.name)]) }
                    </summary>
                    if is_open {
                        { behind(cx, ranked, &parts) }
                    }
                </details>
            }
        </li>
    }
}

/// The reasons and the table for a bar.
fn behind(cx: &ViewContext, ranked: &Ranked, parts: &[Contribution]) -> Html {
    let all = decide::reasons(&cx.model.table, &cx.state.answers, ranked.alternative);
    let total = ranked.score.map(|score| score.tenths().to_string()).unwrap_or_default();
    html! {
        <div class="behind">
            <div class="why">
                { reasons::list(cx, ranked, &all.pros, all.pros.len(), true) }
                { reasons::list(cx, ranked, &all.cons, all.cons.len(), false) }
            </div>
            { explanation(cx, Section::WhatWouldWin(ranked.alternative), false) }
            <table class="points">
                <caption>{ cx.t(msg::RESULT_CONTRIBUTIONS) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ cx.t(msg::RESULT_QUESTION) }</th>
                        <th scope="col">{ cx.t(msg::RESULT_YOUR_ANSWER) }</th>
                        <th scope="col" class="number">{ cx.t(msg::RESULT_EARNED) }</th>
                        <th scope="col" class="number">{ cx.t(msg::RESULT_POSSIBLE) }</th>
                    </tr>
                </thead>
                <tbody>
                    { for parts.iter().map(|part| contribution(cx, part)) }
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colspan="2">{ cx.t(msg::RESULT_TOTAL) }</th>
                        <td class="number">{ total }</td>
                        <td class="number">{ "100" }</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

fn contribution(cx: &ViewContext, part: &Contribution) -> Html {
    let question = cx.model.catalog.question(part.question);
    let answer = cx.state.answers.get(part.question);
    let interval = if part.earned.is_known() { "" } else { " ?" };
    html! {
        <tr key={question.id.as_ref()}>
            <th scope="row">{ &question.label }</th>
            <td>{ answer.map(|answer| answer_text(cx.model, part.question, answer)).unwrap_or_default() }</td>
            <td class="number">{ part.tenths.to_string() }{ interval }</td>
            <td class="number">{ part.possible.to_string() }</td>
        </tr>
    }
}
