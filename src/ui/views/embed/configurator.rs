//! The configurator: settings, the code to copy, and a preview that is the page itself.
//!
//! Choices here do not affect this page, and no link carries them.

use yew::prelude::*;

use super::controls::{self, Controls};
use super::form::{Form, Width};
use crate::browser::location;
use crate::domain::export::snippet::{Kind, Snippet};
use crate::domain::{permalink, query};
use crate::text::{self, Message, msg};
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
                { presets(cx, &controls) }
                { controls::view(&controls) }
            </div>
            <div class="embed__outcome">
                { code_field(&controls, code) }
                { preview(cx, &controls, &framed, &title) }
            </div>
        </div>
    }
}

/// What a frame is mostly made for, each with a sketch.
fn presets(cx: &PageContext, controls: &Controls) -> Html {
    let names = controls.form.pair(&cx.state).into_iter();
    let names = text::names(&cx.model.catalog, names);
    let presets = [
        (
            "fit",
            cx.t(msg::EMBED_PRESET_FIT),
            "M4 4h24v4H4zM4 12h18v6H4zM26 12h18v6H26zM4 22h18v6H4zM26 22h18v6H26z",
        ),
        (
            "compare",
            cx.tf(msg::EMBED_PRESET_COMPARE, &[("names", &names)]),
            "M4 4h12v24H4zM18 4h12v24H18zM32 4h12v24H32z",
        ),
        (
            "browse",
            cx.t(msg::EMBED_PRESET_BROWSE),
            "M4 4h8v24H4zM16 4h12v10H16zM32 4h12v10H32zM16 18h12v10H16zM32 18h12v10H32z",
        ),
    ];
    html! {
        <fieldset class="presets">
            <legend>{ cx.t(msg::EMBED_SHOWS) }</legend>
            { for presets.into_iter().map(|(view, label, sketch)| html! {
                <label key={view} class="preset">
                    <svg viewBox="0 0 48 32" aria-hidden="true"><path d={sketch} /></svg>
                    <span>
                        <input type="radio" name="preset" checked={controls.form.view == view}
                            onchange={controls::on_use(controls, "view", view)} />
                        { " " }{ label }
                    </span>
                </label>
            }) }
        </fieldset>
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
fn preview(cx: &PageContext, controls: &Controls, framed: &str, title: &str) -> Html {
    let Form { height, width, .. } = controls.form;
    let query = if framed.is_empty() { "?" } else { framed };
    let src = query.to_owned();
    let height = height.to_string();
    let title = cx.tf(msg::EMBED_PREVIEW_OF, &[("title", title)]);
    html! {
        <section class="embed__preview" aria-labelledby="embed-preview-title">
            <div class="embed__widths">
                <h3 id="embed-preview-title">{ cx.t(msg::EMBED_PREVIEW) }</h3>
                { for Width::ALL.into_iter().map(|it| {
                    let name = it.name();
                    let label = if it == Width::Full { cx.t(msg::EMBED_FULL) } else { name.into() };
                    element::toggle(label, it == width, controls::on_use(controls, "width", name))
                }) }
            </div>
            <div class={["embed__window embed__window--", width.name()].concat()}>
                <iframe key={src.clone()} {src} {title} {height} loading="lazy"
                    allow="clipboard-write" />
            </div>
        </section>
    }
}
