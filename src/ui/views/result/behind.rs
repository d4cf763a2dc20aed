//! What is behind a row of the result, once it is opened: the reasons, what would bring it first,
//! and its points question by question.

use yew::prelude::*;

use super::reasons;
use crate::domain::catalog::AltId;
use crate::domain::decide::{Contribution, Ranked};
use crate::domain::state::Action;
use crate::report::Section;
use crate::text::msg;
use crate::ui::components::answers::answer_text;
use crate::ui::components::compare_box::compare_box;
use crate::ui::components::element;
use crate::ui::components::explanation::explanation;
use crate::ui::components::link;
use crate::ui::components::names;
use crate::ui::context::ViewContext;
use crate::ui::store::Focus;

/// What is behind one that is ranked.
pub(super) fn of_ranked(cx: &ViewContext, ranked: &Ranked, parts: &[Contribution]) -> Html {
    let id = ranked.alternative;
    html! {
        <div class="behind">
            { reasons::why(cx, id, usize::MAX, usize::MAX) }
            if let Some(score) = ranked.score {
                { explanation(cx, Section::WhatWouldWin(id), false) }
                { table(cx, parts, score.tenths().to_string()) }
            }
            <div class="inline">
                { facts(cx, id) }
                <span class="behind__compare">{ compare_box(cx, id) }</span>
                { element::button("button button--small", cx.t(msg::RESULT_TAKE_OUT), false,
                    cx.on_focus(Action::ToggleWithout(id), Focus::Heading)) }
            </div>
        </div>
    }
}

/// What is behind one that is not ranked.
pub(super) fn of_unranked(cx: &ViewContext, id: AltId) -> Html {
    html! {
        <div class="behind">
            { explanation(cx, Section::WhatWouldWin(id), false) }
            <p>{ facts(cx, id) }</p>
        </div>
    }
}

fn facts(cx: &ViewContext, id: AltId) -> Html {
    let name = &cx.model.catalog.alternative(id).name;
    let label = cx.tf(msg::RESULT_FACTS, &[("name", name)]);
    link::to(cx, Action::Open(id), "", names::marked(cx.model, &label))
}

/// The points of each question.
fn table(cx: &ViewContext, parts: &[Contribution], total: String) -> Html {
    html! {
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
