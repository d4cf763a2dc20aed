//! The form of one question: options, must-have, importance.
//!
//! There is no `<form>` element, because a sandboxed frame blocks its submission.

use yew::prelude::*;

use super::element;
use crate::domain::catalog::{Choice, Question, QuestionId, Select};
use crate::domain::decide::{Answer, Importance};
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::context::{on, on_click};
use crate::ui::model::Model;
use crate::ui::store::{Focus, UiAction};

/// The length of a label that leaves room for another one beside it on a phone, in bytes.
const LONGEST_SHORT: usize = 14;

/// The most options that a wide page explains.
const MOST_EXPLAINED: usize = 12;

/// The props of a question's form.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(in crate::ui) struct QuestionFormProps {
    /// The catalog.
    pub model: Model,
    /// The question.
    pub id: QuestionId,
    /// The answer, if there is one.
    pub answer: Option<Answer>,
    /// The options to offer; a chosen one is shown all the same.
    pub offered: u32,
    /// Receives every action.
    pub dispatch: Callback<UiAction>,
}

/// The form of a question.
#[component]
pub(in crate::ui) fn QuestionForm(props: &QuestionFormProps) -> Html {
    let QuestionFormProps { model, id, answer, dispatch, .. } = props;
    let question = model.catalog.question(*id);
    let hint = match question.select {
        Select::One => msg::FIT_ONE,
        Select::Any => msg::FIT_ANY,
        Select::All => msg::FIT_ALL,
    };
    let must = if question.can_must { model.t(msg::FIT_MUST_MEANS) } else { AttrValue::default() };
    let ends = [("best", &*question.full), ("worst", &*question.none), ("must", &*must)];
    let scored = model.tf(msg::FIT_ENDS, &ends).trim_end().to_owned();
    let why = ["why-", &question.id].concat();
    let clear = UiAction::Do(Action::ClearAnswer(*id), Focus::Id(option_id(*model, *id, 0)));
    html! {
        <div class="question">
            // Not in the legend: WebKit does not wrap a long one again when the width changes.
            <p id={why.clone()} class="question__why muted">
                { &question.why }{ " " }{ model.t(hint) }{ "." }
            </p>
            <fieldset class={lists(question)} aria-describedby={why}>
                <legend class="visually-hidden">{ &question.prompt }</legend>
                { options(props) }
            </fieldset>
            <div class="weighing">
                { importance(props) }
                { question_must(props) }
                { element::button("button button--quiet", model.t(msg::FIT_CLEAR), answer.is_none(), on_click(dispatch, clear)) }
                { element::folded("scored", html! { { model.t(msg::FIT_SCORED) } }, element::paragraph("", scored.into())) }
            </div>
        </div>
    }
}

/// The class of the list: of words that fit beside each other on a phone, or of so many options that
/// a wide page leaves their explanations to be asked for.
fn lists(question: &Question) -> &'static str {
    let is_short = |option: &Choice| option.label.len() <= LONGEST_SHORT;
    if question.options.iter().all(is_short) {
        "options options--short"
    } else if question.options.len() > MOST_EXPLAINED {
        "options options--long"
    } else {
        "options"
    }
}

fn option_id(model: Model, id: QuestionId, at: u8) -> String {
    format!("{}-{at}", model.catalog.question(id).id)
}

/// The options that are offered or chosen, under the headings of their groups.
fn options(props: &QuestionFormProps) -> Html {
    let QuestionFormProps { model, id, answer, offered, .. } = props;
    let question = model.catalog.question(*id);
    let shown = offered | answer.map_or(0, |answer| answer.options);
    let n_options = u8::try_from(question.options.len()).unwrap_or(u8::MAX);
    let some = |from: u8, to: u8| -> Html {
        (from..to).filter(|at| shown >> at & 1 == 1).map(|at| option(props, at)).collect()
    };
    let mut from = 0;
    let groups = question.groups.iter().map(|group| {
        let start = from;
        from += group.n_options;
        let is_empty = (start..from).all(|at| shown >> at & 1 == 0);
        html! {
            <fieldset key={group.label.as_ref()} class="options" hidden={is_empty}>
                <legend><strong>{ &group.label }</strong></legend>
                { some(start, from) }
            </fieldset>
        }
    });
    if question.groups.is_empty() { some(0, n_options) } else { groups.collect() }
}

fn option(props: &QuestionFormProps, at: u8) -> Html {
    let QuestionFormProps { model, id, answer, dispatch, .. } = props;
    let id = *id;
    let question = model.catalog.question(id);
    let choice = &question.options[usize::from(at)];
    let is_chosen = answer.is_some_and(|answer| answer.options >> at & 1 == 1);
    let is_must = answer.is_some_and(|answer| answer.musts >> at & 1 == 1);
    let input_id = option_id(*model, id, at);
    let explain_id = format!("{input_id}-explain");
    let kind = if question.select == Select::One { "radio" } else { "checkbox" };
    let has_must = question.can_must && question.select == Select::All;
    let class = match (is_chosen, has_must) {
        (true, true) => "option option--must option--chosen",
        (true, false) => "option option--chosen",
        (false, true) => "option option--must",
        (false, false) => "option",
    };
    html! {
        <div key={choice.id.as_ref()} {class}>
            <label class="option__label" for={input_id.clone()} title={choice.explain.clone()}>
                <input id={input_id} type={kind} name={format!("a-{}", question.id)}
                    checked={is_chosen} aria-describedby={explain_id.clone()}
                    onchange={on(dispatch, Action::ToggleOption(id, at))} />
                <span class="option__text">
                    { element::span("option__name", choice.label.clone()) }
                    <span class="option__explain muted" id={explain_id}>{ &choice.explain }</span>
                </span>
            </label>
            if has_must && is_chosen {
                { element::checkbox("must", model.t(msg::FIT_MUST),
                    Some(model.tf(msg::FIT_MUST_OPTION, &[("option", &choice.label)]).to_string()),
                    (is_must, false), on(dispatch, Action::ToggleMust(id, at))) }
            }
        </div>
    }
}

/// The switch that makes the whole answer a must-have or, where a tick is one at first, a wish.
fn question_must(props: &QuestionFormProps) -> Html {
    let QuestionFormProps { model, id, answer, dispatch, .. } = props;
    let id = *id;
    let question = model.catalog.question(id);
    let has_must = question.can_must && question.select != Select::All;
    let is_must = answer.is_some_and(|answer| answer.musts != 0);
    if !has_must || answer.is_none() {
        return Html::default();
    }
    let (label, is_on) = if question.is_condition() {
        (question.others.clone(), !is_must)
    } else {
        (model.t(msg::FIT_MUST), is_must)
    };
    element::checkbox("must", label, None, (is_on, false), on(dispatch, Action::ToggleMust(id, 0)))
}

/// The importance. It cannot be set without an answer, and for an answer that gives no points.
fn importance(props: &QuestionFormProps) -> Html {
    let QuestionFormProps { model, id, answer, dispatch, .. } = props;
    let id = *id;
    let question = model.catalog.question(id);
    let is_idle = answer.is_none_or(|answer| answer.scoring() == 0);
    let levels = [
        (Importance::Normal, msg::FIT_NORMAL),
        (Importance::Important, msg::FIT_IMPORTANT),
        (Importance::VeryImportant, msg::FIT_VERY_IMPORTANT),
    ];
    let present = answer.map_or(Importance::Normal, |answer| answer.importance);
    html! {
        <fieldset class="importance" disabled={is_idle}>
            <legend>{ model.t(msg::FIT_IMPORTANCE) }</legend>
            <div class="segments">
                { for levels.into_iter().map(|(level, message)| html! {
                    <label key={level.weight()} class="segment">
                        <input type="radio" name={format!("w-{}", question.id)}
                            checked={present == level}
                            onchange={on(dispatch, Action::SetImportance(id, level))} />
                        <span>{ model.t(message) }</span>
                    </label>
                }) }
            </div>
        </fieldset>
    }
}
