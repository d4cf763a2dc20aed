//! Rows that change their place travel there.

use yew::prelude::*;

use crate::browser::motion::Places;

/// Lets the elements of a selector travel to their new places when the number of the last change of
/// their order is a new one.
#[hook]
pub(in crate::ui) fn use_travel(n_changes: u32, selector: &'static str) {
    let places = use_mut_ref(Places::default);
    let last = use_mut_ref(|| n_changes);
    // After each drawing, because anything may have moved them since.
    use_effect(move || {
        let is_new = last.replace(n_changes) != n_changes;
        places.borrow_mut().follow(selector, is_new);
    });
}
