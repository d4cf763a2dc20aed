//! Loads scripts after the page.
//!
//! Classic scripts are the only kind of resource that loads in every frame, even in a sandboxed
//! frame with an opaque origin on a host without `Access-Control-Allow-Origin`.
//!
//! A script is requested once; to retry, the reader reloads the page.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Function;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::EventTarget;

use super::page;

/// A callback that receives whether loading succeeded.
pub(super) type OnLoaded = Rc<dyn Fn(bool)>;

/// Loads a script with some attributes, and calls back once it has run, or with false if it cannot
/// be loaded. Its address is in `data-src`: the page's starter sets it, because a host may require
/// that addresses of scripts come from a policy.
pub(super) fn load(attributes: &[(&str, &str)], then: &OnLoaded) {
    let document = page::document();
    let script = document.as_ref().and_then(|document| document.create_element("script").ok());
    let (Some(script), Some(body)) = (script, document.and_then(|document| document.body())) else {
        return then(false);
    };
    tell(&script, "load", then, true);
    tell(&script, "error", then, false);
    for (name, value) in attributes {
        let _ = script.set_attribute(name, value);
    }
    // Appending an element that was just created does not fail.
    let _ = body.append_child(&script);
    if call("stackfitLoad", &script).is_none() {
        then(false);
    }
}

/// Calls back with a value at an event, once.
pub(super) fn tell(of: &EventTarget, event: &'static str, then: &OnLoaded, what: bool) {
    let then = Rc::clone(then);
    EventListener::once(of, event, move |_| then(what)).forget();
}

/// An attribute of the mount point, in which the build names a resource that is loaded later.
pub(super) fn named(attribute: &str) -> Option<String> {
    page::mount_point()?.get_attribute(attribute)
}

/// Calls a function that is a property of `window`; none if there is none, or it throws.
pub(super) fn call(name: &str, argument: &JsValue) -> Option<JsValue> {
    function(name)?.call1(&JsValue::NULL, argument).ok()
}

/// A function that is a property of `window`.
pub(super) fn function(name: &str) -> Option<Function> {
    global(name)?.dyn_into().ok()
}

/// A property of `window`.
pub(super) fn global(name: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    js_sys::Reflect::get(&window, &JsValue::from_str(name)).ok()
}
