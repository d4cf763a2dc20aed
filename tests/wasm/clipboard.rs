//! The clipboard: what it does is told, and what it refuses is an ordinary case.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use stackfit::browser::clipboard;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use crate::{Markup, document, javascript, window};

/// Puts something in the place of the browser's clipboard.
fn with_clipboard(value: &str) {
    javascript(&format!(
        "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {value} }})"
    ));
}

/// A clipboard of the browser's own kind, with another way to write.
fn clipboard_that(writes: &str) -> String {
    format!("Object.create(Clipboard.prototype, {{ writeText: {{ value: {writes} }} }})")
}

/// What copying called back with.
async fn copied(text: &str) -> Vec<bool> {
    let said = Rc::new(RefCell::new(Vec::new()));
    clipboard::copy(text, {
        let said = Rc::clone(&said);
        move |is_copied| said.borrow_mut().push(is_copied)
    });
    TimeoutFuture::new(20).await;
    said.take()
}

#[wasm_bindgen_test]
async fn a_clipboard_that_is_not_there_is_a_refusal() {
    with_clipboard("undefined");
    assert_eq!(copied("text").await, [false]);
}

#[wasm_bindgen_test]
async fn a_clipboard_that_refuses_is_a_refusal() {
    with_clipboard(&clipboard_that("() => Promise.reject(new Error('denied'))"));
    assert_eq!(copied("text").await, [false]);
}

#[wasm_bindgen_test]
async fn a_clipboard_that_takes_the_text_is_told_as_done() {
    with_clipboard(&clipboard_that("text => { window.taken = text; return Promise.resolve(); }"));
    assert_eq!(copied("https://example.org/?q=a").await, [true]);
    let taken = js_sys::Reflect::get(&window(), &JsValue::from_str("taken"));
    let taken = taken.ok().and_then(|taken| taken.as_string());
    assert_eq!(taken.as_deref(), Some("https://example.org/?q=a"));
}

#[wasm_bindgen_test]
fn a_field_to_copy_from_is_selected_whole() {
    let _markup = Markup::new(r#"<input id="field" value="all of it">"#);
    clipboard::select("not-there");
    clipboard::select("field");
    let field = document().get_element_by_id("field").expect("it is there");
    let field: HtmlInputElement = field.unchecked_into();
    assert_eq!(field.selection_start().ok().flatten(), Some(0));
    assert_eq!(field.selection_end().ok().flatten(), Some(9));
}

#[wasm_bindgen_test]
fn code_to_copy_from_is_selected_whole() {
    let _markup = Markup::new("<textarea id=code>two\nlines</textarea>");
    clipboard::select("code");
    let field = document().get_element_by_id("code").expect("it is there");
    let field: HtmlTextAreaElement = field.unchecked_into();
    assert_eq!(field.selection_end().ok().flatten(), Some(9));
}
