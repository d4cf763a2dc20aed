//! The decision as something to take away: the choice, a form, and the record to copy or to download. The
//! text is always there to be selected, because a frame may be denied both.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use yew::prelude::*;

use super::opened::OpenedHandle;
use crate::browser::event;
use crate::domain::state::Action;
use crate::report::record::Format;
use crate::text::{Message, msg};
use crate::ui::components::copy_field::CopyField;
use crate::ui::components::{element, explanation};
use crate::ui::context::ViewContext;
use crate::ui::hooks::LoadState;
use crate::ui::store::Focus;

/// The forms with their labels, the first one first.
const FORMS: [(Format, &str, Message); 5] = [
    (Format::Madr, "madr", msg::RECORD_MADR),
    (Format::Json, "json", msg::RECORD_JSON),
    (Format::Csv, "csv", msg::RECORD_CSV),
    (Format::Comparison, "comparison", msg::RECORD_COMPARISON),
    (Format::Brief, "brief", msg::RECORD_BRIEF),
];

/// The panel, closed at first: a record is only made for who wants one.
pub(super) fn view(cx: &ViewContext, opened: &OpenedHandle) -> Html {
    let is_open = opened.get().takeaway;
    html! {
        <details class="takeaway" open={is_open}>
            <summary class="button" onclick={opened.toggle(|now| now.takeaway = !now.takeaway)}>
                { cx.t(msg::RECORD_BUTTON) }
            </summary>
            if is_open {
                <Takeaway cx={cx.clone()} />
            }
        </details>
    }
}

/// The record for paper; nothing if it cannot be made.
pub(super) fn paper(cx: &ViewContext) -> Html {
    let paper = cx.model.paper(&cx.model.query_of(&cx.state), cx.made_with);
    html! {
        if let Some(paper) = paper {
            <div class="record statements">{ explanation::blocks(cx.model, &cx.dispatch, &paper) }</div>
        }
    }
}

/// The props of the panel.
#[derive(Clone, Debug, PartialEq, Properties)]
struct TakeawayProps {
    /// The context of the view.
    cx: ViewContext,
}

/// What is in the panel.
#[component]
fn Takeaway(props: &TakeawayProps) -> Html {
    let cx = &props.cx;
    let form = use_state(|| 0_usize);
    let (format, chosen, _) = FORMS[*form];
    let is_here = (cx.evidence, cx.explain) == (LoadState::Here, LoadState::Here);
    let asked = (cx.model.query_of(&cx.state), cx.made_with, *form, is_here);
    let text = use_memo(asked, |(query, made_with, ..)| {
        let text = is_here.then(|| cx.model.record(query, *made_with, format)).flatten();
        text.map(AttrValue::from)
    });
    let missing = match (cx.evidence, cx.explain) {
        (LoadState::Failed, _) | (_, LoadState::Failed) => msg::DETAIL_EVIDENCE_FAILED,
        _ => msg::DETAIL_EVIDENCE_WAITING,
    };
    let set = form.setter();
    let on_form = Callback::from(move |change: Event| {
        let wanted = event::choice(&change);
        set.set(FORMS.iter().position(|(_, name, _)| wanted == *name).unwrap_or_default());
    });
    let forms = FORMS.map(|(_, name, label)| (AttrValue::Static(name), cx.t(label)));
    html! {
        <div class="takeaway__body">
            { element::paragraph("muted", cx.t(msg::RECORD_HINT)) }
            { choice(cx) }
            { element::select("record-format", cx.t(msg::RECORD_FORMAT), &forms, chosen, false, on_form) }
            if let Some(text) = &*text {
                <CopyField model={cx.model} {text} field="record-text" label={msg::RECORD_TEXT}
                    button={msg::RECORD_COPY} done={msg::RECORD_COPIED} refused={msg::RECORD_NOT_COPIED}
                    is_long=true />
                { download(cx, format, text) }
            } else {
                { element::paragraph("muted", cx.t(missing)) }
            }
        </div>
    }
}

/// The choice: those that are ranked, then the others; or none so far.
fn choice(cx: &ViewContext) -> Html {
    let catalog = &cx.model.catalog;
    let mut leaders = cx.ranking.leaders();
    let open = match (leaders.next(), leaders.next()) {
        (Some(first), None) => {
            let name = &catalog.alternative(first.alternative).name;
            cx.tf(msg::RECORD_OPEN_FIRST, &[("name", name)])
        }
        _ => cx.t(msg::RECORD_OPEN),
    };
    let ranked = cx.ranking.eligible.iter().map(|ranked| ranked.alternative);
    let ranked: Vec<_> = ranked.collect();
    let others = catalog.alternative_ids().filter(|id| !ranked.contains(id));
    let mut options = vec![(AttrValue::default(), open)];
    for id in ranked.iter().copied().chain(others) {
        let entry = catalog.alternative(id);
        let label = if options.len() <= ranked.len() {
            entry.name.clone()
        } else {
            cx.tf(msg::RECORD_NOT_RANKED, &[("name", &entry.name)])
        };
        options.push((entry.id.clone(), label));
    }
    let chosen = cx.state.choice.map(|id| catalog.alternative(id).id.clone()).unwrap_or_default();
    let model = cx.model;
    let onchange = cx.on_event(move |change: Event| {
        let found = model.catalog.find_alternative(&event::choice(&change));
        Some((Action::Choose(found), Focus::Stay))
    });
    element::select("record-choice", cx.t(msg::RECORD_CHOOSE), &options, &chosen, true, onchange)
}

/// A link that holds the file itself, so that nothing is fetched.
fn download(cx: &ViewContext, format: Format, text: &str) -> Html {
    let mut href = String::from("data:application/octet-stream;charset=utf-8,");
    href.extend(utf8_percent_encode(text, NON_ALPHANUMERIC));
    let file = format.file();
    let label = cx.tf(msg::RECORD_DOWNLOAD, &[("name", file)]);
    html! { <p><a class="button" {href} download={file}>{ label }</a></p> }
}
