//! The parts of a result that are opened in place.

use yew::prelude::*;

use crate::domain::catalog::AltId;
use crate::ui::context::{ViewContext, on_click};
use crate::ui::store::{Opened, UiAction};

/// What is open, and the way to change it.
#[derive(Clone, Debug)]
pub(super) struct OpenedHandle {
    now: Opened,
    dispatch: Callback<UiAction>,
}

impl OpenedHandle {
    pub(super) fn new(cx: &ViewContext) -> Self {
        Self { now: cx.screen.opened, dispatch: cx.dispatch.clone() }
    }

    pub(super) const fn get(&self) -> Opened {
        self.now
    }

    /// A callback that opens or closes the explanation of an alternative.
    pub(super) fn explain(&self, id: AltId) -> Callback<MouseEvent> {
        self.toggle(move |now| now.explained = Some(id).filter(|_| now.explained != Some(id)))
    }

    /// A callback that changes what is open.
    pub(super) fn toggle(&self, change: impl FnOnce(&mut Opened)) -> Callback<MouseEvent> {
        let mut next = self.now;
        change(&mut next);
        on_click(&self.dispatch, UiAction::Show(next))
    }

    /// Changes what is open, and says so at once.
    pub(super) fn change(&self, change: impl FnOnce(&mut Opened)) {
        let mut next = self.now;
        change(&mut next);
        self.dispatch.emit(UiAction::Show(next));
    }
}
