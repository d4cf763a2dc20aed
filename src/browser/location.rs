//! The address: reads and writes the query, and listens to the back button.
//!
//! A step adds an entry to the history if the page is not framed; a choice replaces the current one,
//! and so does everything in a frame, so that the back button of the host page keeps working. Typing
//! replaces the entry after a pause, because browsers limit how often an address may change.
//!
//! It does not interpret the query, and it never changes the path or the hash, because hosts append
//! a hash.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{ScrollRestoration, Window};

use super::clock::{self, AFTER_PAINT, Timer};
use super::listener::Listener;
use super::page;
use crate::domain::query::with_hash;

/// The pause after the last key press before the address is updated, in milliseconds.
const PAUSE: u32 = 300;

/// The query string, with its `?`, or empty.
#[must_use]
pub fn query() -> String {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    let search = search.unwrap_or_default();
    with_hash(&search, &hash()).unwrap_or(search)
}

/// The hash, with its `#`, or empty; some hosts set one.
pub(super) fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The full address of the page without its hash, with another query; only the query if the page
/// has no address of its own.
#[must_use]
pub fn address_with(query: &str) -> String {
    if cfg!(not(target_arch = "wasm32")) {
        // In native rendering there is no address; the page fills it in.
        return query.to_owned();
    }
    // Some browsers give a file and a page inside an attribute the origin "null".
    let whole = web_sys::window().and_then(|window| window.location().href().ok());
    let base = whole.as_deref().and_then(|whole| whole.split(['?', '#']).next());
    let base = base.filter(|base| !base.starts_with("about:")).unwrap_or_default();
    [base, query].concat()
}

/// Writes queries to the address, and the title and addresses that the page gives itself.
#[derive(Clone, Default)]
pub struct Writer(Rc<Written>);

#[derive(Default)]
struct Written {
    pending: RefCell<Option<Pending>>,
    /// The query that was written or followed last.
    known: RefCell<String>,
}

/// A query that is about to be written.
struct Pending {
    query: String,
    /// Whether it becomes a new history entry, unless the page is framed.
    is_new_entry: bool,
    /// The title, and the canonical query: without settings and catalog date.
    name: Option<(String, String)>,
    _timer: Timer,
}

impl core::fmt::Debug for Writer {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.debug_struct("Writer").field("is_waiting", &self.0.pending.borrow().is_some()).finish()
    }
}

impl Writer {
    /// A writer for a page that was opened with a query.
    #[must_use]
    pub fn of(query: &str) -> Self {
        let writer = Self::default();
        query.clone_into(&mut writer.0.known.borrow_mut());
        writer
    }

    /// Writes a query once what has changed is painted, as a new history entry unless the page is
    /// framed.
    pub fn push(&self, query: &str) {
        self.flush();
        self.write_after(AFTER_PAINT, query, true);
    }

    /// Replaces the query once what has changed is painted: writing to the address takes longer than
    /// drawing a small change.
    pub fn replace(&self, query: &str) {
        self.replace_after(AFTER_PAINT, query);
    }

    /// Replaces the query after a pause without another write.
    pub fn replace_soon(&self, query: &str) {
        self.replace_after(PAUSE, query);
    }

    fn replace_after(&self, pause: u32, query: &str) {
        // A step that is not written yet keeps its entry.
        if self.0.pending.borrow().as_ref().is_some_and(|pending| pending.is_new_entry) {
            self.flush();
        }
        self.write_after(pause, query, false);
    }

    /// Names the page: at once or, if a query is pending, with that, because a browser takes the title
    /// for that of the present entry.
    pub fn name(&self, title: String, query: String) {
        match &mut *self.0.pending.borrow_mut() {
            Some(pending) => pending.name = Some((title, query)),
            None => page::name(&title, &query),
        }
    }

    /// Writes a pending query now, so that it belongs to the history entry that is being left.
    pub fn flush(&self) {
        let due = self.0.pending.borrow_mut().take();
        if let Some(Pending { query, is_new_entry, name, .. }) = due {
            put(&query, is_new_entry && !page::is_framed());
            *self.0.known.borrow_mut() = query;
            if let Some((title, query)) = name {
                page::name(&title, &query);
            }
        }
    }

    /// Drops a pending query, because the reader has navigated to another one; false if it is the one
    /// that was written last, because only the hash has changed.
    #[must_use]
    pub fn follow(&self, query: &str) -> bool {
        if *self.0.known.borrow() == query {
            return false;
        }
        query.clone_into(&mut self.0.known.borrow_mut());
        self.0.pending.borrow_mut().take();
        true
    }

    fn write_after(&self, pause: u32, query: &str, is_new_entry: bool) {
        // Again, because a page that was left and comes back from the browser's cache is not started anew.
        scroll(ScrollRestoration::Manual);
        let writer = self.clone();
        let timer = clock::later(pause, Box::new(move || writer.flush()));
        let pending = Pending { query: query.to_owned(), is_new_entry, name: None, _timer: timer };
        *self.0.pending.borrow_mut() = Some(pending);
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
    // The whole address, because a path may begin with two slashes, which would name a host.
    let address = address_with(query);
    if address == query {
        // In an `srcdoc` frame there is no address to write to.
        return;
    }
    // A hash that was a part of the query is one again.
    let hash = hash();
    let hash = if with_hash("", &hash).is_some() { "" } else { &hash };
    let address = [&*address, hash].concat();
    let _ = if as_new_entry {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}

/// Calls back with the query whenever the reader goes back or forward, and when the page is left.
/// Dropping the result stops listening.
///
/// Meanwhile the page itself scrolls to where the reader was: the browser would do so before the view
/// is drawn. A page that is loaded again is scrolled by the browser.
pub fn listen(on_query: impl Fn(String) + 'static, on_leave: impl Fn() + 'static) -> Listener {
    scroll(ScrollRestoration::Manual);
    let leave = move || {
        scroll(ScrollRestoration::Auto);
        on_leave();
    };
    let listen = |window: Window| {
        [
            EventListener::new(&window, "popstate", move |_| on_query(query())),
            EventListener::new(&window, "pagehide", move |_| leave()),
        ]
    };
    Listener::new(web_sys::window().map(listen).into_iter().flatten().collect())
}

/// Sets who scrolls when the reader goes back or forward. A browser that refuses scrolls itself.
fn scroll(by: ScrollRestoration) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let _ = history.map(|history| history.set_scroll_restoration(by));
}
