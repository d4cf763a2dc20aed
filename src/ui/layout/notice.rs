//! The notice about parts of a link that could not be followed.

use yew::prelude::*;

use crate::domain::permalink::Decoded;
use crate::domain::query::Ignored;
use crate::text::{self, msg};
use crate::ui::components::element;
use crate::ui::context::{ViewContext, on_click};
use crate::ui::store::UiAction;

/// How many parts of a link are listed; a broken link may have hundreds.
const N_LISTED: usize = 8;

/// The parts of the start link that could not be followed.
pub(super) fn link_notice(cx: &ViewContext, start: Option<&Decoded>) -> Html {
    let on_dismiss = on_click(&cx.dispatch, UiAction::DismissNotice);
    let ignored: Vec<_> = start.into_iter().flat_map(|start| &start.ignored).collect();
    let made_with = start.and_then(|start| start.made_with);
    if ignored.is_empty() && made_with.is_none() {
        return Html::default();
    }
    html! {
        <aside class="notice" aria-label={cx.t(msg::LINK_NOTICE)}>
            <div class="notice__text">
                if let Some(date) = made_with {
                    { element::paragraph("", cx.tf(msg::LINK_MADE_WITH, &[("date", &date.to_string())])) }
                }
                if !ignored.is_empty() {
                    { element::paragraph("", cx.t(msg::LINK_IGNORED)) }
                    <ul>
                        { for ignored.iter().take(N_LISTED).map(|part| ignored_part(cx, part)) }
                        if ignored.len() > N_LISTED {
                            <li>{ cx.tn(msg::LINK_IGNORED_MORE, ignored.len() - N_LISTED) }</li>
                        }
                    </ul>
                }
            </div>
            { element::button("button", cx.t(msg::LINK_DISMISS), false, on_dismiss) }
        </aside>
    }
}

fn ignored_part(cx: &ViewContext, ignored: &Ignored) -> Html {
    let part = format!("{}={}", ignored.name, ignored.value);
    let part: String = part.chars().take(60).collect();
    let why = text::ignored(&cx.model.words, ignored);
    html! { <li>{ cx.tf(msg::LINK_IGNORED_PART, &[("part", &part), ("why", &why)]) }</li> }
}
