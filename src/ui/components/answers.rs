//! All answers with a form to change each in place, and the questions that are still open.

use std::rc::Rc;

use yew::prelude::*;

use super::question::QuestionForm;
use crate::domain::catalog::{QuestionId, Select};
use crate::domain::decide::table::chosen;
use crate::domain::decide::{Answer, Answers, Importance, Offers};
use crate::text::{msg, or_list};
use crate::ui::context::ViewContext;
use crate::ui::model::Model;
use crate::ui::store::{Focus, UiAction};

/// The props of the answers.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(in crate::ui) struct AnswerListProps {
    /// The catalog.
    pub model: Model,
    /// The answers.
    pub answers: Answers,
    /// What the questions have to offer for these answers.
    pub offers: Rc<Offers>,
    /// Receives every action.
    pub dispatch: Callback<UiAction>,
}

/// The answers given and the open questions. One answer at a time is changed in place; it stays listed while
/// it has no option, so that the reader can tick another.
#[component]
pub(in crate::ui) fn AnswerList(props: &AnswerListProps) -> Html {
    let AnswerListProps { model, answers, offers, dispatch } = props;
    let editing = use_state(|| None::<QuestionId>);
    let toggle = {
        let (model, editing, dispatch) = (*model, editing.clone(), dispatch.clone());
        move |id: QuestionId| {
            let (editing, dispatch) = (editing.clone(), dispatch.clone());
            Callback::from(move |click: MouseEvent| {
                // The store controls what is open, and not the browser.
                click.prevent_default();
                editing.set(Some(id).filter(|_| *editing != Some(id)));
                dispatch.emit(UiAction::Focus(Focus::Id(summary_id(model, id))));
            })
        }
    };
    let asked = offers.asked().iter().copied();
    let (given, open): (Vec<_>, Vec<_>) =
        asked.partition(|id| answers.get(*id).is_some() || *editing == Some(*id));
    html! {
        <>
            <ul class="answers">
                { for given.into_iter().map(|id| given_row(props, id, *editing == Some(id), toggle(id))) }
            </ul>
            <div class="still-open" hidden={open.is_empty()}>
                <h3>{ model.t(msg::FIT_OPEN_QUESTIONS) }</h3>
                <ul class="chips">
                    { for open.into_iter().map(|id| open_chip(*model, id, toggle(id))) }
                </ul>
            </div>
        </>
    }
}

/// The list of answers for the state that is shown.
pub(in crate::ui) fn answer_list(cx: &ViewContext) -> Html {
    html! {
        <AnswerList model={cx.model} answers={cx.state.answers.clone()} offers={cx.offers.clone()}
            dispatch={cx.dispatch.clone()} />
    }
}

fn summary_id(model: Model, id: QuestionId) -> String {
    ["answer-", &model.catalog.question(id).id].concat()
}

fn given_row(
    props: &AnswerListProps,
    id: QuestionId,
    is_open: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    let AnswerListProps { model, answers, offers, dispatch } = props;
    let question = model.catalog.question(id);
    let answer = answers.get(id);
    let text = answer.map_or_else(
        || model.t(msg::FIT_NOT_ANSWERED),
        |answer| answer_text(*model, id, answer).into(),
    );
    html! {
        <li key={question.id.as_ref()}>
            <details class="answer" open={is_open}>
                <summary id={summary_id(*model, id)} {onclick}>
                    <span class="answer__question muted">{ &question.label }</span>
                    <span class="answer__text">{ text }</span>
                    <span class="answer__edit" aria-hidden="true">{ model.t(msg::FIT_EDIT) }</span>
                </summary>
                <div>{ for is_open.then(|| html! {
                    <>
                        <p class="answer__prompt">{ &question.prompt }</p>
                        <QuestionForm model={*model} {id} {answer} offered={offers.options(id)} dispatch={dispatch.clone()} />
                    </>
                }) }</div>
            </details>
        </li>
    }
}

fn open_chip(model: Model, id: QuestionId, onclick: Callback<MouseEvent>) -> Html {
    let question = model.catalog.question(id);
    let label = format!("{}: {}", question.label, question.prompt);
    html! {
        <li key={question.id.as_ref()}>
            <button type="button" class="chip" aria-label={label} {onclick}>{ &question.label }</button>
        </li>
    }
}

/// An answer in words: wishes, must-haves, importance. If all chosen options are wanted, each may
/// be a must-have of its own; otherwise one of them is enough, and the words say so.
pub(in crate::ui) fn answer_text(model: Model, id: QuestionId, answer: Answer) -> String {
    let question = model.catalog.question(id);
    let is_all = question.select == Select::All;
    let must = model.t(msg::RESULT_MUST_MET);
    let marked = |text: String, is_must| if is_must { format!("{text} ({must})") } else { text };
    let options: Vec<_> = chosen(answer.options, question.options.len())
        .map(|at| {
            let is_must = is_all && answer.musts >> at & 1 == 1;
            marked(question.options[at].label.to_string(), is_must)
        })
        .collect();
    let list =
        if is_all { options.join(", ") } else { marked(or_list(&options), answer.musts != 0) };
    if answer.scoring() == 0 || answer.importance == Importance::Normal {
        return list;
    }
    format!("{list} · ×{}", answer.importance.weight())
}
