//! The footer.

use yew::prelude::*;

use crate::domain::state::{Action, View};
use crate::domain::{permalink, query};
use crate::text::msg;
use crate::ui::components::link;
use crate::ui::context::ViewContext;

/// The name, what the facts are, what becomes of answers, how it decides, how to embed it, and the
/// project's page if the build names one; in a compact frame only a link to the same page without
/// the frame.
pub(super) fn footer(cx: &ViewContext) -> Html {
    let model = cx.model;
    let content = if model.settings.compact {
        let query = permalink::encode(&model.catalog, &cx.state);
        let alone = query::merge_queries(&query, &model.settings.unframed().encode());
        // An empty address would mean the present one.
        let href = if alone.is_empty() { "?".to_owned() } else { alone };
        link::external(&href.into(), html! { { cx.t(msg::EMBED_ALONE) } })
    } else {
        let catalog = &model.catalog;
        let (n, facts) = (catalog.alternatives.len(), catalog.criteria.len());
        let values = [
            ("n", n.to_string()),
            ("facts", facts.to_string()),
            ("date", catalog.subject.date.to_string()),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        html! {
            <>
                <p><strong>{ cx.t(msg::APP_NAME) }</strong>{ " · " }{ cx.tf(msg::APP_FACTS, &values) }</p>
                <p>
                    { cx.t(msg::APP_PRIVACY) }{ " " }
                    if model.n_expired > 0 {
                        { cx.tn(msg::AGE_EXPIRED_N, model.n_expired) }{ " " }
                    }
                </p>
                <details>
                    <summary>{ cx.t(msg::APP_HOW) }</summary>
                    <p>{ cx.t(msg::RESULT_SCORING) }</p>
                </details>
                <p class="inline">
                    { link::to(cx, Action::Go(View::Embed), "", html! { { cx.t(msg::APP_EMBED) } }) }
                    { for catalog.subject.repository.iter().map(|address| {
                        link::external(address, html! { { cx.t(msg::APP_SOURCE) } })
                    }) }
                </p>
            </>
        }
    };
    html! { <footer class="foot muted">{ content }</footer> }
}
