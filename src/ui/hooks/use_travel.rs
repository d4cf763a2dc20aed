//! Rows that change their place travel there.

use yew::prelude::*;

use crate::browser::clock::{self, AFTER_PAINT};
use crate::browser::motion::Places;

/// Lets the elements of a selector travel to their new places when the number of the last change of
/// their order is a new one.
#[hook]
pub(in crate::ui) fn use_travel(n_changes: u32, selector: &'static str) {
    let places = use_mut_ref(Places::default);
    let last = use_mut_ref(|| n_changes);
    // After each drawing, because anything may have moved them since.
    use_effect(move || {
        if last.replace(n_changes) != n_changes {
            places.borrow_mut().follow(selector);
        }
        // Once the rows are painted the browser knows where they are; before, to ask would make it lay
        // out the page.
        let note = Box::new(move || places.borrow_mut().note(selector));
        let timer = clock::later(AFTER_PAINT, note);
        move || drop(timer)
    });
}
