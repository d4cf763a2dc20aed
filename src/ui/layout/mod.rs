//! The layout around every view: title and navigation, notices, the footer, and announcements.

mod announcement;
mod footer;
mod header;
mod notice;

use yew::prelude::*;

use super::context::ViewContext;
use crate::domain::permalink::Decoded;

/// The page around a view.
pub(super) fn layout(
    cx: &ViewContext,
    notice: Option<&Decoded>,
    view: &'static str,
    content: Option<Html>,
) -> Html {
    html! {
        <div class="sf">
            { header::header(cx) }
            { header::disclosure(cx) }
            { notice::link_notice(cx, notice) }
            <main id="content" class={["view view--", view].concat()}>
                <div key={view}>{ for content }</div>
            </main>
            { footer::footer(cx) }
            <p class="visually-hidden" role="status">{ announcement::announcement(cx) }</p>
        </div>
    }
}
