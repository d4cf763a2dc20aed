//! Listening to the browser for as long as a component is there.

use yew::prelude::*;

use crate::browser::listener::Listener;

/// Starts to listen once `is_live`, and stops when that ends or the component goes away.
#[hook]
pub(super) fn use_listener(is_live: bool, listen: Box<dyn FnOnce() -> Listener>) {
    use_effect_with(is_live, move |is_live| {
        let listener = is_live.then(listen);
        move || drop(listener)
    });
}
