//! Everybody's points in a table: a line for each alternative, a cell for each answered question.
//!
//! Ties are not broken: equal points have an equal rank, and are marked as equal.

use yew::prelude::*;

use super::behind;
use crate::domain::decide::{Contribution, Ranked, contributions};
use crate::text::{msg, points};
use crate::ui::components::compare_box::compare_box;
use crate::ui::components::opened::OpenedHandle;
use crate::ui::components::{bar, element};
use crate::ui::context::ViewContext;
use crate::ui::hooks::Moves;
use crate::ui::ids;

/// How many are listed at first; in a frame half of them, with CSS alone.
const N_FIRST: usize = 10;
/// How many columns have room for their labels in a line.
const N_SHORT: usize = 8;

/// The rows, for those that follow them on their way.
pub(super) const ROW: &str = ".rank";

/// Those that meet every must-have, the best first.
pub(super) fn view(cx: &ViewContext, opened: &OpenedHandle, moves: &Moves) -> Html {
    let shows_all = opened.get().whole_ranking;
    let n = cx.ranking.eligible.len();
    let Some(first) = cx.ranking.eligible.first() else {
        return Html::default();
    };
    let columns = contributions(&cx.model.table, &cx.state.answers, first.alternative);
    let title = if columns.is_empty() { msg::RESULT_MEET } else { msg::RESULT_RANKING };
    let class = match (columns.len() > N_SHORT, shows_all) {
        (false, false) => "ranks",
        (false, true) => "ranks ranks--all",
        (true, false) => "ranks ranks--many",
        (true, true) => "ranks ranks--many ranks--all",
    };
    let n_shown = if shows_all { n } else { N_FIRST };
    let (label, more) = match (shows_all, n > N_FIRST) {
        (true, _) => (cx.t(msg::RESULT_FEWER_RANKS), "button button--quiet"),
        (false, true) => (cx.tn(msg::RESULT_MORE_RANKS, n), "button button--quiet"),
        (false, false) => {
            (cx.tn(msg::RESULT_MORE_RANKS, n), "button button--quiet ranking__framed")
        }
    };
    html! {
        <section class="ranking" aria-labelledby="ranking-title">
            <h3 id="ranking-title">{ cx.t(title) }</h3>
            <div class="ranking__table">
                <table {class}>
                    <caption class="visually-hidden">{ cx.t(title) }</caption>
                    { head(cx, &columns) }
                    <>{ for cx.ranking.eligible.iter().take(n_shown).map(|ranked| row(cx, ranked, opened, moves)) }</>
                </table>
            </div>
            if n > N_FIRST / 2 {
                { element::button(more, label, false, opened.toggle(|now| now.whole_ranking = !now.whole_ranking)) }
            }
        </section>
    }
}

fn head(cx: &ViewContext, columns: &[Contribution]) -> Html {
    let one = &cx.model.words;
    html! {
        <thead>
            <tr>
                if !columns.is_empty() {
                    <th scope="col">{ element::span("visually-hidden", cx.t(msg::RESULT_RANK)) }</th>
                }
                <th scope="col">{ one.text(msg::RESULT_COLUMN_NAME) }</th>
                if !columns.is_empty() {
                    <th scope="col" colspan="2">{ cx.t(msg::RESULT_COLUMN_POINTS) }</th>
                }
                <>{ for columns.iter().map(|column| html! {
                    <th key={column.question.0} scope="col" class="ranks__question">
                        <span>
                            { &cx.model.catalog.question(column.question).label }
                            if column.weight > 1 {
                                { " " }{ cx.tf(msg::RESULT_COUNTS, &[("n", &column.weight.to_string())]) }
                            }
                        </span>
                    </th>
                }) }</>
                <th scope="col" class="rank__compare">{ cx.t(msg::RESULT_COLUMN_COMPARE) }</th>
            </tr>
        </thead>
    }
}

/// A row, with what is behind it; a body of its own, so that both travel together.
fn row(cx: &ViewContext, ranked: &Ranked, opened: &OpenedHandle, moves: &Moves) -> Html {
    let id = ranked.alternative;
    let entry = cx.model.catalog.alternative(id);
    let parts = contributions(&cx.model.table, &cx.state.answers, id);
    let is_open = opened.get().explained == Some(id);
    // The name in the head of the result has that id.
    let own = (ranked.rank > 1 || ranked.score.is_none()).then(|| ids::details(cx.model, id));
    html! {
        <tbody key={entry.id.as_ref()} class="rank">
            <tr>
                if ranked.score.is_some() {
                    <td class="rank__rank muted">{ place(cx, ranked) }</td>
                }
                <th scope="row">
                    <button type="button" id={own} class="rank__name" translate="no" aria-expanded={is_open.to_string()}
                        aria-label={cx.tf(msg::RESULT_WHY, &[("name", &entry.name)])} onclick={opened.explain(id)}>
                        { &entry.name }
                    </button>
                    { moved(cx, moves, ranked) }
                </th>
                if let Some(score) = ranked.score {
                    <td class="rank__points" translate="no">{ points(score, ranked.close) }</td>
                    <td class="rank__bar">{ bar::bar(Some(score)) }</td>
                }
                <>{ for parts.iter().map(|part| cell(cx, part)) }</>
                <td class="rank__compare">{ compare_box(cx, id) }</td>
            </tr>
            if is_open {
                <tr class="rank__why">
                    <td colspan={n_columns(parts.len()).to_string()}>{ behind::of_ranked(cx, ranked, &parts) }</td>
                </tr>
            }
        </tbody>
    }
}

/// Without points only the name and the box of the comparison.
const fn n_columns(n_parts: usize) -> usize {
    if n_parts == 0 { 2 } else { n_parts + 5 }
}

/// The rank: a tie is marked, and read as one.
fn place(cx: &ViewContext, ranked: &Ranked) -> Html {
    let rank = ranked.rank.to_string();
    if !ranked.tied {
        return html! { { rank } };
    }
    html! {
        <>
            <span aria-hidden="true">{ "=" }{ &rank }</span>
            { element::span("visually-hidden", cx.tf(msg::RESULT_RANK_TIED, &[("rank", &rank)])) }
        </>
    }
}

/// By how many ranks the last change moved a row. CSS takes the mark away after a while.
fn moved(cx: &ViewContext, moves: &Moves, ranked: &Ranked) -> Html {
    let by = moves.of(ranked.alternative);
    if by == 0 {
        return Html::default();
    }
    let (class, sign, message) = if by > 0 {
        ("moved moved--up", "▲ ", msg::RESULT_UP)
    } else {
        ("moved moved--down", "▼ ", msg::RESULT_DOWN)
    };
    let n = by.unsigned_abs();
    html! {
        // A key of its own for each change starts the clock again.
        <span key={moves.n()} {class}>
            <span aria-hidden="true">{ sign }{ n }</span>
            { element::span("visually-hidden", cx.tf(message, &[("n", &n.to_string())])) }
        </span>
    }
}

fn cell(cx: &ViewContext, part: &Contribution) -> Html {
    let values = [("points", &*part.tenths.to_string()), ("possible", &*part.possible.to_string())];
    html! {
        <td key={part.question.0} class="rank__cell">
            { bar::of(part.earned.lo.into(), part.earned.hi.into()) }
            { element::span("visually-hidden", cx.tf(msg::RESULT_CELL, &values)) }
        </td>
    }
}
