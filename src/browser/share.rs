//! The system's own way to share a link, where there is one.

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use super::clipboard::{OnSettled, settled};

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

/// Lets the reader share a title with a link, then calls back with whether that was allowed.
pub fn share(title: &str, url: &str, then: impl Fn(bool) + 'static) {
    let then: OnSettled = Rc::new(then);
    let data = Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        // An object that was just made takes any property.
        let _ = Reflect::set(&data, &name.into(), &value.into());
    }
    let shared = function().and_then(|(navigator, share)| share.call1(&navigator, &data).ok());
    settled(&shared.unwrap_or_default(), &then);
}
