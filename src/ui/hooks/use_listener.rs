//! Listens to the browser during the life of a component.

use yew::prelude::*;

use super::use_effect_when::{TearDown, use_effect_when};
use crate::browser::listener::Listener;

/// Listens while `is_live`, until the component is destroyed.
#[hook]
pub(super) fn use_listener(is_live: bool, listen: Box<dyn FnOnce() -> Listener>) {
    let effect = move || {
        let listener = listen();
        Some(Box::new(move || drop(listener)) as TearDown)
    };
    use_effect_when(is_live, Box::new(effect));
}
