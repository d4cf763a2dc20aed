//! What can be added to the comparison, or take the place of one that is compared. The lists have every
//! entry of the catalog, so each is drawn when it is opened.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::event;
use crate::domain::catalog::AltId;
use crate::domain::compare::MOST;
use crate::domain::state::Action;
use crate::text::{Message, msg};
use crate::ui::components::element;
use crate::ui::components::opened::OpenedHandle;
use crate::ui::context::{PageContext, ViewContext};
use crate::ui::model::Model;
use crate::ui::store::{Focus, Opened};

/// The id of the list to add from.
const FIELD: &str = "add-field";

/// The id of what opens it. What is taken out leaves the focus there.
pub(super) const ADD: &str = "add";

/// A list to add from, folded once something is compared; nothing while the comparison is full.
pub(super) fn adding(cx: &ViewContext) -> Html {
    let opened = OpenedHandle::new(cx, cx.screen.opened);
    let compared = &cx.state.compared;
    if compared.len() >= MOST {
        return Html::default();
    }
    let focus = if compared.len() + 1 == MOST { Focus::Heading } else { Focus::Id(ADD.to_owned()) };
    let action = Rc::new(move |id| (Action::ToggleCompared(id), focus.clone()));
    let (label, button) = (cx.t(msg::COMPARE_ADD), msg::COMPARE_ADD_IT);
    let is_open = opened.get().adding.unwrap_or(compared.is_empty());
    let fold = opened.toggle(|now| now.adding = Some(!is_open));
    html! {
        <details class="add" open={is_open}>
            <summary id={ADD} class="button" onclick={fold}>
                { "+ " }{ cx.t(msg::COMPARE_ADD_IT) }
            </summary>
            if is_open {
                { chooser(cx, FIELD.into(), label, button, action) }
            }
        </details>
    }
}

/// A folded list of what can take the place of a column.
pub(super) fn swapping(cx: &PageContext, old: AltId, opened: Opened) -> Html {
    let entry = cx.model.catalog.alternative(old);
    let label = cx.tf(msg::COMPARE_SWAP, &[("name", &entry.name)]);
    let field: AttrValue = ["swap-", &entry.id].concat().into();
    let model = cx.model;
    // The focus goes to the same control of the new column.
    let action = Rc::new(move |id| (Action::SwapCompared(old, id), Focus::Id(opener(model, id))));
    let is_open = opened.swapping == Some(old);
    let fold = OpenedHandle::new(cx, opened).toggle(|now| now.swapping = (!is_open).then_some(old));
    html! {
        <details class="swap" open={is_open}>
            <summary id={opener(model, old)} class="versus__out" aria-label={label.clone()}
                onclick={fold}>{ "⇄" }</summary>
            if is_open {
                { chooser(cx, field, label, msg::COMPARE_SWAP_IT, action) }
            }
        </details>
    }
}

/// The id of what opens the list of a column.
fn opener(model: Model, id: AltId) -> String {
    ["swap-open-", &model.catalog.alternative(id).id].concat()
}

/// A list of everything that is not compared, and a button: the arrow keys change a closed list
/// immediately.
fn chooser(
    cx: &PageContext,
    field: AttrValue,
    label: AttrValue,
    button: Message,
    action: Rc<dyn Fn(AltId) -> (Action, Focus)>,
) -> Html {
    let model = cx.model;
    let rest = model.catalog.alternative_ids().filter(|id| !cx.state.compared.contains(id));
    let list = field.clone();
    let onclick = cx.on_event(move |_: MouseEvent| {
        Some(action(model.catalog.find_alternative(&event::chosen_in(&list))?))
    });
    html! {
        <div class="add__body">
            <div class="field">
                <label for={field.clone()}>{ label }</label>
                <select id={field}>
                    <option key="none" value="" selected=true>{ cx.t(msg::COMPARE_CHOOSE) }</option>
                    { for rest.map(|id| {
                        let entry = model.catalog.alternative(id);
                        html! {
                            <option key={entry.id.as_ref()} value={entry.id.clone()} translate="no">
                                { &entry.name }
                            </option>
                        }
                    }) }
                </select>
            </div>
            { element::button("button", cx.t(button), false, onclick) }
        </div>
    }
}
