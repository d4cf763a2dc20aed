//! The parts of a result that are opened in place.

use yew::prelude::*;

use crate::domain::catalog::AltId;

/// What is open. Only one alternative at a time is explained, ranked or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Opened {
    /// The alternative that is explained.
    pub explained: Option<AltId>,
    /// Whether the whole ranking is shown, and not only its beginning.
    pub whole_ranking: bool,
    /// Whether the details of the firmness are shown.
    pub firmness: bool,
}

/// What is open, and its setter.
#[derive(Clone, Debug)]
pub(super) struct OpenedHandle(UseStateHandle<Opened>);

impl OpenedHandle {
    pub(super) const fn new(state: UseStateHandle<Opened>) -> Self {
        Self(state)
    }

    pub(super) fn get(&self) -> Opened {
        *self.0
    }

    /// A callback that opens or closes the explanation of an alternative.
    pub(super) fn explain(&self, id: AltId) -> Callback<MouseEvent> {
        self.on_click(move |now| Opened {
            explained: Some(id).filter(|_| now.explained != Some(id)),
            ..now
        })
    }

    /// A callback that shows the whole ranking, or only its beginning.
    pub(super) fn toggle_ranking(&self) -> Callback<MouseEvent> {
        self.on_click(|now| Opened { whole_ranking: !now.whole_ranking, ..now })
    }

    /// A callback that opens or closes the details of the firmness.
    pub(super) fn toggle_firmness(&self) -> Callback<MouseEvent> {
        self.on_click(|now| Opened { firmness: !now.firmness, ..now })
    }

    fn on_click(&self, change: impl Fn(Opened) -> Opened + 'static) -> Callback<MouseEvent> {
        let state = self.0.clone();
        Callback::from(move |click: MouseEvent| {
            // The state controls what is open, and not the browser.
            click.prevent_default();
            state.set(change(*state));
        })
    }
}
