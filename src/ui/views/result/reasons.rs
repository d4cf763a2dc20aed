//! Reasons for and against as sentences, each with a sign.

use yew::prelude::*;

use crate::domain::decide::{Ranked, ReasonFor, Reasons, reasons};
use crate::text::{msg, reason};
use crate::ui::components::element;
use crate::ui::context::ViewContext;

/// How many of the strongest reasons for are shown.
const N_PROS: usize = 3;
/// How many of the strongest reasons against are shown.
const N_CONS: usize = 2;

/// The strongest reasons for and against; with a name if there are several leaders.
pub(super) fn strongest(cx: &ViewContext, ranked: &Ranked, is_named: bool) -> Html {
    let id = ranked.alternative;
    let entry = cx.model.catalog.alternative(id);
    let Reasons { pros, cons } = reasons(&cx.model.table, &cx.state.answers, id);
    html! {
        <div key={entry.id.as_ref()} class="why">
            if is_named {
                <p><strong>{ &entry.name }</strong></p>
            }
            { list(cx, ranked, &pros, N_PROS, true) }
            { list(cx, ranked, &cons, N_CONS, false) }
        </div>
    }
}

/// The first of some reasons.
pub(super) fn list(
    cx: &ViewContext,
    ranked: &Ranked,
    chosen: &[ReasonFor],
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
                    { said }
                    if why.must {
                        { " " }{ element::span("mark", cx.t(msg::RESULT_MUST_MET)) }
                    }
                </span>
            </li>
        }
    });
    let is_empty = chosen.is_empty();
    html! {
        if !(is_empty && is_for) {
            <div {class}>
                <h3>{ cx.t(title) }</h3>
                <ul>{ for sentences }</ul>
                if is_empty {
                    { element::paragraph("", cx.t(msg::RESULT_NO_CONS)) }
                }
            </div>
        }
    }
}
