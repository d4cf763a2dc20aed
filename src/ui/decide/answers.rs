//! All answers at once: to review before the result, and to change beside it.
//!
//! # What this module does not do
//! It has no second form: an answer is changed with the question's own.

use crate::ui::markup::html;
use yew::prelude::*;

use super::{question, shortlist, steps};
use crate::domain::catalog::{QuestionId, Select};
use crate::domain::decide::table::chosen;
use crate::domain::decide::{Answer, Importance};
use crate::domain::state::{Action, View};
use crate::text::{msg, or_list};
use crate::ui::app::HEADING;
use crate::ui::model::Cx;
use crate::ui::primitives::link::{self};
use crate::ui::store::{Change, Focus};

/// The review of all answers.
pub(in crate::ui) fn review_view(cx: &Cx) -> Html {
    let is_empty = cx.state.answers.is_empty();
    html! {
        <div class="fitting">
            <section class="fitting__main" aria-labelledby={HEADING}>
                { steps::steps(cx, None) }
                <h2 id={HEADING} tabindex="-1">{ cx.t(msg::FIT_REVIEW_TITLE) }</h2>
                <p class="muted">{ progress(cx) }</p>
                <p hidden={!is_empty}>{ cx.t(msg::FIT_REVIEW_EMPTY) }</p>
                { given(cx) }
                { open(cx) }
                <div class="ways">
                    { link::to(cx, Action::Go(View::Result), "button button--main", html! { { cx.t(msg::FIT_TO_RESULT) } }) }
                    <button type="button" class="button button--quiet" disabled={is_empty}
                        onclick={cx.on_focus(Action::ClearAnswers, Focus::Heading)}>
                        { cx.t(msg::FIT_CLEAR_ALL) }
                    </button>
                </div>
            </section>
            <aside class="fitting__side">{ shortlist::view(cx) }</aside>
        </div>
    }
}

/// How many questions are answered.
pub(super) fn progress(cx: &Cx) -> AttrValue {
    let n = cx.state.answers.n_given().to_string();
    let total = cx.model.catalog.questions.len().to_string();
    cx.tf(msg::FIT_ANSWERED, &[("n", &n), ("total", &total)])
}

/// The answers given, each with its form to change it in place. The one that is being changed stays
/// listed while it has no answer, so that one can tick another option.
pub(super) fn given(cx: &Cx) -> Html {
    let is_listed =
        |id: &QuestionId| cx.state.answers.get(*id).is_some() || cx.local.editing == Some(*id);
    html! {
        <ul class="answers">
            { for cx.model.catalog.question_ids().filter(is_listed).map(|id| row(cx, id)) }
        </ul>
    }
}

fn row(cx: &Cx, id: QuestionId) -> Html {
    let question = cx.model.catalog.question(id);
    let is_open = cx.local.editing == Some(id);
    let answer = cx.state.answers.get(id);
    let said = answer
        .map_or_else(|| cx.t(msg::FIT_NOT_ANSWERED), |answer| answer_text(cx, id, answer).into());
    let onclick = cx.on_click(Change::ToggleEditing(id));
    html! {
        <li key={question.id.as_ref()}>
            <details class="answer" open={is_open}>
                <summary id={format!("answer-{}", question.id)} {onclick}>
                    <span class="answer__question muted">{ &question.label }</span>
                    <span class="answer__text">{ said }</span>
                    <span class="answer__edit" aria-hidden="true">{ cx.t(msg::FIT_EDIT) }</span>
                </summary>
                <div>{ for is_open.then(|| html! {
                    <>
                        <p class="answer__prompt">{ &question.prompt }</p>
                        { question::form(cx, id) }
                    </>
                }) }</div>
            </details>
        </li>
    }
}

/// The questions that are still open: each can be answered in place.
pub(super) fn open(cx: &Cx) -> Html {
    let is_open =
        |id: &QuestionId| cx.state.answers.get(*id).is_none() && cx.local.editing != Some(*id);
    let open: Vec<_> = cx.model.catalog.question_ids().filter(is_open).collect();
    html! {
        <div class="still-open" hidden={open.is_empty()}>
            <h3>{ cx.t(msg::FIT_OPEN_QUESTIONS) }</h3>
            <ul class="chips">
                { for open.into_iter().map(|id| {
                    let question = cx.model.catalog.question(id);
                    let onclick = cx.on_click(Change::ToggleEditing(id));
                    html! {
                        <li key={question.id.as_ref()}>
                            <button type="button" class="chip" aria-label={format!("{}: {}", question.label, question.prompt)}
                                {onclick}>
                                { &question.label }
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}

/// An answer in words: wishes, must-haves, importance. Where all chosen options are wanted, each may be
/// a must-have of its own; otherwise one of them is enough, and so it reads.
pub(in crate::ui) fn answer_text(cx: &Cx, id: QuestionId, answer: Answer) -> String {
    let question = cx.model.catalog.question(id);
    let is_all = question.select == Select::All;
    let must = cx.t(msg::RESULT_MUST_MET);
    let marked = |text: String, is_must| if is_must { format!("{text} ({must})") } else { text };
    let options: Vec<_> = chosen(answer.options, question.options.len())
        .map(|at| {
            let is_must = is_all && answer.musts >> at & 1 == 1;
            marked(question.options[at].label.to_string(), is_must)
        })
        .collect();
    let list =
        if is_all { options.join(", ") } else { marked(or_list(&options), answer.musts != 0) };
    let importance = match answer.importance {
        Importance::Important => msg::FIT_IMPORTANT,
        Importance::VeryImportant => msg::FIT_VERY_IMPORTANT,
        Importance::Normal => return list,
    };
    if answer.scoring() == 0 { list } else { format!("{list} · {}", cx.t(importance)) }
}
