//! The page around the app: where it is mounted, whether it is framed, the notice of failure.
//!
//! # What this module does not do
//! It does not touch what is inside the mount point; that is the interface's.

use web_sys::{Document, Element, Window};

/// The id of the element that the app is mounted in.
const MOUNT: &str = "app";
/// The id of the notice that is shown when the app cannot go on.
const FAILURE: &str = "failure";

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element that the app is mounted in.
#[must_use]
pub fn mount_point() -> Option<Element> {
    document()?.get_element_by_id(MOUNT)
}

/// Whether the page is inside another page's frame.
#[must_use]
pub fn is_framed() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    match window.parent() {
        Ok(Some(parent)) => parent != window,
        Ok(None) | Err(_) => true,
    }
}

/// The window of the page around, where there is one.
pub(super) fn host() -> Option<Window> {
    let window = web_sys::window()?;
    window.parent().ok().flatten().filter(|parent| *parent != window)
}

/// Shows the notice that the app cannot go on.
pub fn show_failure() {
    if let Some(notice) = document().and_then(|document| document.get_element_by_id(FAILURE)) {
        // A refusal leaves the page as it is; there is nobody left to tell.
        let _ = notice.remove_attribute("hidden");
    }
}

/// Says on the mount point that the app runs, for styles and tests.
pub fn mark_ready() {
    if let Some(root) = mount_point() {
        let _ = root.set_attribute("data-ready", "");
    }
}

/// Opens the print dialog; false where that is refused.
#[must_use]
pub fn print() -> bool {
    web_sys::window().is_some_and(|window| window.print().is_ok())
}
