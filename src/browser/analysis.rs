//! The program that works out what is to be said about a result: fetching it, and asking it.
//!
//! It is a second WebAssembly program with the same catalog, which knows nothing of the page: it is given
//! a query string and the name of a section, and answers with a report as text. Rendered natively there
//! is one program only, and the report is made in place.
//!
//! # What this module does not do
//! It understands no report.

use std::rc::Rc;

use super::script;
use crate::domain::catalog::Date;
use crate::report::Explanation;

#[cfg(target_arch = "wasm32")]
const FUNCTION: &str = "stackfitAnalyse";
/// The property of `window` with the program's bytes, where a script has set them.
const INLINED: &str = "stackfit-analysis";

/// Calls back once the program is there, or with false where it cannot be had.
pub fn fetch(then: impl Fn(bool) + 'static) {
    if has_program() {
        return then(true);
    }
    let then: script::OnLoaded = Rc::new(then);
    // The script says by an event when its program has started, or that it cannot.
    for (event, is_there) in [("stackfit-analysis", true), ("stackfit-analysis-failed", false)] {
        if let Some(window) = web_sys::window() {
            script::tell(&window, event, &then, is_there);
        }
    }
    // In a page of one file it is inside, and starts by itself.
    if script::global(INLINED).is_some_and(|inlined| inlined.is_string()) {
        return;
    }
    let named = |what: &str| script::named(&["data-analysis", what].concat());
    let (Some(source), Some(program), Some(packed)) = (named(""), named("-wasm"), named("-script"))
    else {
        return then(false);
    };
    let attributes = [
        ("src", source.as_str()),
        ("data-program", "analysis"),
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
    script::global(FUNCTION).is_some_and(|value| value.is_function())
}

#[cfg(not(target_arch = "wasm32"))]
const fn has_program() -> bool {
    true
}

/// The report for a query string, the name of a section and the day of the page; none where the program is not there or
/// refuses.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn report(
    query: &str,
    section: &str,
    today: Date,
    _: impl FnOnce() -> Explanation,
) -> Option<Explanation> {
    use wasm_bindgen::{JsCast as _, JsValue};

    let function = script::global(FUNCTION)?.dyn_into::<js_sys::Function>().ok()?;
    let answer = function
        .call3(&JsValue::NULL, &query.into(), &section.into(), &today.to_string().into())
        .ok()?;
    Some(crate::report::wire::decode(&answer.as_string()?))
}

/// The report, made in place, by way of its text as in the page.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn report(
    _: &str,
    _: &str,
    _: Date,
    make: impl FnOnce() -> Explanation,
) -> Option<Explanation> {
    Some(crate::report::wire::decode(&crate::report::wire::encode(&make())))
}
