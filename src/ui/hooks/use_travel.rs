//! Rows that change their place travel there.

use yew::prelude::*;

use crate::browser::motion::Places;

/// Lets the elements of a selector travel to their new places when the order changes, which is known
/// by a number.
#[hook]
pub(in crate::ui) fn use_travel(order: usize, selector: &'static str) {
    let places = use_mut_ref(Places::default);
    let last = use_mut_ref(|| order);
    // After each drawing, because anything may have moved them since.
    use_effect(move || {
        let is_new = last.replace(order) != order;
        places.borrow_mut().follow(selector, is_new);
    });
}
