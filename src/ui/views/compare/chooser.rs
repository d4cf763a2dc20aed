//! What can be added to the comparison.

use yew::prelude::*;

use crate::browser::event;
use crate::domain::compare::MOST;
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::components::element;
use crate::ui::context::ViewContext;
use crate::ui::store::Focus;

/// The id of the list to add from.
const FIELD: &str = "add-field";

/// The id of what opens it. What is taken out leaves the focus there.
pub(super) const ADD: &str = "add";

/// A list to add from, folded once something is compared; nothing while the comparison is full.
pub(super) fn view(cx: &ViewContext) -> Html {
    let catalog = &cx.model.catalog;
    let compared = &cx.state.compared;
    if compared.len() >= MOST {
        return Html::default();
    }
    let rest = catalog.alternative_ids().filter(|id| !compared.contains(id));
    let model = cx.model;
    // The arrow keys change a closed list immediately, so adding needs a button. Then this list is
    // drawn anew, folded.
    let focus = if compared.len() + 1 == MOST { Focus::Heading } else { Focus::Id(ADD.to_owned()) };
    let onclick = cx.on_event(move |_: MouseEvent| {
        let id = model.catalog.find_alternative(&event::chosen_in(FIELD))?;
        Some((Action::ToggleCompared(id), focus.clone()))
    });
    html! {
        <details key={compared.len()} class="add" open={compared.is_empty()}>
            <summary id={ADD} class="button">{ "+ " }{ cx.t(msg::COMPARE_ADD_IT) }</summary>
            <div class="add__body">
                <div class="field">
                    <label for={FIELD}>{ cx.t(msg::COMPARE_ADD) }</label>
                    <select id={FIELD}>
                        <option key="none" value="" selected=true>{ cx.t(msg::COMPARE_CHOOSE) }</option>
                        { for rest.map(|id| {
                            let entry = catalog.alternative(id);
                            html! {
                                <option key={entry.id.as_ref()} value={entry.id.clone()} translate="no">
                                    { &entry.name }
                                </option>
                            }
                        }) }
                    </select>
                </div>
                { element::button("button", cx.t(msg::COMPARE_ADD_IT), false, onclick) }
            </div>
        </details>
    }
}
