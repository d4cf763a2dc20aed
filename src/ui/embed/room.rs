//! The configurator: how to put this page into another one, with a preview that is the page itself.
//!
//! # What this module does not do
//! It writes no markup of a snippet; `domain::export::snippet` does. What is chosen here changes nothing
//! of the page around, and no link carries it.

use crate::ui::markup::html;
use yew::prelude::*;

use super::controls;
use crate::browser::location;
use crate::domain::export::snippet::{Kind, Snippet};
use crate::domain::permalink;
use crate::domain::query;
use crate::text::{Message, msg};
use crate::ui::app::HEADING;
use crate::ui::model::Cx;
use crate::ui::primitives::copy;

/// The id of the field with the code.
const FIELD: &str = "embed-code";

/// The view.
pub(in crate::ui) fn view(cx: &Cx) -> Html {
    let form = &cx.local.embed;
    let state = permalink::encode(&cx.model.catalog, &form.state(&cx.model.catalog, &cx.state));
    let state = permalink::without_catalog_date(&state);
    let framed = query::merge_queries(state, &form.settings.encode());
    let alone = query::merge_queries(state, &form.settings.unframed().encode());
    let title = cx.tf(msg::EMBED_FRAME_TITLE, &[("title", &cx.model.catalog.subject.title)]);
    let code = Snippet {
        address: &location::address_with(""),
        framed: &framed,
        alone: &alone,
        title: &title,
        link: &cx.t(msg::EMBED_LINK),
        theme: form.settings.theme,
        height: form.height,
    }
    .text(form.kind);
    html! {
        <div class="embed">
            <div class="embed__controls">
                <h2 id={HEADING} tabindex="-1">{ cx.t(msg::EMBED_TITLE) }</h2>
                <p class="muted">{ cx.t(msg::EMBED_INTRO) }</p>
                { controls::view(cx) }
            </div>
            <div class="embed__outcome">
                { code_field(cx, &code) }
                { preview(cx, &framed, &title) }
            </div>
        </div>
    }
}

fn code_field(cx: &Cx, code: &str) -> Html {
    let said = copy::copy_status(cx, code, msg::EMBED_COPIED, msg::EMBED_NOT_COPIED);
    let oncopy = copy::on_click(cx, code, FIELD);
    let kinds = Kind::ALL.map(|kind| (kind.id(), cx.t(name(kind))));
    html! {
        <section class="embed__take" aria-labelledby="embed-code-title">
            <h3 id="embed-code-title">{ cx.t(msg::EMBED_CODE) }</h3>
            { controls::select(cx, "kind", cx.t(msg::EMBED_KIND), &kinds, cx.local.embed.kind.id()) }
            <label class="visually-hidden" for={FIELD}>{ cx.t(msg::EMBED_CODE) }</label>
            <textarea id={FIELD} class="embed__code" readonly=true rows="9" spellcheck="false"
                dir="ltr" value={code.to_owned()} />
            <div class="inline">
                <button type="button" class="button button--main" onclick={oncopy}>
                    { cx.t(msg::EMBED_COPY) }
                </button>
                <span class="muted" role="status">{ said }</span>
            </div>
        </section>
    }
}

const fn name(kind: Kind) -> Message {
    match kind {
        Kind::Plain => msg::EMBED_KIND_IFRAME,
        Kind::Fitted => msg::EMBED_KIND_IFRAME_AUTO,
        Kind::WordPress => msg::EMBED_KIND_WORDPRESS,
        Kind::Ghost => msg::EMBED_KIND_GHOST,
        Kind::Hugo => msg::EMBED_KIND_HUGO,
        Kind::Markdown => msg::EMBED_KIND_MARKDOWN,
    }
}

/// The page itself as it would be in the frame. Another address is another frame, because a frame that
/// goes from one address to the next adds to the reader's history.
fn preview(cx: &Cx, framed: &str, title: &str) -> Html {
    let query = if framed.is_empty() { "?" } else { framed };
    let src = query.to_owned();
    let height = cx.local.embed.height.to_string();
    let title = cx.tf(msg::EMBED_PREVIEW_OF, &[("title", title)]);
    html! {
        <section class="embed__preview" aria-labelledby="embed-preview-title">
            <h3 id="embed-preview-title">{ cx.t(msg::EMBED_PREVIEW) }</h3>
            <div class="embed__window">
                <iframe key={src.clone()} {src} {title} {height} loading="lazy"
                    allow="clipboard-write" />
            </div>
        </section>
    }
}
