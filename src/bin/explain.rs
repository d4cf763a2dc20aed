//! The second program of the page: explains a result.
//!
//! It sets one function on `window`, which takes a request and returns an explanation, both encoded
//! with postcard; or a record, which is a text. It does not touch the page, and reads the evidence where
//! the page's own script has left it, so that it is fetched once.

use std::cell::Cell;

use stackfit::report::{Asked, Explainer, Explanation};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

thread_local! {
    static EXPLAINER: Cell<Option<Explainer>> = const { Cell::new(None) };
}

/// The answer to a request; none if the request cannot be read or answered.
fn answer(request: &[u8]) -> Option<Vec<u8>> {
    let request: Asked = postcard::from_bytes(request).ok()?;
    let (query, today) = match request {
        Asked::Section(request) => (request.query, request.today),
        Asked::Record(request, _) | Asked::Paper(request) => (request.query, request.today),
    };
    // Taken out during the work, so that a request that fails leaves no partial result.
    let mut explainer = match EXPLAINER.take() {
        Some(explainer) => explainer,
        None => Explainer::new(stackfit::embedded::catalog_with_history()?, query, today),
    };
    let answer = match request {
        Asked::Section(request) => explainer.explain(&request).and_then(|said| encoded(&said)),
        Asked::Record(request, format) => {
            explainer.record(&request, format, evidence).map(String::into_bytes)
        }
        Asked::Paper(request) => {
            explainer.paper(&request, evidence).and_then(|said| encoded(&said))
        }
    };
    EXPLAINER.set(Some(explainer));
    answer
}

fn encoded(explanation: &Explanation) -> Option<Vec<u8>> {
    postcard::to_allocvec(explanation).ok()
}

/// The evidence, once its script has run.
fn evidence() -> Option<String> {
    let name = JsValue::from_str("stackfitEvidence");
    js_sys::Reflect::get(&js_sys::global(), &name).ok()?.as_string()
}

fn main() {
    let function =
        Closure::<dyn Fn(Vec<u8>) -> Option<Vec<u8>>>::new(|request: Vec<u8>| answer(&request));
    let name = JsValue::from_str("stackfitExplain");
    // On failure the page lacks these statements, and says so.
    let _ = js_sys::Reflect::set(&js_sys::global(), &name, function.as_ref());
    function.forget();
}
