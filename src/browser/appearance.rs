//! Applies the settings that affect the whole page: colours and text size.
//!
//! Values are set as properties with the CSSOM and never as style attributes, because a strict
//! Content Security Policy of the host forbids those. The script in `index.html` already applies
//! the parameters of the address before the first paint.
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
    mark("data-see-through", Some("").filter(|_| settings.is_see_through));
    // With the attribute, colours derived from this one replace those of the theme.
    mark("data-accent", Some("").filter(|_| !accent.is_empty()));
    set("--host-accent", "#", accent, "");
    set("--host-text-size", "", &size, "px");
}

/// Moves sticky content to where the visible part of the page begins and ends, in CSS pixels.
pub fn keep_in_sight(top: i32, bottom: i32) {
    set("--host-top", "", &top.max(0).to_string(), "px");
    set("--host-end", "", &bottom.to_string(), "px");
}

fn root() -> Option<HtmlElement> {
    page::document()?.document_element()?.dyn_into().ok()
}

/// Sets an attribute of the page, or removes it.
fn mark(name: &str, value: Option<&str>) {
    if let Some(root) = root() {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Sets a property of the page from a value with a prefix and a suffix, or removes it.
fn set(name: &str, before: &str, value: &str, after: &str) {
    if let Some(root) = root() {
        let style = root.style();
        let value = if value.is_empty() { String::new() } else { [before, value, after].concat() };
        // An empty value removes the property.
        let _ = style.set_property(name, &value);
    }
}
