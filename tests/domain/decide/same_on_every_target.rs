//! The recommendation natively: the same as in the page, where `wasm` looks at the same number.
//!
//! Whether a recommendation is right is for the oracles and the properties.

use proptest::prelude::*;
use test_support::fingerprint::{self, changes};
use test_support::strategies::{cases, instances};

/// Property 24 of the decision model, its native half.
#[test]
fn the_native_recommendations_are_those_of_every_target() {
    assert_eq!(fingerprint::hash(), fingerprint::EXPECTED, "got {:#018x}", fingerprint::hash());
}

proptest! {
    #![proptest_config(cases(400))]

    /// The same on one target, whenever it is asked.
    #[test]
    fn the_same_answers_give_the_same_figures(instance in instances()) {
        let figures = || {
            let mut figures = Vec::new();
            changes::figures(&instance.table(), &instance.answers, &mut |one| figures.push(one));
            figures
        };
        prop_assert!(figures().len() >= instance.n);
        prop_assert_eq!(figures(), figures());
    }
}
