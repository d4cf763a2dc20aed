//! The current day, and timers.
//!
//! The date is read once. A page that stays open past midnight keeps its date.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::global;
use crate::domain::catalog::Date;

/// A pause of more than a frame, in milliseconds: what has changed before it is painted after it.
pub const AFTER_PAINT: u32 = 30;

/// A timer, which is cancelled when this is dropped.
#[derive(Debug)]
#[must_use = "it is not called when this is dropped"]
pub struct Timer(Timeout);

/// Calls back after some milliseconds, unless the returned timer is dropped before. The closure is
/// boxed, because each further type of closure adds bytes.
pub fn later(pause: u32, then: Box<dyn FnOnce()>) -> Timer {
    Timer(Timeout::new(pause, then))
}

/// Calls back after some milliseconds, whatever happens until then.
pub fn after(pause: u32, then: Box<dyn FnOnce()>) {
    later(pause, then).0.forget();
}

/// Calls back in a task of its own, so that the browser can paint and handle input before;
/// immediately if there is no browser.
///
/// A function of the page's starter makes the task, because browsers delay timers that timers set by
/// four milliseconds each.
pub fn soon(then: Box<dyn FnOnce()>) {
    if cfg!(not(target_arch = "wasm32")) {
        return then();
    }
    match global::function("stackfitSoon") {
        Some(soon) => _ = soon.call1(&JsValue::NULL, &Closure::once_into_js(then)),
        None => after(0, then),
    }
}

/// The reader's current date; none if the clock has no sensible value, and outside a browser.
#[must_use]
pub fn today() -> Option<Date> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let now = js_sys::Date::new_0();
    // An invalid clock gives NaN, which is converted to 0.
    let year = u16::try_from(now.get_full_year()).ok().filter(|year| (1900..=9999).contains(year));
    let month = u8::try_from(now.get_month() + 1).ok();
    let day = u8::try_from(now.get_date()).ok();
    Some(Date { year: year?, month: month?, day: day? })
}
