//! The footer.

use yew::prelude::*;

use crate::domain::state::{Action, View};
use crate::domain::{permalink, query};
use crate::text::msg;
use crate::ui::components::link;
use crate::ui::context::ViewContext;

/// The date of the facts, the limits of the page, how to embed it, and the project's page if the
/// build names one; in a compact frame only a link to the same page without the frame.
pub(super) fn footer(cx: &ViewContext) -> Html {
    let model = cx.model;
    let content = if model.settings.compact {
        let query = permalink::encode(&model.catalog, &cx.state);
        let alone = query::merge_queries(&query, &model.settings.unframed().encode());
        // An empty address would mean the present one.
        let href = if alone.is_empty() { "?".to_owned() } else { alone };
        link::external(&href.into(), html! { { cx.t(msg::EMBED_ALONE) } })
    } else {
        let subject = &model.catalog.subject;
        let date = subject.date.to_string();
        html! {
            <>
                { cx.tf(msg::APP_AS_OF, &[("date", &date)]) }{ " " }
                if model.n_expired > 0 {
                    { cx.tn(msg::AGE_EXPIRED_N, model.n_expired) }{ " " }
                }
                { link::to(cx, Action::Go(View::Embed), "", html! { { cx.t(msg::APP_EMBED) } }) }
                { for subject.repository.iter().map(|address| html! {
                    <>{ " " }{ link::external(address, html! { { cx.t(msg::APP_SOURCE) } }) }</>
                }) }
            </>
        }
    };
    html! { <footer class="foot muted">{ content }</footer> }
}
