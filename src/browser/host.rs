//! The host page: reports the height to it, and receives its messages.
//!
//! The height is measured at an inner element and never at the viewport, because the host adjusts
//! the viewport to the height. It is sent shortly after the content has changed, by a timer and not
//! in the next animation frame, because browsers run no animation frames for frames that are out of
//! view.
//!
//! The message format is `domain::message`. Nothing happens when the page is not framed, and only
//! messages of the parent window are accepted.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, MessageEvent, ResizeObserver, Window};

use super::json::{read, write};
use super::{appearance, clock, location, page};
use crate::domain::message::{self, Incoming, Outgoing, Size};
use crate::domain::settings::{Settings, Theme};

/// An event of the page: messages of the host are heard from now on. `framed.js` repeats those that
/// it has kept.
const LISTENS: &str = "stackfit-listens";
/// An event of the page: a height was reported. `framed.js` then keeps in sight what has the focus.
const REPORTED: &str = "stackfit-reported";
/// Any origin: for messages without secrets.
const ANYBODY: &str = "*";

/// The channel to the host page. It exists after [`Host::connect`], if the page is framed.
#[derive(Clone, Default)]
pub struct Host(Rc<RefCell<Option<Connected>>>);

impl core::fmt::Debug for Host {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.debug_struct("Host").field("is_connected", &self.0.borrow().is_some()).finish()
    }
}

impl Host {
    /// Applies the settings, then starts to report the height to the host page, and to receive its
    /// messages, also those that it sent before. If the page is not framed, there are none.
    pub fn connect(&self, settings: &Settings) {
        appearance::apply(settings);
        if let (Some(window), Some(root)) = (page::host(), page::mount_point()) {
            self.connect_to(window, root, settings);
        }
    }

    /// Starts to report the height of an element to a window, and to receive its messages.
    pub fn connect_to(&self, window: Window, root: Element, settings: &Settings) {
        *self.0.borrow_mut() = Connected::new(Connection {
            window,
            root,
            source: message::source(&location::address_with(""), &location::query()),
            secret: message::secret(&location::hash()),
            settings: RefCell::new(settings.clone()),
            around: Cell::default(),
            told: Cell::default(),
            is_ready: Cell::default(),
            for_resizer: Cell::default(),
            waiting: RefCell::default(),
            origin: RefCell::default(),
            shown: RefCell::default(),
        });
    }

    /// Stops both.
    pub fn disconnect(&self) {
        self.0.borrow_mut().take();
    }

    /// Reports what is shown: the query of the state, and the id of the open alternative. Only a
    /// host that asked for it in the address, and has said hello, is informed.
    pub fn show(&self, query: &str, open: &str) {
        if let Some(connected) = &*self.0.borrow() {
            connected.connection.show(query, open);
        }
    }
}

/// Reports an error to the host page, if there is one, such as `param`.
pub fn tell_error(code: &str) {
    if let Some(window) = page::host() {
        post(&window, &message::error(code), ANYBODY);
    }
}

/// A connection, which ends when this is dropped.
struct Connected {
    connection: Rc<Connection>,
    observer: ResizeObserver,
    _on_resize: Closure<dyn FnMut(JsValue)>,
    _listeners: [EventListener; 2],
}

impl Connected {
    fn new(connection: Connection) -> Option<Self> {
        let own = web_sys::window()?;
        let connection = Rc::new(connection);
        let on_resize = Closure::<dyn FnMut(JsValue)>::new({
            let connection = Rc::clone(&connection);
            move |_| connection.report_soon()
        });
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok()?;
        observer.observe(&connection.root);
        let on_message = EventListener::new(&own, "message", {
            let connection = Rc::clone(&connection);
            move |event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>() {
                    connection.hear(event);
                }
            }
        });
        let on_load = EventListener::new(&own, "load", {
            let connection = Rc::clone(&connection);
            move |_| connection.report_again()
        });
        after_fonts(&Closure::once_into_js({
            let connection = Rc::clone(&connection);
            move |_: JsValue| connection.report_again()
        }));
        announce(&own, LISTENS);
        connection.report_again();
        Some(Self {
            connection,
            observer,
            _on_resize: on_resize,
            _listeners: [on_message, on_load],
        })
    }
}

impl Drop for Connected {
    fn drop(&mut self) {
        self.observer.disconnect();
        // Its timer has the connection, and would report once more.
        self.connection.waiting.borrow_mut().take();
    }
}

/// Calls back once the fonts have loaded, if the browser supports that.
fn after_fonts(call: &JsValue) {
    let value = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok();
    let ready = page::document()
        .and_then(|document| value(&document, "fonts"))
        .filter(JsValue::is_object)
        .and_then(|fonts| value(&fonts, "ready"))
        .filter(JsValue::is_object);
    if let Some(ready) = ready
        && let Some(then) = value(&ready, "then").and_then(|then| then.dyn_into().ok())
    {
        let then: js_sys::Function = then;
        let _ = then.call1(&ready, call);
    }
}

/// What is known about the host page, and what was sent to it.
struct Connection {
    window: Window,
    root: Element,
    source: String,
    secret: Option<String>,
    settings: RefCell<Settings>,
    /// What the page around looks like, if the host has said it.
    around: Cell<Theme>,
    told: Cell<Option<i32>>,
    is_ready: Cell<bool>,
    for_resizer: Cell<bool>,
    waiting: RefCell<Option<clock::Timer>>,
    /// The origin of the host, once it has said hello.
    origin: RefCell<String>,
    /// The query of the state, and the open alternative.
    shown: RefCell<Option<(String, String)>>,
}

impl Connection {
    /// Reports the height soon, once for all changes until then.
    fn report_soon(self: &Rc<Self>) {
        let connection = Rc::clone(self);
        let mut waiting = self.waiting.borrow_mut();
        if waiting.is_none() {
            let report = move || {
                connection.waiting.borrow_mut().take();
                connection.report();
            };
            *waiting = Some(clock::later(0, Box::new(report)));
        }
    }

    /// Reports the height soon, even if it has not changed.
    fn report_again(self: &Rc<Self>) {
        self.told.set(None);
        self.report_soon();
    }

    fn report(&self) {
        let rectangle = self.root.get_bounding_client_rect();
        let (height, width) = (whole(rectangle.height()), whole(rectangle.width()));
        if !message::is_news(self.told.get(), height) {
            return;
        }
        self.told.set(Some(height));
        if !self.is_ready.replace(true) {
            let ready = message::ready(height, env!("CARGO_PKG_VERSION"));
            post(&self.window, &ready, ANYBODY);
        }
        let size = Size {
            height,
            width,
            source: &self.source,
            secret: self.secret.as_deref(),
            for_resizer: self.for_resizer.get(),
        };
        for dialect in message::heights(&size) {
            post(&self.window, &dialect, ANYBODY);
        }
        if let Some(own) = web_sys::window() {
            announce(&own, REPORTED);
        }
    }

    fn hear(self: &Rc<Self>, event: &MessageEvent) {
        let source = event.source().map(JsValue::from);
        if source.as_ref() != Some(self.window.as_ref()) {
            return;
        }
        let plain = read(&event.data());
        let heard = message::parse(&plain, &self.settings.borrow(), self.secret.as_deref());
        match heard {
            None => {}
            Some(Incoming::Hello) => self.greet(event),
            Some(Incoming::Config { settings, is_whole }) => {
                *self.settings.borrow_mut() = settings;
                self.apply();
                if !is_whole {
                    post(&self.window, &message::error("param"), ANYBODY);
                }
            }
            Some(Incoming::Viewport { top, bottom, scheme }) => {
                if self.origin.borrow().is_empty() {
                    self.greet(event);
                }
                if self.around.replace(scheme) != scheme {
                    self.apply();
                }
                appearance::keep_in_sight(top, bottom);
            }
            Some(Incoming::HeightAsked) => self.report_again(),
            Some(Incoming::ResizerAsked) => {
                self.for_resizer.set(true);
                self.report_again();
            }
        }
    }

    /// Reports everything to a host that listens now.
    fn greet(self: &Rc<Self>, event: &MessageEvent) {
        *self.origin.borrow_mut() = event.origin();
        self.report_again();
        if let Some((query, open)) = self.shown.take() {
            self.show(&query, &open);
        }
    }

    /// Applies the settings. Without a theme of its own the page follows the page around.
    fn apply(&self) {
        let mut settings = self.settings.borrow().clone();
        if settings.theme == Theme::Auto {
            settings.theme = self.around.get();
        }
        appearance::apply(&settings);
    }

    fn show(&self, query: &str, open: &str) {
        let before = self.shown.replace(Some((query.to_owned(), open.to_owned())));
        let origin = self.origin.borrow();
        // An opaque origin ("null") does not identify a host.
        if !self.settings.borrow().emits_state || origin.is_empty() || *origin == "null" {
            return;
        }
        if before.as_ref().is_none_or(|before| before.0 != query) {
            post(&self.window, &message::state(query), &origin);
        }
        if !open.is_empty() && before.is_none_or(|before| before.1 != open) {
            post(&self.window, &message::open(open), &origin);
        }
    }
}

/// Dispatches an event of the page's own.
fn announce(own: &Window, name: &str) {
    if let Ok(event) = Event::new(name) {
        let _ = own.dispatch_event(&event);
    }
}

/// A length in whole pixels, rounded up.
#[expect(clippy::cast_possible_truncation, reason = "no page is that long, and the cast saturates")]
fn whole(length: f64) -> i32 {
    length.ceil() as i32
}

fn post(window: &Window, message: &Outgoing, to: &str) {
    // If the browser refuses, the frame keeps its height.
    let _ = window.post_message(&write(message), to);
}
