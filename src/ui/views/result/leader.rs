//! The head of the result: which alternative fits best, how well, and why.
//!
//! It never says that something is best, only that it fits best for these answers.

use yew::prelude::*;

use super::reasons;
use crate::domain::decide::{Ranked, Score};
use crate::report::Section;
use crate::text::{self, msg, points};
use crate::ui::components::element;
use crate::ui::components::explanation::explanation;
use crate::ui::context::ViewContext;
use crate::ui::ids::HEADING;

/// For how many leaders reasons are shown; what more of them share is said once.
const N_TOLD: usize = 2;

/// The head of the result.
pub(super) fn view(cx: &ViewContext) -> Html {
    let leaders: Vec<_> = cx.ranking.leaders().copied().collect();
    let first = leaders.first().copied().filter(|ranked| ranked.score.is_some());
    let title = match leaders.as_slice() {
        [only] if only.score.is_some() => {
            let name = &cx.model.catalog.alternative(only.alternative).name;
            cx.tf(msg::RESULT_TITLE_ONE, &[("name", name)])
        }
        _ => text::leaders(&cx.model.catalog, &cx.model.words, &cx.ranking).into(),
    };
    let message = if cx.ranking.eligible.is_empty() {
        Some(msg::RESULT_NONE)
    } else if first.is_none() {
        Some(msg::RESULT_ALL_MUSTS)
    } else {
        None
    };
    let told = if first.is_some() && leaders.len() <= N_TOLD { leaders.as_slice() } else { &[] };
    html! {
        <section class="leader panel" aria-labelledby={HEADING}>
            <div class="leader__head">
                <h2 id={HEADING} tabindex="-1">{ title }</h2>
                <div class="leader__points">{ for first.iter().map(|ranked| figure(cx, ranked)) }</div>
            </div>
            if let Some(message) = message {
                { element::paragraph("", cx.t(message)) }
            }
            <div>{ for first.map(|_| explanation(cx, Section::Verdict, false)) }</div>
            <div class="leader__why">
                { for told.iter().map(|ranked| reasons::strongest(cx, ranked, told.len() > 1)) }
            </div>
        </section>
    }
}

fn figure(cx: &ViewContext, ranked: &Ranked) -> Html {
    let shown = ranked.score.map(|score| points(score, ranked.close)).unwrap_or_default();
    let interval = ranked.score.filter(|score| !score.is_exact()).map(Score::interval);
    html! {
        <>
            <strong class="leader__figure">{ cx.tf(msg::RESULT_POINTS, &[("points", &shown)]) }</strong>
            if let Some((low, high)) = interval {
                { element::span("muted", cx.tf(msg::RESULT_INTERVAL_MEANS, &[("low", &low.to_string()), ("high", &high.to_string())])) }
            }
        </>
    }
}
