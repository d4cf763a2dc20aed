//! Copies text, if the browser allows it.
//!
//! There is no fallback here: a refusal is reported, and the interface always shows a field to copy
//! from.

use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use super::page;

/// Copies a text, then calls back with whether that worked.
pub fn copy(text: &str, then: impl Fn(bool) + 'static) {
    let clipboard = web_sys::window().map(|window| window.navigator()).and_then(|navigator| {
        // Outside a secure context there is no clipboard, and accessing it would throw later.
        let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
        clipboard.dyn_into::<web_sys::Clipboard>().ok()
    });
    let Some(clipboard) = clipboard else {
        return then(false);
    };
    let then: OnSettled = Rc::new(then);
    settled(&clipboard.write_text(text), &then);
}

/// A callback that receives whether something worked.
pub(super) type OnSettled = Rc<dyn Fn(bool)>;

/// Calls back once a promise is settled, with whether it was kept. What the reader has broken off counts as
/// kept: nothing was refused.
pub(super) fn settled(promise: &JsValue, then: &OnSettled) {
    let (kept, broken) = (Rc::clone(then), Rc::clone(then));
    let on_kept = Closure::once_into_js(move |_: JsValue| kept(true));
    let on_broken = Closure::once_into_js(move |error: JsValue| {
        let name = Reflect::get(&error, &JsValue::from_str("name")).ok();
        broken(name.and_then(|name| name.as_string()).as_deref() == Some("AbortError"));
    });
    let method = Reflect::get(promise, &JsValue::from_str("then")).ok();
    match method.and_then(|method| method.dyn_into::<Function>().ok()) {
        Some(method) => drop(method.call2(promise, &on_kept, &on_broken)),
        None => then(false),
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
