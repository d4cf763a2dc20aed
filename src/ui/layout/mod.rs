//! The layout around every view: title and navigation, notices, the footer, and announcements.

mod announcement;
mod footer;
mod header;
mod notice;

use yew::prelude::*;

use super::context::ViewContext;
use super::first_facets::IS_STATIC;
use crate::domain::permalink::Decoded;

/// The page around a view.
pub(super) fn layout(
    cx: &ViewContext,
    notice: Option<&Decoded>,
    view: &'static str,
    content: Option<Html>,
) -> Html {
    html! {
        <div class={if IS_STATIC { "sf sf--static" } else { "sf" }}>
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
