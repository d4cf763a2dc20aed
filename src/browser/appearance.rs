//! What the settings do to the whole page: colours and text size.
//!
//! Values are set as properties through the style interface and never as attributes, because a strict
//! policy of the host forbids those. What the address says of them is set before the first paint
//! already, by the script in `index.html`.
//!
//! Only values that `domain::settings` has validated arrive here.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::page;
use crate::domain::settings::{Settings, Theme};

/// Applies the settings that the whole page follows.
pub fn apply(settings: &Settings) {
    let theme = Some(settings.theme).filter(|theme| *theme != Theme::Auto).map(Theme::name);
    let accent = settings.accent.as_deref().unwrap_or_default();
    let size = settings.text_size.map(|size| size.to_string()).unwrap_or_default();
    mark("data-theme", theme);
    // With the attribute the colours of the theme give way to those derived from this one.
    mark("data-accent", Some("").filter(|_| !accent.is_empty()));
    set("--host-accent", "#", accent, "");
    set("--host-text-size", "", &size, "px");
}

/// Keeps what should stay in sight as far down as the visible part of the page begins, in CSS pixels.
pub fn keep_in_sight(top: i32) {
    let top = if top > 0 { top.to_string() } else { String::new() };
    set("--host-top", "", &top, "px");
}

fn root() -> Option<HtmlElement> {
    page::document()?.document_element()?.dyn_into().ok()
}

/// Sets an attribute of the page, or takes it away.
fn mark(name: &str, value: Option<&str>) {
    if let Some(root) = root() {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Sets a property of the page from a value with what stands around it, or takes it away.
fn set(name: &str, before: &str, value: &str, after: &str) {
    if let Some(root) = root() {
        let style = root.style();
        let value = if value.is_empty() { String::new() } else { [before, value, after].concat() };
        // An empty value takes the property away.
        let _ = style.set_property(name, &value);
    }
}
