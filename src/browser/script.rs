//! Loading a script once the page stands.
//!
//! Classic scripts are the one way of loading that works in every frame, also in one sandboxed without
//! an origin of its own on a host that sends no `Access-Control-Allow-Origin`.
//!
//! # What this module does not do
//! It tries once: whoever reloads tries again.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

use super::page;

/// Loads a script with some attributes, and calls back once it has run, or with false where it cannot be
/// had.
pub(super) fn load(attributes: &[(&str, &str)], then: impl Fn(bool) + Clone + 'static) {
    let document = page::document();
    let script = document.as_ref().and_then(|document| document.create_element("script").ok());
    let (Some(script), Some(body)) = (script, document.and_then(|document| document.body())) else {
        return then(false);
    };
    let failed = then.clone();
    EventListener::once(&script, "load", move |_| then(true)).forget();
    EventListener::once(&script, "error", move |_| failed(false)).forget();
    for (name, value) in attributes {
        let _ = script.set_attribute(name, value);
    }
    // An element that was just made is not refused.
    let _ = body.append_child(&script);
}

/// An attribute of the mount point, where the build names what is loaded later.
pub(super) fn named(attribute: &str) -> Option<String> {
    page::mount_point()?.get_attribute(attribute)
}

/// A property of `window`.
pub(super) fn global(name: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    js_sys::Reflect::get(&window, &JsValue::from_str(name)).ok()
}
