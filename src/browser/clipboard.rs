//! Copies text, if the browser allows it.
//!
//! There is no fallback here: a refusal is reported, and the interface always shows a field to copy
//! from.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use super::page;

/// Copies a text, then calls back with whether that worked.
pub fn copy(text: &str, then: impl Fn(bool) + Clone + 'static) {
    let clipboard = web_sys::window().map(|window| window.navigator()).and_then(|navigator| {
        // Outside a secure context there is no clipboard, and accessing it would throw later.
        let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
        clipboard.dyn_into::<web_sys::Clipboard>().ok()
    });
    let Some(clipboard) = clipboard else {
        return then(false);
    };
    let refused = then.clone();
    let on_copied = Closure::once_into_js(move |_: JsValue| then(true));
    let on_refused = Closure::once_into_js(move |_: JsValue| refused(false));
    let promise = clipboard.write_text(text);
    if let (Some(on_copied), Some(on_refused)) =
        (on_copied.dyn_ref::<js_sys::Function>(), on_refused.dyn_ref::<js_sys::Function>())
    {
        let then = js_sys::Reflect::get(&promise, &JsValue::from_str("then"));
        if let Some(method) = then.ok().and_then(|then| then.dyn_into::<js_sys::Function>().ok()) {
            let _ = method.call2(&promise, on_copied, on_refused);
        }
    }
}

/// Selects the text of an input or a textarea, so that the reader can copy it.
pub fn select(id: &str) {
    let field = page::document().and_then(|document| document.get_element_by_id(id));
    let Some(field) = field else {
        return;
    };
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        let _ = field.focus();
        field.select();
    } else if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        let _ = field.focus();
        field.select();
    }
}
