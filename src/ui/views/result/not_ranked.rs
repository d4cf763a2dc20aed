//! Alternatives that are not ranked: excluded by a must-have, or not confirmed. The two are never
//! mixed, because an unknown fact excludes nothing.

use yew::prelude::*;

use super::opened::OpenedHandle;
use crate::domain::catalog::AltId;
use crate::domain::decide::Unranked;
use crate::report::Section;
use crate::text::{Message, causes, msg, points};
use crate::ui::components::element;
use crate::ui::components::explanation::explanation;
use crate::ui::components::link;
use crate::ui::context::ViewContext;

/// Those for which a must-have is unknown.
pub(super) fn unconfirmed(cx: &ViewContext, opened: &OpenedHandle) -> Html {
    let titles = (msg::RESULT_UNCONFIRMED, msg::RESULT_UNCONFIRMED_MEANS);
    list(cx, opened, "unconfirmed", &cx.ranking.unconfirmed, titles, msg::RESULT_UNKNOWN_CAUSES)
}

/// Those that fail a must-have.
pub(super) fn excluded(cx: &ViewContext, opened: &OpenedHandle) -> Html {
    let titles = (msg::RESULT_EXCLUDED, msg::RESULT_EXCLUDED_MEANS);
    list(cx, opened, "excluded", &cx.ranking.excluded, titles, msg::RESULT_FAILS)
}

fn list(
    cx: &ViewContext,
    opened: &OpenedHandle,
    id: &'static str,
    unranked: &[Unranked],
    (title, means): (Message, Message),
    sentence: Message,
) -> Html {
    let title_id = format!("{id}-title");
    html! {
        if !unranked.is_empty() {
            <section class="not-ranked" aria-labelledby={title_id.clone()}>
                <h3 id={title_id}>{ cx.t(title) }{ " (" }{ unranked.len() }{ ")" }</h3>
                { element::paragraph("muted", cx.t(means)) }
                <ul>
                    { for unranked.iter().map(|one| row(cx, opened, one, sentence)) }
                </ul>
            </section>
        }
    }
}

fn row(cx: &ViewContext, opened: &OpenedHandle, one: &Unranked, sentence: Message) -> Html {
    let entry = cx.model.catalog.alternative(one.alternative);
    let list = causes(&cx.model.catalog, &one.causes);
    let score = one.score.map(|score| points(score, false));
    html! {
        <li key={entry.id.as_ref()} class="unranked">
            { link::details(cx, one.alternative, "") }
            { element::span("", cx.tf(sentence, &[("causes", &list)])) }
            if let Some(score) = score {
                { element::span("muted", cx.tf(msg::RESULT_WOULD_BE, &[("points", &score)])) }
            }
            { what_would_win(cx, opened, one.alternative) }
        </li>
    }
}

/// What would make an unranked alternative win. It is computed when the reader opens it.
fn what_would_win(cx: &ViewContext, opened: &OpenedHandle, id: AltId) -> Html {
    let is_open = opened.get().explained == Some(id);
    let name = &cx.model.catalog.alternative(id).name;
    html! {
        <details class="rank__why unranked__why" open={is_open}>
            <summary onclick={opened.explain(id)}>{ cx.tf(msg::WAY_TITLE, &[("name", name)]) }</summary>
            <div>{ for is_open.then(|| explanation(cx, Section::WhatWouldWin(id), false)) }</div>
        </details>
    }
}
