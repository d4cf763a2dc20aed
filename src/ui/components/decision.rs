//! The decision as something to take away: the choice, a form, and the record to copy or to download. The
//! text is always there to be selected, because a frame may be denied both.

use yew::prelude::*;

use super::element;
use super::explanation::explanation;
use super::opened::OpenedHandle;
use crate::browser::event;
use crate::domain::state::Action;
use crate::report::Section;
use crate::report::record::Format;
use crate::text::msg;
use crate::ui::context::ViewContext;
use crate::ui::store::Focus;

/// The panel with the record in a form, closed at first: a record is only made for who wants one.
pub(in crate::ui) fn panel(cx: &ViewContext, form: Html, format: Format) -> Html {
    let opened = OpenedHandle::new(cx, cx.screen.opened);
    let is_open = opened.get().takeaway;
    html! {
        <details class="decision" open={is_open}>
            <summary class="button" onclick={opened.toggle(|now| now.takeaway = !is_open)}>
                { cx.t(msg::RECORD_BUTTON) }
            </summary>
            if is_open {
                <div class="decision__body">
                    { element::paragraph("muted", cx.t(msg::RECORD_HINT)) }
                    { choice(cx) }
                    { form }
                    { record(cx, format, false) }
                </div>
            }
        </details>
    }
}

/// The record, once its sources are there.
pub(in crate::ui) fn record(cx: &ViewContext, format: Format, is_quiet: bool) -> Html {
    match cx.evidence.evidence_message() {
        Some(message) => element::paragraph("muted", cx.t(message)),
        None => explanation(cx, Section::Record(format, cx.made_with), is_quiet),
    }
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
