//! Listens to the browser during the life of a component.

use yew::prelude::*;

use crate::browser::listener::Listener;

/// Listens while `is_live`, until the component is destroyed.
#[hook]
pub(super) fn use_listener(is_live: bool, listen: Box<dyn FnOnce() -> Listener>) {
    use_effect_with(is_live, move |is_live| {
        let listener = is_live.then(listen);
        move || drop(listener)
    });
}
