//! Whether somebody is there who uses the page.
//!
//! # What this module does not do
//! It says that once, and neither who nor what: nothing is watched.

use std::rc::Rc;

use super::script;

/// Calls back when a pointer first comes over the page, and when a key is first pressed.
pub fn notice(then: impl Fn() + 'static) {
    let then: script::OnLoaded = Rc::new(move |_| then());
    for event in ["pointerover", "keydown"] {
        if let Some(window) = web_sys::window() {
            script::tell(&window, event, &then, true);
        }
    }
}
