//! The head of the result: which alternative fits best, how well, how firmly, why, and what to do
//! next.
//!
//! It never says that something is best, only that it fits best for these answers.

use yew::prelude::*;

use super::{reasons, steps, takeaway};
use crate::domain::decide::Ranked;
use crate::report::Section;
use crate::text::{self, msg};
use crate::ui::components::element;
use crate::ui::components::explanation::explanation;
use crate::ui::components::identity;
use crate::ui::components::link;
use crate::ui::components::names;
use crate::ui::components::opened::OpenedHandle;
use crate::ui::context::ViewContext;
use crate::ui::ids::HEADING;

/// For how many leaders reasons are shown; what more of them share is said once.
const N_TOLD: usize = 2;

/// The head of the result.
pub(super) fn view(cx: &ViewContext, opened: &OpenedHandle) -> Html {
    let leaders: Vec<_> = cx.ranking.leaders().copied().collect();
    let has_points = leaders.first().is_some_and(|first| first.score.is_some());
    let told = if has_points && leaders.len() <= N_TOLD { leaders.as_slice() } else { &[] };
    html! {
        <section class="leader panel" aria-labelledby={HEADING}>
            <div class="leader__head">
                <div>
                    <h2 id={HEADING} tabindex="-1">{ title(cx, &leaders, told) }</h2>
                    if let [only] = told {
                        { identity::badges(cx.model, only.alternative) }
                    }
                </div>
                { told.first().map(|first| figure(cx, first)).unwrap_or_default() }
            </div>
            if has_points && told.is_empty() {
                <p class="chips">
                    { for leaders.iter().map(|one| link::details(cx, one.alternative, "chip")) }
                </p>
            }
            if !has_points && leaders.len() != 1 {
                { element::paragraph("", cx.t(without_points(cx))) }
            }
            if !leaders.is_empty() {
                <div class="leader__firm">{ explanation(cx, Section::Verdict, !has_points) }</div>
            }
            if cx.state.in_use.is_some() {
                { explanation(cx, Section::Today, true) }
            }
            <>{ for told.iter().map(|one| reasons::strongest(cx, one, told.len())) }</>
            { steps::view(cx, &leaders, takeaway::view(cx, opened)) }
        </section>
    }
}

/// The heading: names that lead to their details, or how many there are.
fn title(cx: &ViewContext, leaders: &[Ranked], told: &[Ranked]) -> Html {
    let label = match told {
        [] => {
            let said = text::leaders(&cx.model.catalog, &cx.model.words, &cx.ranking);
            return names::marked(cx.model, &said);
        }
        [_] => msg::RESULT_LABEL,
        _ => msg::RESULT_LABEL_TIED,
    };
    let names = leaders.iter().enumerate().map(|(at, one)| {
        let and = if at == 0 { AttrValue::default() } else { cx.t(msg::RESULT_AND) };
        html! { <span key={one.alternative.0}>{ and }{ " " }{ identity::mark(cx.model, one.alternative) }{ link::details(cx, one.alternative, "") }</span> }
    });
    html! {
        <>
            { element::span("leader__label", cx.tn(label, cx.state.answers.n_given())) }
            <>{ for names }</>
        </>
    }
}

fn without_points(cx: &ViewContext) -> text::Message {
    let ranking = &*cx.ranking;
    if !ranking.eligible.is_empty() {
        msg::RESULT_ALL_MUSTS
    } else if ranking.excluded.is_empty() && ranking.unconfirmed.is_empty() {
        msg::RESULT_NOBODY
    } else {
        msg::RESULT_NONE
    }
}

/// The points, and how far the next one is behind.
fn figure(cx: &ViewContext, first: &Ranked) -> Html {
    let Some(score) = first.score.filter(|score| score.numerator() > 0) else {
        return Html::default();
    };
    let interval = (!score.is_exact()).then(|| score.interval()).map(|(low, high)| {
        let values = [("low", &*low.to_string()), ("high", &*high.to_string())];
        cx.tf(msg::RESULT_INTERVAL_MEANS, &values)
    });
    html! {
        <div class="leader__points">
            <p><strong class="leader__figure" translate="no">{ score.whole() }</strong>{ " " }{ cx.t(msg::RESULT_OF) }</p>
            if let Some(ahead) = ahead(cx) {
                <p class="muted">{ names::marked(cx.model, &ahead) }</p>
            }
            if let Some(interval) = interval {
                { element::paragraph("muted", interval) }
            }
        </div>
    }
}

/// How far the first is ahead of the next one; none if it is alone.
fn ahead(cx: &ViewContext) -> Option<AttrValue> {
    let (next, n) = cx.ranking.lead()?;
    let message = if n == 0 { msg::RESULT_JUST_AHEAD } else { msg::RESULT_AHEAD };
    let rival = &cx.model.catalog.alternative(next).name;
    Some(cx.tf(message, &[("n", &n.to_string()), ("rival", rival)]))
}
