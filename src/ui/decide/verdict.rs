//! What a reader should know beside the figure: how firm it is, what could still change it, and where
//! the first is weak in something that matters.
//!
//! # What this module does not do
//! It tells of the present answers; what other answers would lead to is `ways`.

use yew::prelude::*;

use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::decide::{Firmness, Importance, Outlook, Situation, Standing};
use crate::domain::state::{Action, Room, Step};
use crate::text::{self, msg};
use crate::ui::markup::html;
use crate::ui::model::Cx;
use crate::ui::primitives::link::{self, Look};
use crate::ui::store::Focus;

/// The lines under the name of whoever is first.
pub(super) fn view(cx: &Cx, situation: &Situation, first: AltId) -> Html {
    let catalog = &cx.model.catalog;
    let standing = Standing::of(situation, first);
    let outlook = Outlook::of(situation, first);
    let weakest = standing.weakest();
    let word = weakest.and_then(|lead| text::firmness(lead.gap.firmness()));
    let sentence = text::lead(catalog, &cx.model.words, weakest);
    let (open, questions) = text::outlook(&cx.model.words, &outlook, situation.open.len());
    let unknown = standing
        .weakest_at_worst()
        .filter(|lead| lead.worst.firmness() == Firmness::Behind)
        .map(|lead| catalog.alternative(lead.rival).name.to_string());
    let weak = weak_points(cx, first);
    html! {
        <ul class="verdict">
            <li key="firm">
                { for word.map(|(word, means)| html! {
                    <span class="mark verdict__word" title={cx.t(means)}>{ cx.t(word) }</span>
                }) }
                { sentence }
            </li>
            <li key="open">
                { open }
                { for questions.into_iter().map(|id| to_question(cx, id)) }
            </li>
            <li key="unknown" hidden={unknown.is_none()}>
                { cx.tf(msg::VERDICT_UNKNOWN, &[("rival", &unknown.unwrap_or_default())]) }
            </li>
            <li key="weak" class="verdict__weak" hidden={weak.is_empty()}>
                <span aria-hidden="true">{ "⚠ " }</span>
                { cx.tf(msg::VERDICT_WEAK, &[("questions", &weak)]) }
            </li>
        </ul>
    }
}

/// A link to an open question.
pub(super) fn to_question(cx: &Cx, id: QuestionId) -> Html {
    let look = Look { class: "verdict__link", ..Look::default() };
    let action = Action::Go(Room::Fit(Step::Question(id)));
    let label = cx.model.catalog.question(id).label.clone();
    html! { <span key={id.0}>{ " " }{ link::with(cx, action, Focus::Heading, look, html! { { label } }) }</span> }
}

/// The very important questions of which an alternative earns at most a quarter.
fn weak_points(cx: &Cx, id: AltId) -> String {
    let table = &cx.model.table;
    let is_weak = |(question, answer): &(QuestionId, crate::domain::decide::Answer)| {
        answer.weight() > 0
            && answer.importance == Importance::VeryImportant
            && table.earned(id, *question, *answer).doubled_mid() <= 500
    };
    let weak = cx.state.answers.iter().filter(is_weak).map(|(question, _)| question);
    text::questions(&cx.model.catalog, weak)
}
