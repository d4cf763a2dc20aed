//! Common questions: a sentence computed from a link into the app, and the link.
//!
//! # What this module does not do
//! No answer is written down; each is computed from the catalog as it is.

use crate::ui::markup::html;
use yew::prelude::*;

use super::model::Cx;
use super::primitives::link;
use super::store::Focus;
use crate::domain::permalink;
use crate::domain::state::Action;
use crate::text::{faq_answer, msg};

/// The section of common questions; nothing visible where a catalog has none.
pub(super) fn view(cx: &Cx) -> Html {
    let model = cx.model;
    let faqs = &model.catalog.faqs;
    html! {
        <section class="faq" aria-labelledby="faq-title" hidden={faqs.is_empty()}>
            <h2 id="faq-title">{ cx.t(msg::FAQ_TITLE) }</h2>
            <div class="faq__list">
                { for faqs.iter().map(|faq| {
                    let state = permalink::decode(&model.catalog, &faq.link).state;
                    html! {
                        <div key={faq.id.as_ref()} class="faq__item">
                            <h3>{ &faq.question }</h3>
                            <p>{ faq_answer(&model.catalog, &model.table, &model.browser, faq) }</p>
                            <p>{ link::with(
                                cx,
                                Action::Replace(Box::new(state)),
                                Focus::Heading,
                                link::Look {
                                    label: Some(format!(
                                        "{}: {}",
                                        cx.t(msg::FAQ_OPEN),
                                        faq.question
                                    ).into()),
                                    ..link::Look::default()
                                },
                                html! { { cx.t(msg::FAQ_OPEN) } },
                            ) }</p>
                        </div>
                    }
                }) }
            </div>
        </section>
    }
}
