//! The rest of the result, closed at first: the details of its firmness, the alternative in use
//! today, combinations, and how all of it is computed.

use yew::prelude::*;

use crate::browser::event;
use crate::domain::state::Action;
use crate::report::{Section, method};
use crate::text::msg;
use crate::ui::components::element;
use crate::ui::components::explanation::{blocks, explanation};
use crate::ui::components::opened::OpenedHandle;
use crate::ui::context::ViewContext;
use crate::ui::store::Focus;

/// The group. It is open at first if the link asks for something in it. What is in it is computed
/// when it is opened.
pub(super) fn view(cx: &ViewContext, opened: &OpenedHandle) -> Html {
    let is_asked = cx.state.in_use.is_some() || cx.state.split || cx.ranking.eligible.is_empty();
    let is_open = opened.get().more.unwrap_or(is_asked);
    let has_first = cx.ranking.leaders().any(|first| first.score.is_some());
    html! {
        <details class="deep" open={is_open}>
            <summary id="more" onclick={opened.toggle(move |now| now.more = Some(!is_open))}>
                { cx.t(msg::RESULT_MORE) }
            </summary>
            if is_open {
                <div class="deep__body">
                    if has_first {
                        { section("deep", cx.t(msg::DEEP_TITLE), explanation(cx, Section::Details, false)) }
                    }
                    { today(cx) }
                    { together(cx) }
                    { how(cx) }
                </div>
            }
        </details>
    }
}

/// Combinations, with the switch that says whether the system is split.
fn together(cx: &ViewContext) -> Html {
    let is_split = cx.state.split;
    // Otherwise the statements start with a sentence of their own.
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
    section("together", cx.t(msg::TOGETHER_TITLE), content)
}

/// How the alternative in use today compares.
fn today(cx: &ViewContext) -> Html {
    let model = cx.model;
    let onchange = cx.on_event(move |change: Event| {
        let chosen = model.catalog.find_alternative(&event::choice(&change));
        Some((Action::SetInUse(chosen), Focus::Stay))
    });
    let mut options = vec![(AttrValue::default(), cx.t(msg::TODAY_NOTHING))];
    let entries = model.catalog.alternatives.iter();
    options.extend(entries.map(|entry| (entry.id.clone(), entry.name.clone())));
    let in_use = cx.state.in_use.map(|id| model.catalog.alternative(id).id.clone());
    let in_use = in_use.unwrap_or_default();
    let content = html! {
        <>
            { element::select("today", cx.t(msg::TODAY_CHOOSE), &options, &in_use, true, onchange) }
            { explanation(cx, Section::Today, true) }
        </>
    };
    section("today-part", cx.t(msg::TODAY_TITLE), content)
}

/// How a result is computed.
fn how(cx: &ViewContext) -> Html {
    let content = html! {
        <>
            { element::paragraph("", cx.t(msg::RESULT_SCORING)) }
            <div class="statements">{ blocks(cx.model, &cx.dispatch, &method(&cx.model.catalog, &cx.model.words)) }</div>
        </>
    };
    section("how", cx.t(msg::HOW_TITLE), content)
}

fn section(id: &'static str, title: AttrValue, content: Html) -> Html {
    let title_id = [id, "-title"].concat();
    html! {
        <section class="part" aria-labelledby={title_id.clone()}>
            <h3 id={title_id}>{ title }</h3>
            <div class="part__body">{ content }</div>
        </section>
    }
}
