//! What a DOM event says, as Rust values.
//!
//! # What this module does not do
//! It does not decide what an event means.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::TargetCast as _;

/// The text of the input that an event came from; empty where it came from none.
#[must_use]
pub fn text(event: &yew::InputEvent) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

/// The chosen value of the select that an event came from; empty where it came from none.
#[must_use]
pub fn choice(event: &yew::Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default()
}

/// Empties a select's choice, so that the same entry can be chosen again.
pub fn reset_choice(event: &yew::Event) {
    if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
        select.set_value("");
    }
}

/// Whether a click on a link should be left to the browser: it opens another tab or window.
#[must_use]
pub fn is_for_browser(event: &yew::MouseEvent) -> bool {
    event.button() != 0
        || event.ctrl_key()
        || event.meta_key()
        || event.shift_key()
        || event.alt_key()
}
