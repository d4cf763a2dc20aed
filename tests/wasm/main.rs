#![cfg(target_arch = "wasm32")]
//! The browser's edge in a browser: it works, it tells a refusal, and it never panics; and the domain
//! computes there what it computes natively.
//!
//! The interface is mounted in `interaction`, on the frozen catalog; the tests of the built page open it as it
//! is delivered.

mod clipboard;
mod clock;
mod contest;
mod focus;
mod host;
mod interaction;
mod location;
mod motion;
mod mounted;
mod page;
mod same_on_every_target;

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test_configure;
use web_sys::{Document, HtmlElement, Window};

wasm_bindgen_test_configure!(run_in_browser);

fn window() -> Window {
    web_sys::window().expect("the tests run in a page")
}

fn document() -> Document {
    window().document().expect("a page has a document")
}

/// Writes an address in place of the present one, past the code that is tested.
fn start_at(address: &str) {
    let history = window().history().expect("the history can be written");
    history
        .replace_state_with_url(&JsValue::NULL, "", Some(address))
        .expect("an address of this page can be written");
}

/// Markup in the page that goes away with the value.
struct Markup(HtmlElement);

impl Markup {
    fn new(markup: &str) -> Self {
        let element = document().create_element("div").expect("an element can be made");
        element.set_inner_html(markup);
        let body = document().body().expect("the page has a body");
        body.append_child(&element).expect("the page can be added to");
        Self(element.unchecked_into())
    }
}

impl Drop for Markup {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Runs JavaScript that puts the browser into a mood.
fn javascript(code: &str) {
    js_sys::Function::new_no_args(code).call0(&JsValue::NULL).expect("the test's own code runs");
}
