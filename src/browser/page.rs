//! The page around the app: where it is mounted, whether it is framed, the notice of failure.
//!
//! The content of the mount point belongs to the interface and is not touched here.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, FocusOptions, HtmlElement, Window};

use super::listener::Listener;

/// The id of the element that the app is mounted in.
const MOUNT: &str = "app";
/// The id of the notice that is shown when the app cannot go on.
const FAILURE: &str = "failure";
/// The class of what is mounted and not yet to be seen.
const STAGE: &str = "stage";

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element that the app is mounted in.
#[must_use]
pub fn mount_point() -> Option<Element> {
    document()?.get_element_by_id(MOUNT)
}

/// An element to mount the app in, laid out behind the page and not to be seen: what stands in the page
/// stays until [`take_over`], and by then most of what follows it is laid out, a little in each task.
#[must_use]
pub fn stage() -> Option<Element> {
    let root = mount_point()?;
    let stage = root.clone_node().ok()?.dyn_into::<Element>().ok()?;
    stage.set_attribute("class", STAGE).ok()?;
    document()?.body()?.append_child(&stage).ok()?;
    STAGED.set(Some(stage.clone()));
    Some(stage)
}

/// Lays out what has come onto the stage, now and not together with what comes after it.
pub fn lay_out() {
    STAGED.with_borrow(|staged| staged.as_ref().map(Element::get_bounding_client_rect));
}

/// Puts what is mounted in place of what stood in the page, in one step: nothing is empty in between,
/// the scroll position stays, and what had the focus has it again where it is there again.
pub fn take_over() {
    let (Some(stage), Some(root)) = (STAGED.take(), mount_point()) else {
        return;
    };
    let focused = document()
        .and_then(|document| document.active_element())
        .filter(|element| root.contains(Some(element)))
        .and_then(|element| selector(&element));
    root.remove();
    let _ = stage.remove_attribute("class");
    let again = focused.and_then(|selector| stage.query_selector(&selector).ok().flatten());
    if let Some(element) = again.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // The reader is where the reader was; bringing it into view would scroll the page around it.
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// How an element that had the focus is found again: by its id, or by where it leads.
fn selector(element: &Element) -> Option<String> {
    let attribute = |name: &str| element.get_attribute(name);
    let quoted = |text: String| !text.contains(['"', '\\', '\n']);
    let by = |name: &str| {
        attribute(name)
            .filter(|text| quoted(text.clone()))
            .map(|text| format!("{}[{name}=\"{text}\"]", element.tag_name().to_ascii_lowercase()))
    };
    by("id").or_else(|| by("href"))
}

thread_local! {
    /// What is mounted and not yet in the page.
    static STAGED: core::cell::RefCell<Option<Element>> = const { core::cell::RefCell::new(None) };
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
    if let Some(stage) = STAGED.take() {
        stage.remove();
    }
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

/// Calls back with true before the page is printed and with false after it, until what is returned is dropped.
pub fn on_print(then: impl Fn(bool) + 'static) -> Listener {
    let Some(window) = web_sys::window() else {
        return Listener::new(Vec::new());
    };
    let then = Rc::new(then);
    let events = [("beforeprint", true), ("afterprint", false)].map(|(event, is_printing)| {
        let then = Rc::clone(&then);
        EventListener::new(&window, event, move |_| then(is_printing))
    });
    Listener::new(events.into())
}

/// Opens the print dialog; false where that is refused.
#[must_use]
pub fn print() -> bool {
    web_sys::window().is_some_and(|window| window.print().is_ok())
}
