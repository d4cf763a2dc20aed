//! Motion that explains: elements travel from where they were to where they are.

use js_sys::{Function, JSON, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::HtmlElement;

use super::page;

/// How long an element travels, in milliseconds.
const DURATION: u32 = 200;

/// Where some elements are.
#[derive(Debug, Default)]
pub struct Places(Vec<(HtmlElement, i32)>);

impl Places {
    /// Notes where the elements of a selector are.
    pub fn note(&mut self, selector: &str) {
        self.0 = places(selector);
    }

    /// Lets the elements of a selector that were elsewhere travel from there, unless the reader wants
    /// no motion.
    pub fn follow(&self, selector: &str) {
        if self.0.is_empty() || prefers_stillness() {
            return;
        }
        for (element, place) in &places(selector) {
            let before = self.0.iter().find(|(other, _)| other == element);
            if let Some((_, before)) = before.filter(|(_, before)| before != place) {
                travel(element, before - place);
            }
        }
    }
}

/// The elements of a selector, and how far each is from the top of its container: the position in
/// the window changes when the reader scrolls.
fn places(selector: &str) -> Vec<(HtmlElement, i32)> {
    let found = page::document().and_then(|document| document.query_selector_all(selector).ok());
    let Some(found) = found else {
        return Vec::new();
    };
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok());
    elements.map(|element: HtmlElement| (element.clone(), element.offset_top())).collect()
}

/// Whether the reader prefers that nothing moves.
fn prefers_stillness() -> bool {
    let query = web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Draws an element on its way from some pixels away. Without animations it stays where it is.
fn travel(element: &HtmlElement, pixels: i32) {
    let keyframes = format!(r#"{{"transform":["translateY({pixels}px)","none"]}}"#);
    let animate = Reflect::get(element, &JsValue::from_str("animate"));
    if let (Ok(animate), Ok(keyframes)) = (animate, JSON::parse(&keyframes))
        && let Some(animate) = animate.dyn_ref::<Function>()
    {
        let _ = animate.call2(element, &keyframes, &DURATION.into());
    }
}
