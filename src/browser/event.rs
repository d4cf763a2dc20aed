//! Data of DOM events, as Rust values.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::TargetCast as _;

/// The text of the input that an event came from; empty if it came from something else.
#[must_use]
pub fn text(event: &yew::InputEvent) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

/// The chosen value of the select that an event came from; empty if it came from something else.
#[must_use]
pub fn choice(event: &yew::Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default()
}

/// The value of the input or select that an event came from; empty if it came from something else.
#[must_use]
pub fn value(event: &yew::Event) -> String {
    let input = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
    input.unwrap_or_else(|| choice(event))
}

/// The chosen value of the select with an id; empty if there is none. The selection is reset.
#[must_use]
pub fn chosen_in(id: &str) -> String {
    let select = super::page::document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlSelectElement>().ok());
    let Some(select) = select else {
        return String::new();
    };
    let value = select.value();
    select.set_value("");
    value
}

/// What is typed in the input with an id; empty if there is none.
#[must_use]
pub fn typed_in(id: &str) -> String {
    let input = super::page::document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
    input.map(|input| input.value()).unwrap_or_default()
}

/// Whether the key is Enter.
#[must_use]
pub fn is_enter(event: &yew::KeyboardEvent) -> bool {
    event.key() == "Enter"
}

/// Takes back the tick of the checkbox that an event came from, because it is refused.
pub fn untick(event: &yew::Event) {
    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
        input.set_checked(false);
    }
}

/// Whether a click on a link should be left to the browser, because it opens another tab or window.
#[must_use]
pub fn is_for_browser(event: &yew::MouseEvent) -> bool {
    event.button() != 0
        || event.ctrl_key()
        || event.meta_key()
        || event.shift_key()
        || event.alt_key()
}
