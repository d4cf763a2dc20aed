//! Fetching the evidence once the page stands.
//!
//! It comes as a classic script that sets a text on `window`: that is the one way of loading that works
//! in every frame, also in one sandboxed without an origin of its own on a host that sends no
//! `Access-Control-Allow-Origin`.
//! The element that the app is mounted in names the script; a page that carries the evidence inside
//! has set the text already.
//!
//! # What this module does not do
//! It does not read the text, and it tries once: whoever reloads tries again.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

use super::page;

/// The attribute of the mount point that names the script.
const ATTRIBUTE: &str = "data-evidence";
/// The property of `window` that the script sets.
const PROPERTY: &str = "stackfitEvidence";

/// Calls back once with the text, or with none where it cannot be had.
pub fn fetch(then: impl Fn(Option<String>) + Clone + 'static) {
    if let Some(text) = carried() {
        return then(Some(text));
    }
    let name = page::mount_point().and_then(|root| root.get_attribute(ATTRIBUTE));
    let document = page::document();
    let script = document.as_ref().and_then(|document| document.create_element("script").ok());
    let (Some(name), Some(script), Some(body)) =
        (name, script, document.and_then(|document| document.body()))
    else {
        return then(None);
    };
    let failed = then.clone();
    EventListener::once(&script, "load", move |_| then(carried())).forget();
    EventListener::once(&script, "error", move |_| failed(None)).forget();
    // A refusal to add it means that neither event comes; there is no such refusal for an element
    // that was just made.
    let _ = script.set_attribute("src", &name);
    let _ = body.append_child(&script);
}

/// The text that a script has set.
fn carried() -> Option<String> {
    let window = web_sys::window()?;
    js_sys::Reflect::get(&window, &JsValue::from_str(PROPERTY)).ok()?.as_string()
}
