//! The address: reads and writes the query, and listens to the back button.
//!
//! Choices add entries to the history if the page is not framed; in a frame they replace the
//! current one, so that the back button of the host page keeps working. Typing replaces the entry
//! after a pause, because browsers limit how often an address may change.
//!
//! It does not interpret the query, and it never changes the path or the hash, because hosts append
//! a hash.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::Window;

use super::clock::{self, Timer};
use super::listener::Listener;
use super::page;

/// The pause after the last key press before the address is updated, in milliseconds.
const PAUSE: u32 = 300;

/// The query string, with its `?`, or empty.
#[must_use]
pub fn query() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The hash, with its `#`, or empty; some hosts set one.
pub(super) fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The full address of the page without its hash, with another query; only the query if the address
/// cannot be read.
#[must_use]
pub fn address_with(query: &str) -> String {
    if cfg!(not(target_arch = "wasm32")) {
        // In native rendering there is no address; the page fills it in.
        return query.to_owned();
    }
    let base = web_sys::window().and_then(|window| {
        let location = window.location();
        Some(format!("{}{}", location.origin().ok()?, location.pathname().ok()?))
    });
    base.unwrap_or_default() + query
}

/// Writes queries to the address.
#[derive(Clone, Default)]
pub struct Writer(Rc<RefCell<Option<(Timer, String)>>>);

impl core::fmt::Debug for Writer {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.debug_struct("Writer").field("is_waiting", &self.0.borrow().is_some()).finish()
    }
}

impl Writer {
    /// Writes a query now, as a new history entry unless the page is framed.
    pub fn push(&self, query: &str) {
        self.flush();
        put(query, !page::is_framed());
    }

    /// Replaces the query after a pause without another write.
    pub fn replace_soon(&self, query: &str) {
        let writer = self.clone();
        let timeout = clock::later(PAUSE, Box::new(move || writer.flush()));
        *self.0.borrow_mut() = Some((timeout, query.to_owned()));
    }

    /// Writes a pending query now, so that typed text belongs to the history entry that is being
    /// left.
    pub fn flush(&self) {
        let due = self.0.borrow_mut().take();
        if let Some((_, query)) = due {
            put(&query, false);
        }
    }

    /// Drops a pending query, because the reader has navigated.
    pub fn forget(&self) {
        self.0.borrow_mut().take();
    }
}

/// Writes a query to the address. If the browser refuses, the address stays as it is.
fn put(query: &str, as_new_entry: bool) {
    let Some(window) = web_sys::window() else {
        return;
    };
    if window.location().search().ok().as_deref() == Some(query) {
        return;
    }
    let Ok(history) = window.history() else {
        return;
    };
    // An empty address would keep the old query.
    let path = window.location().pathname().unwrap_or_default();
    if !path.starts_with('/') {
        // In an `srcdoc` frame there is no address to write to.
        return;
    }
    let hash = window.location().hash().unwrap_or_default();
    let address = format!("{path}{query}{hash}");
    let _ = if as_new_entry {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}

/// Calls back with the query whenever the reader goes back or forward. Dropping the result stops
/// listening.
pub fn listen(on_query: impl Fn(String) + 'static) -> Listener {
    let listen =
        |window: Window| EventListener::new(&window, "popstate", move |_| on_query(query()));
    Listener::new(web_sys::window().map(listen).into_iter().collect())
}
