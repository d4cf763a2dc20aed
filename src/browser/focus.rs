//! Moves the keyboard focus to the result of the reader's action.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::page;

/// Focuses an element by id; false if there is none, or it cannot have the focus, for example
/// because it is hidden.
#[must_use]
pub fn focus(id: &str) -> bool {
    page::document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
        .is_some_and(|element| element.focus().is_ok() && is_focused(&element))
}

/// Whether an element with an id is drawn, and not hidden by a style.
#[must_use]
pub fn is_shown(id: &str) -> bool {
    page::document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
        .is_some_and(|element| element.offset_parent().is_some())
}

fn is_focused(element: &HtmlElement) -> bool {
    let focused = page::document().and_then(|document| document.active_element());
    focused.as_ref() == Some(element.as_ref())
}
