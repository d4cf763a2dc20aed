//! Those that are not ranked: excluded by a must-have, or not confirmed.
//!
//! # What this module does not do
//! It never mixes the two: what is not known excludes nobody.

use crate::ui::markup::html;
use yew::prelude::*;

use super::ways;
use crate::domain::decide::Unranked;
use crate::text::{Message, causes, msg, points};
use crate::ui::model::Cx;
use crate::ui::primitives::link::{self};

/// Those of which a must-have is not known.
pub(super) fn unconfirmed(cx: &Cx) -> Html {
    let titles = (msg::RESULT_UNCONFIRMED, msg::RESULT_UNCONFIRMED_MEANS);
    list(cx, "unconfirmed", &cx.ranking.unconfirmed, titles, msg::RESULT_UNKNOWN_CAUSES)
}

/// Those that fail a must-have.
pub(super) fn excluded(cx: &Cx) -> Html {
    let titles = (msg::RESULT_EXCLUDED, msg::RESULT_EXCLUDED_MEANS);
    list(cx, "excluded", &cx.ranking.excluded, titles, msg::RESULT_FAILS)
}

fn list(
    cx: &Cx,
    id: &'static str,
    outsiders: &[Unranked],
    (title, means): (Message, Message),
    sentence: Message,
) -> Html {
    let title_id = format!("{id}-title");
    html! {
        <section class="not-ranked" aria-labelledby={title_id.clone()} hidden={outsiders.is_empty()}>
            <h3 id={title_id}>{ cx.t(title) }{ " (" }{ outsiders.len() }{ ")" }</h3>
            <p class="muted">{ cx.t(means) }</p>
            <ul>
                { for outsiders.iter().map(|outsider| row(cx, outsider, sentence)) }
            </ul>
        </section>
    }
}

fn row(cx: &Cx, outsider: &Unranked, sentence: Message) -> Html {
    let entry = cx.model.catalog.alternative(outsider.alternative);
    let list = causes(&cx.model.catalog, &outsider.causes);
    let score = outsider.score.map(|score| points(score, false));
    html! {
        <li key={entry.id.as_ref()} class="unranked">
            { link::details(cx, outsider.alternative, "") }
            <span>{ cx.tf(sentence, &[("causes", &list)]) }</span>
            <span class="muted" hidden={score.is_none()}>
                { cx.tf(msg::RESULT_WOULD_BE, &[("points", &score.unwrap_or_default())]) }
            </span>
            { ways::asked(cx, outsider.alternative) }
        </li>
    }
}
