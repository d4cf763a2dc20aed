//! What the reader asked the page to keep: one text in the browser's local storage.
//!
//! The browser may deny storage, or it may be full; then nothing is kept, and nothing else changes.

use gloo::events::EventListener;
use web_sys::{Storage, window};

use super::listener::Listener;

/// Whether the browser has storage for this page.
#[must_use]
pub fn is_available() -> bool {
    storage().is_some()
}

/// The text that is kept; none if nothing is.
#[must_use]
pub fn read() -> Option<String> {
    storage()?.get_item(&key()).ok()?
}

/// Keeps a text; false if the browser refuses.
#[must_use]
pub fn write(text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&key(), text).is_ok())
}

/// Removes everything that was kept.
pub fn remove() {
    if let Some(storage) = storage() {
        // Refused, there is nothing to remove.
        let _ = storage.remove_item(&key());
    }
}

/// Calls back when another tab or frame has removed what was kept.
pub fn listen(on_removed: impl Fn() + 'static) -> Listener {
    let events = window().map(|window| {
        EventListener::new(&window, "storage", move |_| {
            if read().is_none() {
                on_removed();
            }
        })
    });
    Listener::new(events.into_iter().collect())
}

/// None natively, where there is no window.
fn storage() -> Option<Storage> {
    if cfg!(target_arch = "wasm32") { window()?.local_storage().ok()? } else { None }
}

/// The key: one for each folder, because several pages of one site share its storage.
fn key() -> String {
    let path = window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    ["stackfit:", folder].concat()
}
