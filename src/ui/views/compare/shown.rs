//! What the reader chose to see of the comparison, which no link carries.

use yew::prelude::*;

use crate::domain::catalog::AltId;

/// What the reader chose to see of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    /// What a narrow container shows: the last two that were chosen.
    pub narrow: Vec<AltId>,
    /// Whether sources and dates are shown.
    pub with_sources: bool,
    /// The alternative for which the page explains what would put it first.
    pub explained: Option<AltId>,
}

/// What is shown, and its setter.
#[derive(Clone, Debug)]
pub(super) struct ShownHandle(UseStateHandle<Shown>);

impl ShownHandle {
    pub(super) const fn new(state: UseStateHandle<Shown>) -> Self {
        Self(state)
    }

    pub(super) fn get(&self) -> &Shown {
        &self.0
    }

    /// A callback that changes what is shown.
    pub(super) fn on<E>(&self, change: impl Fn(&mut Shown) + 'static) -> Callback<E> {
        let state = self.0.clone();
        Callback::from(move |_| {
            let mut next = Shown::clone(&state);
            change(&mut next);
            state.set(next);
        })
    }
}
