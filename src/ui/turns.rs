//! The first view, drawn in turns: what stands around first, then a few of its kept parts in each task.
//!
//! Drawing all of it in one task holds up whatever the reader does meanwhile, on a slow telephone for a
//! third of a second. What stands in the page stays until everything is drawn.
//!
//! # What this module does not do
//! Once the first view stands, what is in sight is drawn where it is asked for. Rendered to a string
//! everything is drawn at once.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::html::Scope;

use super::App;
use super::app::{Told, What};
use crate::browser::{clock, page};

/// How many parts are drawn in a task.
const N_PARTS: usize = 2;

/// The parts that wait for their turn.
#[derive(Clone, Debug)]
pub(super) struct Turns(Rc<Waiting>);

#[derive(Debug)]
struct Waiting {
    /// Whether the first view does not stand yet.
    is_first: Cell<bool>,
    parts: RefCell<Vec<Scope<App>>>,
}

impl Turns {
    /// The turns of a view that is not drawn yet.
    pub(super) fn new() -> Self {
        Self(Rc::new(Waiting { is_first: Cell::new(true), parts: RefCell::default() }))
    }

    /// Whether a part has to wait; it is told when its turn has come. Once the first view stands only what
    /// comes later, because it is out of sight, waits.
    pub(super) fn wait(&self, part: &Scope<App>, is_later: bool) -> bool {
        let waits = cfg!(target_arch = "wasm32") && (self.0.is_first.get() || is_later);
        if waits {
            self.0.parts.borrow_mut().push(part.clone());
        }
        waits
    }

    /// Draws what waits, and then tells the whole so.
    pub(super) fn take(&self, whole: Scope<App>) {
        let parts = self.0.parts.take();
        if self.0.is_first.get() || !parts.is_empty() {
            draw(parts, whole);
        }
    }

    /// Says that the first view stands.
    pub(super) fn end(&self) {
        self.0.is_first.set(false);
    }
}

/// Draws some parts, a few in each task, and then tells the whole, in a task of its own.
fn draw(mut parts: Vec<Scope<App>>, whole: Scope<App>) {
    clock::soon(Box::new(move || {
        page::lay_out();
        let rest = parts.split_off(parts.len().min(N_PARTS));
        if parts.is_empty() {
            return whole.send_message(Told(What::Turn));
        }
        for part in parts {
            part.send_message(Told(What::Turn));
        }
        draw(rest, whole);
    }));
}

/// They never change what is shown.
impl PartialEq for Turns {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
