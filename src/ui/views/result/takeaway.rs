//! The decision as something to take away, in several forms; and the record for paper.

use yew::prelude::*;

use crate::report::record::Format;
use crate::text::{Message, msg};
use crate::ui::components::opened::OpenedHandle;
use crate::ui::components::{decision, element};
use crate::ui::context::ViewContext;

/// The forms with their labels.
const FORMS: [(Format, Message); 5] = [
    (Format::Madr, msg::RECORD_MADR),
    (Format::Json, msg::RECORD_JSON),
    (Format::Csv, msg::RECORD_CSV),
    (Format::Comparison, msg::RECORD_COMPARISON),
    (Format::Brief, msg::RECORD_BRIEF),
];

/// The panel with the choice of a form.
pub(super) fn view(cx: &ViewContext, opened: &OpenedHandle) -> Html {
    let (format, _) = FORMS.get(usize::from(opened.get().form)).copied().unwrap_or(FORMS[0]);
    decision::panel(cx, form(cx, opened), format)
}

/// The record for paper.
pub(super) fn paper(cx: &ViewContext) -> Html {
    html! { <div class="record">{ decision::record(cx, Format::Paper, true) }</div> }
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
