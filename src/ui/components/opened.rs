//! The parts of a view that are opened in place.

use yew::prelude::*;

use crate::browser::event;
use crate::domain::catalog::AltId;
use crate::ui::context::{PageContext, on_click};
use crate::ui::store::{Opened, UiAction};

/// What is open, and the way to change it.
#[derive(Clone, Debug)]
pub(in crate::ui) struct OpenedHandle {
    now: Opened,
    dispatch: Callback<UiAction>,
}

impl OpenedHandle {
    /// The handle of what is open now.
    pub(in crate::ui) fn new(cx: &PageContext, now: Opened) -> Self {
        Self { now, dispatch: cx.dispatch.clone() }
    }

    /// What is open.
    pub(in crate::ui) const fn get(&self) -> Opened {
        self.now
    }

    /// A callback that opens or closes the explanation of an alternative.
    pub(in crate::ui) fn explain(&self, id: AltId) -> Callback<MouseEvent> {
        self.toggle(move |now| now.explained = Some(id).filter(|_| now.explained != Some(id)))
    }

    /// A callback that changes what is open.
    pub(in crate::ui) fn toggle(&self, change: impl FnOnce(&mut Opened)) -> Callback<MouseEvent> {
        let mut next = self.now;
        change(&mut next);
        on_click(&self.dispatch, UiAction::SetOpened(next))
    }

    /// A callback that changes what is open by the value of a select.
    pub(in crate::ui) fn choose(
        &self,
        change: impl Fn(&mut Opened, &str) + 'static,
    ) -> Callback<Event> {
        let Self { now, dispatch } = self.clone();
        dispatch.reform(move |event: Event| {
            let mut next = now;
            change(&mut next, &event::choice(&event));
            UiAction::SetOpened(next)
        })
    }
}
