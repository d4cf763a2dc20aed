//! How a result comes about: the two sentences, the formula, and what there is to count.
//!
//! # What this module does not do
//! It explains no single result; the reasons do.

use yew::prelude::*;

use crate::text::msg;
use crate::ui::markup::html;
use crate::ui::model::Cx;

/// The panel.
pub(super) fn view(cx: &Cx) -> Html {
    let catalog = &cx.model.catalog;
    let n_options: usize = catalog.questions.iter().map(|question| question.options.len()).sum();
    let counts = cx.tf(
        msg::HOW_COUNTS,
        &[
            ("questions", &catalog.questions.len().to_string()),
            ("options", &n_options.to_string()),
            ("criteria", &catalog.criteria.len().to_string()),
            ("n", &catalog.alternatives.len().to_string()),
            ("date", &catalog.subject.date.to_string()),
        ],
    );
    html! {
        <details class="deep">
            <summary>{ cx.t(msg::HOW_TITLE) }</summary>
            <div class="deep__body">
                <p>{ cx.t(msg::RESULT_SCORING) }</p>
                <p>{ cx.t(msg::HOW_MUSTS) }</p>
                <p>{ cx.t(msg::HOW_FORMULA) }</p>
                <p>{ cx.t(msg::HOW_EXACT) }</p>
                <p>{ counts }</p>
            </div>
        </details>
    }
}
