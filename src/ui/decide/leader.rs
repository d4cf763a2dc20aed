//! The answer first: who fits best, how well, and in one glance why.
//!
//! # What this module does not do
//! It never says that something is best, only that it fits best for these answers.

use crate::ui::markup::html;
use yew::prelude::*;

use crate::domain::decide::{Ranked, Reasons, Score, reasons};
use crate::report::Section;
use crate::text::{msg, points, reason};
use crate::ui::app::HEADING;
use crate::ui::model::Cx;
use crate::ui::primitives::statements;
use crate::ui::shell;

/// Of how many that are first the reasons are shown.
const N_TOLD: usize = 2;
/// How many reasons for are shown.
const N_PROS: usize = 3;
/// How many reasons against are shown.
const N_CONS: usize = 2;

/// The head of the result.
pub(super) fn view(cx: &Cx) -> Html {
    let leaders: Vec<_> = cx.ranking.leaders().copied().collect();
    let first = leaders.first().copied().filter(|ranked| ranked.score.is_some());
    let title = match leaders.as_slice() {
        [only] if only.score.is_some() => {
            let name = &cx.model.catalog.alternative(only.alternative).name;
            cx.tf(msg::RESULT_TITLE_ONE, &[("name", name)])
        }
        _ => shell::leader(cx),
    };
    let explanation = if cx.ranking.eligible.is_empty() {
        Some(msg::RESULT_NONE)
    } else if first.is_none() {
        Some(msg::RESULT_ALL_MUSTS)
    } else {
        None
    };
    html! {
        <section class="leader panel" aria-labelledby={HEADING}>
            <div class="leader__head">
                <h2 id={HEADING} tabindex="-1">{ title }</h2>
                <div class="leader__points">{ for first.iter().map(|ranked| figure(cx, ranked)) }</div>
            </div>
            <p hidden={explanation.is_none()}>
                { explanation.map(|message| cx.t(message)).unwrap_or_default() }
            </p>
            <div>{ for first.map(|_| statements::view(cx, Section::Verdict)) }</div>
            <p class="muted" hidden={first.is_none() || leaders.len() <= N_TOLD}>
                { cx.tn(msg::RESULT_TWO_OF, leaders.len()) }
            </p>
            <div class="leader__why">
                { for leaders.iter().filter(|ranked| ranked.score.is_some()).take(N_TOLD).map(|ranked| {
                    why(cx, ranked, leaders.len() > 1)
                }) }
            </div>
        </section>
    }
}

fn figure(cx: &Cx, ranked: &Ranked) -> Html {
    let shown = ranked.score.map(|score| points(score, ranked.close)).unwrap_or_default();
    let interval = ranked.score.filter(|score| !score.is_exact()).map(Score::interval);
    let (low, high) =
        interval.map(|(low, high)| (low.to_string(), high.to_string())).unwrap_or_default();
    let values = [("low", low.as_str()), ("high", high.as_str())];
    html! {
        <>
            <strong class="leader__figure">{ cx.tf(msg::RESULT_POINTS, &[("points", &shown)]) }</strong>
            <span class="muted" hidden={interval.is_none()}>
                { cx.tf(msg::RESULT_INTERVAL_MEANS, &values) }
            </span>
        </>
    }
}

/// The strongest reasons for and against; with a name where several are first.
fn why(cx: &Cx, ranked: &Ranked, is_named: bool) -> Html {
    let id = ranked.alternative;
    let entry = cx.model.catalog.alternative(id);
    let Reasons { pros, cons } = reasons(&cx.model.table, &cx.state.answers, id);
    html! {
        <div key={entry.id.as_ref()} class="why">
            <p hidden={!is_named}><strong>{ &entry.name }</strong></p>
            { list(cx, ranked, &pros, N_PROS, true) }
            { list(cx, ranked, &cons, N_CONS, false) }
        </div>
    }
}

/// Reasons as sentences, each with a sign; also used below each rank.
pub(super) fn list(
    cx: &Cx,
    ranked: &Ranked,
    chosen: &[crate::domain::decide::ReasonFor],
    most: usize,
    is_for: bool,
) -> Html {
    let (title, sign, class) = if is_for {
        (msg::RESULT_BECAUSE, "+", "reasons reasons--for")
    } else {
        (msg::RESULT_BUT, "−", "reasons reasons--against")
    };
    let model = cx.model;
    let sentences = chosen.iter().take(most).map(|why| {
        let said = reason(&model.catalog, &model.words, &cx.state.answers, ranked.alternative, why);
        html! {
            <li key={format!("{}-{}", why.question.0, why.option)}>
                <span class="reasons__sign" aria-hidden="true">{ sign }</span>
                <span>
                    { said }{ " " }
                    <span class="mark" hidden={!why.must}>{ cx.t(msg::RESULT_MUST_MET) }</span>
                </span>
            </li>
        }
    });
    let is_empty = chosen.is_empty();
    html! {
        <div {class} hidden={is_empty && is_for}>
            <h3>{ cx.t(title) }</h3>
            <ul>{ for sentences }</ul>
            <p hidden={!is_empty}>{ cx.t(msg::RESULT_NO_CONS) }</p>
        </div>
    }
}
