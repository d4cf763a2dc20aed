//! The configurator: settings, the code to copy, and a preview that is the page itself.
//!
//! Choices here do not affect this page, and no link carries them.

use yew::prelude::*;

use super::controls::{self, Controls};
use super::form::Form;
use crate::browser::location;
use crate::domain::export::snippet::{Kind, Snippet};
use crate::domain::{permalink, query};
use crate::text::{Message, msg};
use crate::ui::components::copy_field::CopyField;
use crate::ui::components::element;
use crate::ui::context::PageContext;
use crate::ui::ids::HEADING;

/// The props of the configurator.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(in crate::ui) struct ConfiguratorProps {
    /// What links and controls need.
    pub page: PageContext,
}

/// The configurator.
#[component]
pub(in crate::ui) fn Configurator(props: &ConfiguratorProps) -> Html {
    let cx = &props.page;
    let model = cx.model;
    let form = use_reducer(|| Form::new(model));
    let controls = Controls { model, form: Form::clone(&form), dispatch: form.dispatcher() };
    let state = permalink::encode(&model.catalog, &form.state(&cx.state));
    let state = permalink::without_catalog_date(&state);
    let framed = query::merge_queries(state, &form.settings.encode());
    let alone = query::merge_queries(state, &form.settings.unframed().encode());
    let title = cx.tf(msg::EMBED_FRAME_TITLE, &[("title", &model.catalog.subject.title)]);
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
                { element::paragraph("muted", cx.t(msg::EMBED_INTRO)) }
                { controls::view(&controls) }
            </div>
            <div class="embed__outcome">
                { code_field(&controls, code) }
                { preview(cx, form.height, &framed, &title) }
            </div>
        </div>
    }
}

fn code_field(controls: &Controls, code: String) -> Html {
    let model = controls.model;
    let kinds = Kind::ALL.map(|kind| (kind.id(), model.t(name(kind))));
    let label = model.t(msg::EMBED_KIND);
    html! {
        <section class="embed__take" aria-labelledby="embed-code-title">
            <h3 id="embed-code-title">{ model.t(msg::EMBED_CODE) }</h3>
            { controls::select(controls, "kind", label, &kinds, controls.form.kind.id()) }
            <CopyField {model} text={code} field="embed-code" label={msg::EMBED_CODE} is_long=true
                button={msg::EMBED_COPY} done={msg::EMBED_COPIED} refused={msg::EMBED_NOT_COPIED} />
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

/// The page as it would be in the frame. Each address has a new frame, because navigating a frame
/// adds to the reader's history.
fn preview(cx: &PageContext, height: u16, framed: &str, title: &str) -> Html {
    let query = if framed.is_empty() { "?" } else { framed };
    let src = query.to_owned();
    let height = height.to_string();
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
