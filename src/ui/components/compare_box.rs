//! The checkbox that adds an alternative to the comparison.

use yew::prelude::*;

use super::element;
use crate::domain::catalog::AltId;
use crate::domain::compare::MOST;
use crate::domain::state::{Action, State};
use crate::text::msg;
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

/// The checkbox of an alternative.
pub(in crate::ui) fn compare_box(cx: &PageContext, id: AltId) -> Html {
    view(cx.model, &cx.dispatch, id, Compared::of(&cx.state, id))
}

/// The checkbox of an alternative in a given state.
pub(in crate::ui) fn view(
    model: Model,
    dispatch: &Callback<UiAction>,
    id: AltId,
    compared: Compared,
) -> Html {
    let is_full = compared == Compared::Full;
    let text = model.t(if is_full { msg::CARD_COMPARE_FULL } else { msg::CARD_COMPARE });
    let label = [&text, " ", &model.catalog.alternative(id).name].concat();
    let onchange = on(dispatch, Action::ToggleCompared(id));
    let is_checked = compared == Compared::Yes;
    element::checkbox("check check--small", text, Some(label), (is_checked, is_full), onchange)
}
