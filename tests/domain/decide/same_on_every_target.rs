//! The recommendation natively: the same as in the page, where `wasm` looks at the same number.
//!
//! Whether a recommendation is right is for the oracles and the properties.

use test_support::fingerprint;

/// Property 24 of the decision model, its native half.
#[test]
fn the_native_recommendations_are_those_of_every_target() {
    assert_eq!(fingerprint::hash(), fingerprint::EXPECTED, "got {:#018x}", fingerprint::hash());
}
