//! The recommendation natively: the same as in the page, where `wasm` looks at the same number.
//!
//! # What this file does not do
//! It does not look whether a recommendation is right; the oracles and the properties do.

#[path = "support/agreement.rs"]
mod agreement;
#[path = "support/otherwise.rs"]
mod otherwise;
#[path = "support/rng.rs"]
mod rng;

/// Property 24 of the decision model, its native half.
#[test]
fn the_native_recommendations_are_those_of_every_target() {
    assert_eq!(agreement::hash(), agreement::EXPECTED, "got {:#018x}", agreement::hash());
}
