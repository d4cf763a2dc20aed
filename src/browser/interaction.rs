//! The first interaction of a reader with the page.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;

use super::listener::Listener;

/// Calls back once: when a pointer first moves over the page, or a key is first pressed. Dropping
/// the result stops listening.
pub fn on_first(then: impl Fn() + 'static) -> Listener {
    let Some(window) = web_sys::window() else {
        return Listener::new(Vec::new());
    };
    let then = Rc::new(then);
    let is_over = Rc::new(Cell::new(false));
    let events = ["pointerover", "keydown"].map(|event| {
        let (then, is_over) = (Rc::clone(&then), Rc::clone(&is_over));
        EventListener::once(&window, event, move |_| {
            if !is_over.replace(true) {
                then();
            }
        })
    });
    Listener::new(events.into())
}
