//! The reader's clock, to the day.
//!
//! # What this module does not do
//! It never interrupts and never waits: the day is asked for once, and a page that stays open over
//! midnight stays at its day.

use crate::domain::catalog::Date;

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
