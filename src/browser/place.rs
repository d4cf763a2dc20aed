//! Where the reader was in each view, for the way back: the control that was used last, and how far down
//! it stands.

use core::cell::{Cell, RefCell};

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, FocusOptions, HtmlElement};

use super::page;
use crate::domain::catalog::AltId;
use crate::domain::state::View;

/// A view, and the alternative whose details are open in place of its content.
pub type Shown = (View, Option<AltId>);

/// Notes where the reader is, because they may go elsewhere now.
pub fn leave() {
    LEFT.with_borrow_mut(|left| {
        // A place that cannot be found again is not that of an earlier visit.
        left.retain(|(shown, _)| *shown != HERE.get());
        left.extend(Place::now().map(|place| (HERE.get(), place)));
    });
}

/// Notes what is shown now.
pub fn arrive(shown: Shown) {
    if HERE.replace(shown) != shown {
        mark_return(false);
    }
}

/// Marks that the reader came back, as the start does for a page that was scrolled before, so that
/// everything has its height at once. Otherwise the browser only estimates how high those parts are that
/// are not in sight.
fn mark_return(is_back: bool) {
    let root = page::document().and_then(|document| document.document_element());
    let _ = root.map(|root| root.toggle_attribute_with_force("data-back", is_back));
}

/// Returns to where the reader was in what is shown now; false if that is not known or not there.
#[must_use]
pub fn go_back() -> bool {
    LEFT.with_borrow(|left| {
        let place = left.iter().find(|(shown, _)| *shown == HERE.get());
        place.is_some_and(|(_, place)| place.go_back())
    })
}

thread_local! {
    static HERE: Cell<Shown> = const { Cell::new((View::Browse, None)) };
    static LEFT: RefCell<Vec<(Shown, Place)>> = const { RefCell::new(Vec::new()) };
}

/// A control, and where something near it stands.
struct Place {
    selector: String,
    /// Which of those that the selector finds.
    nth: u32,
    /// The id of what stood at the top of the window, and how far from its edge. It is not the control,
    /// which may stick to an edge, and no length of the page, which may be higher or lower then.
    near: String,
    top: f64,
}

impl Place {
    /// The control that is clicked now or has the focus; none if nothing could find it again.
    fn now() -> Option<Self> {
        let document = page::document()?;
        let element = clicked().or_else(|| document.active_element())?;
        let selector = selector(&element)?;
        let found = document.query_selector_all(&selector).ok()?;
        let is_it = |at: &u32| found.get(*at).as_ref() == Some(element.as_ref());
        let nth = (0..found.length()).find(is_it)?;
        let named = document.query_selector_all("main [id]").ok()?;
        let mut near = (String::new(), 0.0);
        for at in 0..named.length() {
            let named = named.get(at)?.dyn_into::<Element>().ok()?;
            let rectangle = named.get_bounding_client_rect();
            // What is hidden is nowhere.
            if rectangle.height() > 0.0 {
                near = (named.id(), rectangle.top());
                if near.1 >= 0.0 {
                    break;
                }
            }
        }
        Some(Self { selector, nth, near: near.0, top: near.1 })
    }

    /// Focuses the control and scrolls the page to where it was; false if the control is not there. In a
    /// frame it comes into sight, because the host's page scrolls.
    fn go_back(&self) -> bool {
        let element = page::document()
            .and_then(|document| document.query_selector_all(&self.selector).ok())
            .and_then(|found| found.get(self.nth).or_else(|| found.get(0)))
            .and_then(|found| found.dyn_into::<HtmlElement>().ok());
        let (Some(element), Some(window)) = (element, web_sys::window()) else {
            return false;
        };
        let near = page::document().and_then(|document| document.get_element_by_id(&self.near));
        let near = near.filter(|_| !page::is_framed());
        let options = FocusOptions::new();
        options.set_prevent_scroll(near.is_some());
        let is_focused = element.focus_with_options(&options).is_ok();
        if let Some(near) = near {
            mark_return(true);
            let top = near.get_bounding_client_rect().top();
            window.scroll_by_with_x_and_y(0.0, top - self.top);
        }
        is_focused
    }
}

/// The link or button of the event that is being handled. Some browsers do not focus what is clicked.
fn clicked() -> Option<Element> {
    let event: Event = web_sys::window()?.event().dyn_into().ok()?;
    event.target()?.dyn_into::<Element>().ok()?.closest("a, button").ok()?
}

/// A selector that finds a focused element again: by its id, or by its link target.
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
