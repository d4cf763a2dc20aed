//! The clock: it says which day it is, or that it does not know.

use stackfit::browser::clock;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::javascript;

#[wasm_bindgen_test]
fn the_clock_says_which_day_it_is_or_that_it_does_not_know() {
    let today = clock::today().expect("the tests run on a day");
    assert!(today.year >= 2026, "{today}");
    assert_eq!(today.to_string().parse(), Ok(today), "it is a day that exists");
    javascript(
        "self.getYear_ = Date.prototype.getFullYear; Date.prototype.getFullYear = () => NaN",
    );
    let none = clock::today();
    javascript("Date.prototype.getFullYear = self.getYear_; delete self.getYear_");
    assert_eq!(none, None);
}
