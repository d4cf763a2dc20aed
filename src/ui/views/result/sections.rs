//! Further sections of a result, each with its own heading: the details of its firmness, the
//! alternative in use today, combinations, and what to give up if no alternative is left.

use yew::prelude::*;

use super::opened::OpenedHandle;
use crate::browser::event;
use crate::domain::state::Action;
use crate::report::Section;
use crate::text::{Message, msg};
use crate::ui::components::element;
use crate::ui::components::explanation::explanation;
use crate::ui::context::ViewContext;
use crate::ui::store::Focus;

/// The firmness of a result in detail. It is computed when the reader opens it.
pub(super) fn firmness(cx: &ViewContext, opened: &OpenedHandle) -> Html {
    let is_open = opened.get().firmness;
    html! {
        <details class="deep" open={is_open}>
            <summary id="deep" onclick={opened.toggle_firmness()}>{ cx.t(msg::DEEP_TITLE) }</summary>
            <div class="deep__body">
                { for is_open.then(|| explanation(cx, Section::Details, false)) }
            </div>
        </details>
    }
}

/// What to give up if no alternative meets all must-haves.
pub(super) fn no_match(cx: &ViewContext) -> Html {
    let is_here = cx.ranking.eligible.is_empty();
    let content = is_here.then(|| explanation(cx, Section::NoMatch, false));
    section(cx, "impasse", msg::NO_MATCH_TITLE, content)
}

/// Combinations, with the switch that says whether the system is split.
pub(super) fn together(cx: &ViewContext) -> Html {
    let is_split = cx.state.split;
    // Otherwise the statements start with a heading of their own.
    let is_said = is_split || cx.ranking.eligible.is_empty();
    let content = html! {
        <>
            if !is_said {
                { element::paragraph("muted", cx.t(msg::TOGETHER_WHEN)) }
            }
            { element::checkbox("check", cx.t(msg::TOGETHER_SPLIT), None, (is_split, false),
                cx.on(Action::ToggleSplit)) }
            { explanation(cx, Section::Together, true) }
        </>
    };
    section(cx, "together", msg::TOGETHER_TITLE, Some(content))
}

/// How the alternative in use today compares.
pub(super) fn today(cx: &ViewContext) -> Html {
    let model = cx.model;
    let onchange = cx.on_event(move |change: Event| {
        let chosen = model.catalog.find_alternative(&event::choice(&change));
        Some((Action::SetToday(chosen), Focus::Stay))
    });
    let content = html! {
        <>
            <div class="field">
                <label for="today">{ cx.t(msg::TODAY_CHOOSE) }</label>
                <select id="today" {onchange}>
                    <option key="none" value="" selected={cx.state.today.is_none()}>
                        { cx.t(msg::TODAY_NOTHING) }
                    </option>
                    { for model.catalog.alternative_ids().map(|id| {
                        let entry = model.catalog.alternative(id);
                        html! {
                            <option key={entry.id.as_ref()} value={entry.id.clone()}
                                selected={cx.state.today == Some(id)}>{ &entry.name }</option>
                        }
                    }) }
                </select>
            </div>
            { explanation(cx, Section::Today, true) }
        </>
    };
    section(cx, "today-part", msg::TODAY_TITLE, Some(content))
}

fn section(cx: &ViewContext, id: &'static str, title: Message, content: Option<Html>) -> Html {
    let title_id = [id, "-title"].concat();
    html! {
        if let Some(content) = content {
            <section class="part" aria-labelledby={title_id.clone()}>
                <h3 id={title_id}>{ cx.t(title) }</h3>
                <div class="part__body">{ content }</div>
            </section>
        }
    }
}
