//! The system's own way to share a link, where there is one.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// The function of the browser, with the object that it belongs to.
fn function() -> Option<(JsValue, Function)> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let navigator = JsValue::from(web_sys::window()?.navigator());
    let function = Reflect::get(&navigator, &JsValue::from_str("share")).ok()?;
    Some((navigator, function.dyn_into().ok()?))
}

/// Whether the system can share.
#[must_use]
pub fn is_there() -> bool {
    function().is_some()
}

/// Lets the reader share a title with a link; calls back if the browser refuses. A reader who closes the
/// sheet has been served.
pub fn share(title: &str, url: &str, refused: impl Fn() + 'static) {
    let Some((navigator, function)) = function() else {
        return refused();
    };
    let data = Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        let _ = Reflect::set(&data, &name.into(), &value.into());
    }
    let shared = function.call1(&navigator, &data);
    let Some(promise) = shared.ok().and_then(|value| value.dyn_into::<js_sys::Promise>().ok())
    else {
        return refused();
    };
    let on_refused = Closure::once_into_js(move |error: JsValue| {
        let name = Reflect::get(&error, &JsValue::from_str("name")).ok();
        if name.and_then(|name| name.as_string()).as_deref() != Some("AbortError") {
            refused();
        }
    });
    let then = Reflect::get(&promise, &JsValue::from_str("catch")).ok();
    if let Some(then) = then.and_then(|then| then.dyn_into::<Function>().ok()) {
        let _ = then.call1(&promise, &on_refused);
    }
}
