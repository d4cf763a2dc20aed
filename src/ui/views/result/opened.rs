//! The parts of a result that are opened in place.

use yew::prelude::*;

use crate::domain::catalog::AltId;

/// What is open. Only one alternative at a time is explained, ranked or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each part is open or not, whatever the others are"
)]
pub(super) struct Opened {
    /// The alternative that is explained.
    pub explained: Option<AltId>,
    /// Whether the whole ranking is shown, and not only its beginning.
    pub whole_ranking: bool,
    /// Whether everybody is listed who is ruled out.
    pub excluded: bool,
    /// Whether everybody is listed of whom a must-have is not known.
    pub unconfirmed: bool,
    /// Whether the answers are shown where there is no room beside the result.
    pub answers: bool,
    /// Whether the record of the decision is shown.
    pub takeaway: bool,
    /// The form of the record, by its position.
    pub form: u8,
    /// Whether the rest is shown, if the reader chose.
    pub more: Option<bool>,
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
        self.toggle(move |now| now.explained = Some(id).filter(|_| now.explained != Some(id)))
    }

    /// A callback that changes what is open.
    pub(super) fn toggle(&self, change: impl Fn(&mut Opened) + 'static) -> Callback<MouseEvent> {
        let opened = self.clone();
        Callback::from(move |click: MouseEvent| {
            // The state controls what is open, and not the browser.
            click.prevent_default();
            opened.change(&change);
        })
    }

    /// Changes what is open.
    pub(super) fn change(&self, change: impl Fn(&mut Opened)) {
        let mut next = self.get();
        change(&mut next);
        self.0.set(next);
    }
}
