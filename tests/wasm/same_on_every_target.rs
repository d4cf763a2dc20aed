//! The recommendation in a browser: the same as natively.

use test_support::fingerprint;
use wasm_bindgen_test::wasm_bindgen_test;

/// Property 24 of the decision model, its half in the browser.
#[wasm_bindgen_test]
fn the_recommendations_are_those_of_every_target() {
    assert_eq!(fingerprint::hash(), fingerprint::EXPECTED);
}
