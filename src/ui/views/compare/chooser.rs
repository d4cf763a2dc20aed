//! The compared alternatives, and a list to add one.

use yew::prelude::*;

use crate::browser::event;
use crate::domain::compare::MOST;
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::components::element;
use crate::ui::context::ViewContext;
use crate::ui::store::Focus;

/// The id of the list to add from.
const FIELD: &str = "add";

/// The list to add from, and a chip for each compared alternative.
pub(super) fn view(cx: &ViewContext) -> Html {
    let catalog = &cx.model.catalog;
    let compared = &cx.state.compared;
    let is_full = compared.len() >= MOST;
    let rest: Vec<_> = catalog.alternative_ids().filter(|id| !compared.contains(id)).collect();
    let model = cx.model;
    // The arrow keys change a closed list immediately, so adding needs a button.
    let focus = if compared.len() + 1 == MOST { Focus::Heading } else { Focus::Stay };
    let onclick = cx.on_event(move |_: MouseEvent| {
        let id = model.catalog.find_alternative(&event::chosen_in(FIELD))?;
        Some((Action::ToggleCompared(id), focus.clone()))
    });
    html! {
        <div class="tools">
            <div class="field">
                <label for={FIELD}>{ cx.t(msg::COMPARE_ADD) }</label>
                <select id={FIELD} disabled={is_full}>
                    <option key="none" value="" selected=true>
                        { if is_full { cx.t(msg::CARD_COMPARE_FULL) } else { cx.t(msg::COMPARE_CHOOSE) } }
                    </option>
                    { for rest.into_iter().map(|id| {
                        let entry = catalog.alternative(id);
                        html! {
                            <option key={entry.id.as_ref()} value={entry.id.clone()}>
                                { &entry.name }
                            </option>
                        }
                    }) }
                </select>
            </div>
            { element::button("button", cx.t(msg::COMPARE_ADD_IT), is_full, onclick) }
            <ul class="chips">
                { for compared.iter().map(|id| {
                    let entry = catalog.alternative(*id);
                    let label = cx.tf(msg::COMPARE_REMOVE, &[("name", &entry.name)]);
                    html! {
                        <li key={entry.id.as_ref()}>
                            <button type="button" class="chip" aria-label={label}
                                onclick={cx.on_focus(Action::ToggleCompared(*id), Focus::Id(FIELD.to_owned()))}>
                                { &entry.name }<span class="chip__x" aria-hidden="true">{ "×" }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}
