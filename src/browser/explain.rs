//! Loads and calls the second program, which explains results.
//!
//! It is a WebAssembly program with the same catalog and no access to the page: it takes a query
//! string and a section, and returns an explanation, both encoded with postcard. In native
//! rendering there is only one program, and the explanation is computed directly.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsCast as _;

use super::{global, script};
use crate::report::{Explanation, Request};

const FUNCTION: &str = "stackfitExplain";
/// The property of `window` with the program's bytes, if a script has set them.
const INLINED: &str = "stackfit-explain";

/// Calls back once the program has started, or with false if it cannot be loaded.
pub fn fetch(then: impl Fn(bool) + 'static) {
    if has_program() {
        return then(true);
    }
    let then: script::OnLoaded = Rc::new(then);
    // The script fires an event when its program has started, or when it cannot.
    for (event, is_there) in [("stackfit-explain", true), ("stackfit-explain-failed", false)] {
        if let Some(window) = web_sys::window() {
            script::tell(&window, event, &then, is_there);
        }
    }
    // In a page of one file the program is included and starts by itself.
    if global::get(INLINED).is_some_and(|inlined| inlined.is_string()) {
        return;
    }
    let named = |what: &str| script::named(&["data-explain", what].concat());
    let (Some(source), Some(program), Some(packed)) = (named(""), named("-wasm"), named("-script"))
    else {
        return then(false);
    };
    let attributes = [
        ("data-src", source.as_str()),
        ("data-program", "explain"),
        ("data-wasm", program.as_str()),
        ("data-script", packed.as_str()),
    ];
    let failed: script::OnLoaded = Rc::new(move |is_loaded| {
        if !is_loaded {
            then(false);
        }
    });
    script::load(&attributes, &failed);
}

#[cfg(target_arch = "wasm32")]
fn has_program() -> bool {
    global::get(FUNCTION).is_some_and(|value| value.is_function())
}

#[cfg(not(target_arch = "wasm32"))]
const fn has_program() -> bool {
    true
}

/// The explanation of a section for a query string, on the day of the page; none if the program has
/// not started, refuses, or returns something else.
///
/// Each call computes the section again, so call it in a memo keyed by query and section. In native
/// rendering it is computed in place.
#[must_use]
pub fn explain(request: Request, in_place: impl FnOnce() -> Explanation) -> Option<Explanation> {
    if cfg!(not(target_arch = "wasm32")) {
        return Some(in_place());
    }
    let request = postcard::to_allocvec(&request).ok()?;
    let answer = global::call(FUNCTION, &Uint8Array::from(&*request))?;
    postcard::from_bytes(&answer.dyn_into::<Uint8Array>().ok()?.to_vec()).ok()
}
