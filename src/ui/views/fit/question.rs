//! One question at a time, with the shortlist beside it.

use yew::prelude::*;

use super::shortlist;
use super::way::{self, Way};
use crate::domain::catalog::QuestionId;
use crate::domain::state::{Action, Step, View};
use crate::report::Section;
use crate::text::msg;
use crate::ui::components::question::QuestionForm;
use crate::ui::components::{element, link};
use crate::ui::context::ViewContext;
use crate::ui::hooks::use_explanation;
use crate::ui::ids::HEADING;

/// The props of a question.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct QuestionStepProps {
    /// The context of the view.
    pub cx: ViewContext,
    /// The question.
    pub id: QuestionId,
}

/// A question with its form, how far one is, and the way on.
#[component]
pub(super) fn QuestionStep(props: &QuestionStepProps) -> Html {
    let QuestionStepProps { cx, id } = props;
    let id = *id;
    let query = cx.model.link_to(&cx.state).into();
    let useful = use_explanation(cx.model, &query, Section::Next, cx.explain);
    let question = cx.model.catalog.question(id);
    let way = Way::from(cx, id, useful.as_deref());
    html! {
        <div class="fitting">
            <section class="fitting__main" aria-labelledby={HEADING}>
                { progress(cx, id, way.status.clone()) }
                <h2 id={HEADING} tabindex="-1">{ &question.prompt }</h2>
                <div>
                    <QuestionForm key={question.id.as_ref()} model={cx.model} {id}
                        answer={cx.state.answers.get(id)} offered={cx.offers.options(id)} dispatch={cx.dispatch.clone()} />
                </div>
                { way::view(cx, &way) }
            </section>
            <aside class="fitting__side">{ shortlist::view(cx) }</aside>
        </div>
    }
}

/// A segment for each question, the position of this one in the list, and what is still worth
/// asking.
fn progress(cx: &ViewContext, here: QuestionId, status: AttrValue) -> Html {
    let catalog = &cx.model.catalog;
    let asked = cx.offers.asked();
    let n = asked.iter().take_while(|id| id.0 <= here.0).count().to_string();
    let (total, label) = (asked.len().to_string(), &catalog.question(here).label);
    let values = [("n", n.as_str()), ("total", total.as_str()), ("label", label)];
    html! {
        <div class="progress muted">
            <div class="progress__bar" aria-hidden="true">
                { for asked.iter().map(|id| {
                    let class = match (*id == here, cx.state.answers.get(*id).is_some()) {
                        (true, true) => "progress__here progress__done",
                        (true, false) => "progress__here",
                        (false, true) => "progress__done",
                        (false, false) => "",
                    };
                    html! { <span key={id.0} {class} title={catalog.question(*id).label.clone()}></span> }
                }) }
            </div>
            { element::span("", cx.tf(msg::FIT_PROGRESS, &values)) }
            { element::span("progress__status", status) }
            { link::to(cx, Action::Go(View::Fit(Step::Review)), "", html! { { cx.t(msg::FIT_ALL_QUESTIONS) } }) }
        </div>
    }
}
