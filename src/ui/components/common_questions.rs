//! Common questions: each is a link to its answer, which is computed from the current catalog.

use yew::prelude::*;

use super::link;
use crate::domain::catalog::Faq;
use crate::domain::permalink;
use crate::domain::state::Action;
use crate::text::{faq_answer, msg};
use crate::ui::hooks::{RenderQueue, use_queued};
use crate::ui::model::Model;
use crate::ui::store::{Focus, UiAction};

/// The props of the common questions.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(in crate::ui) struct CommonQuestionsProps {
    /// The catalog.
    pub model: Model,
    /// Receives every action.
    pub dispatch: Callback<UiAction>,
    /// The queue in which they wait to be drawn.
    pub queue: RenderQueue,
}

/// The section of common questions. Nothing is visible if the catalog has none.
#[component]
pub(in crate::ui) fn CommonQuestions(props: &CommonQuestionsProps) -> Html {
    let CommonQuestionsProps { model, dispatch, queue } = props;
    if !use_queued(queue, queue.defers(false)) {
        return html! { <section class="faq" hidden=true></section> };
    }
    let faqs = &model.catalog.faqs;
    html! {
        <section class="faq" aria-labelledby="faq-title" hidden={faqs.is_empty()}>
            <h2 id="faq-title">{ model.t(msg::FAQ_TITLE) }</h2>
            <div class="faq__list">
                { for faqs.iter().map(|faq| html! {
                    <div key={faq.id.as_ref()} class="faq__item">
                        <h3>{ question_link(*model, dispatch, faq, "", &faq.question) }</h3>
                        <p>{ faq_answer(&model.catalog, &model.table, &model.cards, faq) }</p>
                    </div>
                }) }
            </div>
        </section>
    }
}

/// A link to the state that answers a question.
pub(in crate::ui) fn question_link(
    model: Model,
    dispatch: &Callback<UiAction>,
    faq: &Faq,
    class: &'static str,
    text: &AttrValue,
) -> Html {
    let state = permalink::decode(&model.catalog, &faq.link).state;
    let href = model.href(&state);
    let action = Action::Replace(Box::new(state));
    let onclick = link::followed(dispatch, UiAction::Do(action, Focus::Heading));
    let look = link::Look { class, ..link::Look::default() };
    link::anchor(href, onclick, look, html! { { text } })
}
