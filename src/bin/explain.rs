//! The second program of the page: explains a result.
//!
//! It sets one function on `window`, which takes a request and returns an explanation, both encoded
//! with postcard. It does not touch the page.

use std::cell::Cell;

use stackfit::report::{Explainer, Request};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

thread_local! {
    static EXPLAINER: Cell<Option<Explainer>> = const { Cell::new(None) };
}

/// The answer to a request; none if the request cannot be read or answered.
fn answer(request: &[u8]) -> Option<Vec<u8>> {
    let request: Request = postcard::from_bytes(request).ok()?;
    // Taken out during the work, so that a request that fails leaves no partial result.
    let mut explainer = match EXPLAINER.take() {
        Some(explainer) => explainer,
        None => Explainer::new(stackfit::embedded::catalog()?, &request),
    };
    let explanation = explainer.explain(&request);
    EXPLAINER.set(Some(explainer));
    postcard::to_allocvec(&explanation?).ok()
}

fn main() {
    let function =
        Closure::<dyn Fn(Vec<u8>) -> Option<Vec<u8>>>::new(|request: Vec<u8>| answer(&request));
    let name = JsValue::from_str("stackfitExplain");
    // On failure the page lacks these statements, and says so.
    let _ = js_sys::Reflect::set(&js_sys::global(), &name, function.as_ref());
    function.forget();
}
