//! The decision as something to take away: the choice, a form, and the record to copy or to download. The
//! text is always there to be selected, because a frame may be denied both.

use yew::prelude::*;

use super::opened::OpenedHandle;
use crate::browser::event;
use crate::domain::state::Action;
use crate::report::Section;
use crate::report::record::Format;
use crate::text::{Message, msg};
use crate::ui::components::element;
use crate::ui::components::explanation::explanation;
use crate::ui::context::ViewContext;
use crate::ui::store::Focus;

/// The forms with their labels.
const FORMS: [(Format, Message); 5] = [
    (Format::Madr, msg::RECORD_MADR),
    (Format::Json, msg::RECORD_JSON),
    (Format::Csv, msg::RECORD_CSV),
    (Format::Comparison, msg::RECORD_COMPARISON),
    (Format::Brief, msg::RECORD_BRIEF),
];

/// The panel. It starts closed, so a record is made only on request.
pub(super) fn view(cx: &ViewContext, opened: &OpenedHandle) -> Html {
    let now = opened.get();
    let (format, _) = FORMS.get(usize::from(now.form)).copied().unwrap_or(FORMS[0]);
    html! {
        <details class="decision" open={now.takeaway}>
            <summary class="button" onclick={opened.toggle(|now| now.takeaway = !now.takeaway)}>
                { cx.t(msg::RECORD_BUTTON) }
            </summary>
            if now.takeaway {
                <div class="decision__body">
                    { element::paragraph("muted", cx.t(msg::RECORD_HINT)) }
                    { choice(cx) }
                    { form(cx, opened) }
                    { record(cx, format, false) }
                </div>
            }
        </details>
    }
}

/// The record for paper.
pub(super) fn paper(cx: &ViewContext) -> Html {
    html! { <div class="record">{ record(cx, Format::Paper, true) }</div> }
}

/// The record, once its sources are there.
fn record(cx: &ViewContext, format: Format, is_quiet: bool) -> Html {
    match cx.evidence.evidence_message() {
        Some(message) => element::paragraph("muted", cx.t(message)),
        None => explanation(cx, Section::Record(format, cx.made_with), is_quiet),
    }
}

/// The choice of a form.
fn form(cx: &ViewContext, opened: &OpenedHandle) -> Html {
    let options: Vec<_> = (0_u8..)
        .zip(FORMS)
        .map(|(at, (_, label))| (AttrValue::from(at.to_string()), cx.t(label)))
        .collect();
    let chosen = opened.get().form.to_string();
    let onchange = opened.choose(|now, form| now.form = form.parse().unwrap_or_default());
    element::select("record-format", cx.t(msg::RECORD_FORMAT), &options, &chosen, false, onchange)
}

/// The choice: those that are ranked, then the others; or none so far.
fn choice(cx: &ViewContext) -> Html {
    let catalog = &cx.model.catalog;
    let ranked: Vec<_> = cx.ranking.eligible.iter().map(|ranked| ranked.alternative).collect();
    let others = catalog.alternative_ids().filter(|id| !ranked.contains(id));
    let mut options = vec![(AttrValue::default(), cx.t(msg::RECORD_OPEN))];
    options.extend(ranked.iter().copied().chain(others).map(|id| {
        let entry = catalog.alternative(id);
        (entry.id.clone(), entry.name.clone())
    }));
    let chosen = cx.state.choice.map(|id| catalog.alternative(id).id.clone()).unwrap_or_default();
    let model = cx.model;
    let onchange = cx.on_event(move |change: Event| {
        let found = model.catalog.find_alternative(&event::choice(&change));
        Some((Action::Choose(found), Focus::Stay))
    });
    element::select("record-choice", cx.t(msg::RECORD_CHOOSE), &options, &chosen, true, onchange)
}
