//! The second program of the page: explains a result.
//!
//! It sets one function on `window`, which takes a request and returns an explanation, both encoded
//! with postcard. It does not touch the page. It reads the page's address, and the evidence where the page's
//! own script has left it, so that it is fetched once.

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
    let mut explainer = EXPLAINER.take().or_else(|| new(&request))?;
    let explanation = explainer.explain(&request);
    EXPLAINER.set(Some(explainer));
    postcard::to_allocvec(&explanation?).ok()
}

/// The explainer of the page that a request comes from; none if the catalog cannot be read.
fn new(first: &Request) -> Option<Explainer> {
    let catalog = stackfit::embedded::catalog_with_history()?;
    let explainer = Explainer::new(catalog, first.query, first.today);
    Some(explainer.at(&address(), || text(&js_sys::global(), "stackfitEvidence")))
}

/// The address of the page without its query; empty if it has none of its own.
fn address() -> String {
    let location = get(&js_sys::global(), "location").unwrap_or_default();
    let whole = text(&location, "href").unwrap_or_default();
    let base = whole.split(['?', '#']).next().unwrap_or_default();
    if base.starts_with("about:") { String::new() } else { base.to_owned() }
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(of, &JsValue::from_str(name)).ok()
}

fn text(of: &JsValue, name: &str) -> Option<String> {
    get(of, name)?.as_string()
}

fn main() {
    let function =
        Closure::<dyn Fn(Vec<u8>) -> Option<Vec<u8>>>::new(|request: Vec<u8>| answer(&request));
    let name = JsValue::from_str("stackfitExplain");
    // On failure the page lacks these statements, and says so.
    let _ = js_sys::Reflect::set(&js_sys::global(), &name, function.as_ref());
    function.forget();
}
