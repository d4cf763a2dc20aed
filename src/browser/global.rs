//! Properties of `window`: what the page's scripts have set, and the functions of its starter,
//! `boot.js` and `before.js`.

use js_sys::Function;
use wasm_bindgen::{JsCast as _, JsValue};

/// Calls a function that is a property of `window`; none if there is none, or it throws.
pub(super) fn call(name: &str, argument: &JsValue) -> Option<JsValue> {
    function(name)?.call1(&JsValue::NULL, argument).ok()
}

/// A function that is a property of `window`.
pub(super) fn function(name: &str) -> Option<Function> {
    get(name)?.dyn_into().ok()
}

/// A property of `window`.
pub(super) fn get(name: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    js_sys::Reflect::get(&window, &JsValue::from_str(name)).ok()
}
