//! The checkbox that adds an alternative to the comparison.

use yew::prelude::*;

use super::element;
use crate::browser::event;
use crate::domain::catalog::AltId;
use crate::domain::compare::MOST;
use crate::domain::state::{Action, State};
use crate::text::{Message, msg};
use crate::ui::context::{PageContext, on};
use crate::ui::model::Model;
use crate::ui::store::UiAction;

/// The state of the checkbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Compared {
    /// The alternative is compared.
    Yes,
    /// It is not.
    No,
    /// It is not, and the comparison is full.
    Full,
}

impl Compared {
    /// The state of an alternative's checkbox.
    pub(in crate::ui) fn of(state: &State, id: AltId) -> Self {
        if state.compared.contains(&id) {
            Self::Yes
        } else if state.compared.len() < MOST {
            Self::No
        } else {
            Self::Full
        }
    }
}

/// The checkbox of an alternative. It cannot be ticked if the comparison is full.
pub(in crate::ui) fn compare_box(cx: &PageContext, id: AltId) -> Html {
    let compared = Compared::of(&cx.state, id);
    let onchange = on(&cx.dispatch, Action::ToggleCompared(id));
    let message =
        if compared == Compared::Full { msg::CARD_COMPARE_FULL } else { msg::CARD_COMPARE };
    view(cx.model, id, message, compared, onchange)
}

/// The checkbox of an alternative beside the tray, which says why a fifth one cannot be ticked.
pub(in crate::ui) fn offer(
    model: Model,
    dispatch: &Callback<UiAction>,
    id: AltId,
    compared: Compared,
) -> Html {
    let onchange = if compared == Compared::Full {
        dispatch.reform(|change: Event| {
            event::untick(&change);
            UiAction::RefuseCompared
        })
    } else {
        on(dispatch, Action::ToggleCompared(id))
    };
    let compared = if compared == Compared::Yes { compared } else { Compared::No };
    view(model, id, msg::CARD_COMPARE, compared, onchange)
}

fn view(
    model: Model,
    id: AltId,
    message: Message,
    compared: Compared,
    onchange: Callback<Event>,
) -> Html {
    let text = model.t(message);
    let label = [&text, " ", &model.catalog.alternative(id).name].concat();
    let state = (compared == Compared::Yes, compared == Compared::Full);
    element::checkbox("check check--small", text, Some(label), state, onchange)
}
