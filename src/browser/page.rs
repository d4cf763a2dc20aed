//! The document around the app: the mount point, whether the page is framed, and the notice of
//! failure.
//!
//! The content of the mount point belongs to the interface and is not touched here.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, Window};

use super::global;
use super::listener::Listener;

/// The id of the element that the app is mounted in.
const MOUNT: &str = "app";
/// The class of the off-screen container in which the app renders first.
const STAGE: &str = "stage";

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element that the app is mounted in.
#[must_use]
pub fn mount_point() -> Option<Element> {
    document()?.get_element_by_id(MOUNT)
}

/// Creates a hidden, zero-height container of the final width for the app. The prerendered content
/// stays until [`take_over`]; by then the browser has laid out most of the container, chunk by
/// chunk.
#[must_use]
pub fn stage() -> Option<Element> {
    let root = mount_point()?;
    let stage = root.clone_node().ok()?.dyn_into::<Element>().ok()?;
    stage.set_attribute("class", STAGE).ok()?;
    document()?.body()?.append_child(&stage).ok()?;
    STAGED.set(Some(stage.clone()));
    Some(stage)
}

/// Forces layout of the hidden container now, so that it is not laid out together with later
/// chunks.
pub fn lay_out() {
    STAGED.with_borrow(|staged| staged.as_ref().map(Element::get_bounding_client_rect));
}

/// Replaces the prerendered content with the container in one step: the page is never empty, the
/// scroll position stays, and what the reader has done meanwhile is handed over.
pub fn take_over() {
    let (Some(stage), Some(root)) = (STAGED.take(), mount_point()) else {
        return;
    };
    // A function of the page's starter, because it knows what was done before the program was there.
    if global::call("stackfitTakeOver", &stage).is_none() {
        root.remove();
        let _ = stage.remove_attribute("class");
    }
}

/// Whether the reader is in the middle of something that ends where it began, such as a press, so
/// that the prerendered content should stay for a moment.
#[must_use]
pub fn is_held() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute("data-held"))
}

thread_local! {
    /// The hidden container that is not yet swapped in.
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

/// The window of the host page, if there is one.
pub(super) fn host() -> Option<Window> {
    let window = web_sys::window()?;
    window.parent().ok().flatten().filter(|parent| *parent != window)
}

/// Shows the notice of failure, and tells the host page, with a code: `data` or `wasm`.
pub fn show_failure(code: &str) {
    // What is drawn so far never takes over.
    drop(STAGED.take());
    // A function of the page's starter, because a program that never arrives fails in the same way.
    let _ = global::call("stackfitFail", &code.into());
}

/// Marks on the mount point that the app runs, for styles and tests.
pub fn mark_ready() {
    if let Some(root) = mount_point() {
        let _ = root.set_attribute("data-ready", "");
    }
}

/// The text of an element; none if there is no such element.
#[must_use]
pub fn text_of(id: &str) -> Option<String> {
    document()?.get_element_by_id(id)?.text_content()
}

/// Gives the page a title, and the addresses that it states for itself the query of what is shown.
pub fn name(title: &str, query: &str) {
    let Some(document) = document() else {
        return;
    };
    document.set_title(title);
    for (selector, attribute) in
        [("link[rel=canonical]", "href"), ("meta[property=\"og:url\"]", "content")]
    {
        let element = document.query_selector(selector).ok().flatten();
        if let Some(element) = element
            && let Some(address) = element.get_attribute(attribute)
        {
            let base = address.split('?').next().unwrap_or_default();
            let _ = element.set_attribute(attribute, &[base, query].concat());
        }
    }
}

/// Calls back with true before printing and with false after it. Dropping the result stops
/// listening.
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
