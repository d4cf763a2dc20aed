//! The reader's clock, to the day, and what is to be done a moment later.
//!
//! The date is read once. A page that stays open past midnight keeps its date.

use gloo::timers::callback::Timeout;

use crate::domain::catalog::Date;

/// Something that is to be called a moment later, unless this is dropped before.
#[derive(Debug)]
#[must_use = "it is not called when this is dropped"]
pub struct Timer(Timeout);

/// Calls back after some milliseconds, unless what is returned is dropped before. One kind of closure for
/// all, because each further one costs bytes.
pub fn later(pause: u32, then: Box<dyn FnOnce()>) -> Timer {
    Timer(Timeout::new(pause, then))
}

/// Calls back in a task of its own, so that the browser may draw and hear somebody before; at once where
/// there is no browser.
pub fn soon(then: Box<dyn FnOnce()>) {
    if cfg!(target_arch = "wasm32") {
        later(0, then).0.forget();
    } else {
        then();
    }
}

/// Today where the reader is; none where the clock says nothing sensible, and outside a browser.
#[must_use]
pub fn today() -> Option<Date> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let now = js_sys::Date::new_0();
    // A clock that is out of order gives NaN, which arrives as 0.
    let year = u16::try_from(now.get_full_year()).ok().filter(|year| (1900..=9999).contains(year));
    let month = u8::try_from(now.get_month() + 1).ok();
    let day = u8::try_from(now.get_date()).ok();
    Some(Date { year: year?, month: month?, day: day? })
}
