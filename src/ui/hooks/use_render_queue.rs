//! Splits the first render into small tasks: the layout around the view, then the view, then its
//! queued parts, a few in each task.
//!
//! Drawing everything in one task would block a slow phone for a third of a second. The prerendered page
//! stays visible until all is drawn.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use yew::prelude::*;

use super::use_effect_when::use_effect_when;
use crate::browser::{clock, page};

/// How many queued parts are drawn in one task.
const N_PARTS: usize = 4;

/// How long the finished drawing waits while the reader holds the page, before it looks again, in
/// milliseconds.
const HELD: u32 = 50;

/// In native rendering the page is rendered to a string, all at once.
const IS_NATIVE: bool = cfg!(not(target_arch = "wasm32"));

/// The progress of the first render.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// The layout around the view is drawn.
    Layout,
    /// The view is drawn, except for queued parts.
    View,
    /// Everything is drawn.
    Finished,
}

/// The progress of the first render, for the caller.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct FirstDrawing {
    /// Whether the view is drawn, and not only the layout around it.
    pub has_view: bool,
    /// Whether everything is drawn, so that it can be shown.
    pub is_finished: bool,
    /// The queue of waiting parts.
    pub queue: RenderQueue,
}

/// Parts that wait to be drawn. All clones share one queue.
#[derive(Clone, Debug)]
pub(in crate::ui) struct RenderQueue(Rc<Waiting>);

#[derive(Debug)]
struct Waiting {
    /// Whether the first render is not finished.
    is_first: Cell<bool>,
    /// Whether a task is scheduled that draws the next parts.
    is_running: Cell<bool>,
    parts: RefCell<VecDeque<Callback<()>>>,
    on_finished: RefCell<Option<Callback<()>>>,
}

impl PartialEq for RenderQueue {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl RenderQueue {
    fn new() -> Self {
        Self(Rc::new(Waiting {
            is_first: Cell::new(!IS_NATIVE),
            is_running: Cell::new(false),
            parts: RefCell::default(),
            on_finished: RefCell::default(),
        }))
    }

    /// Whether a part has to wait: every part during the first render, and later those below the
    /// visible area.
    pub(in crate::ui) fn defers(&self, is_out_of_sight: bool) -> bool {
        !IS_NATIVE && (self.0.is_first.get() || is_out_of_sight)
    }

    fn enqueue(&self, draw: Callback<()>) {
        self.0.parts.borrow_mut().push_back(draw);
        if !self.0.is_first.get() {
            self.run();
        }
    }

    /// Draws the waiting parts, a few in each task.
    fn run(&self) {
        if self.0.is_running.replace(true) {
            return;
        }
        self.step();
    }

    fn step(&self) {
        let queue = self.clone();
        clock::soon(Box::new(move || {
            // Each task lays out the parts of the task before, so that no single task has to lay
            // out everything.
            page::lay_out();
            let mut parts = queue.0.parts.borrow_mut();
            let n_parts = parts.len().min(N_PARTS);
            let due: Vec<_> = parts.drain(..n_parts).collect();
            drop(parts);
            if due.is_empty() && page::is_held() {
                return clock::after(HELD, Box::new(move || queue.step()));
            }
            if due.is_empty() {
                queue.0.is_running.set(false);
                queue.0.is_first.set(false);
                if let Some(on_finished) = queue.0.on_finished.take() {
                    on_finished.emit(());
                }
                return;
            }
            for draw in due {
                draw.emit(());
            }
            queue.step();
        }));
    }
}

/// Draws the first view in small tasks. The caller draws the layout, and the view once `has_view`
/// is true; components in it wait with [`use_queued`].
#[hook]
pub(in crate::ui) fn use_render_queue() -> FirstDrawing {
    let queue = use_memo((), |()| RenderQueue::new());
    let stage = use_state(|| if IS_NATIVE { Stage::Finished } else { Stage::Layout });
    {
        let (queue, setter) = (RenderQueue::clone(&queue), stage.setter());
        use_effect_with(*stage, move |stage| match stage {
            Stage::Layout => clock::soon(Box::new(move || setter.set(Stage::View))),
            // The effects of the components in the view run before this one, so they are queued by
            // now.
            Stage::View => {
                let finish = Callback::from(move |()| setter.set(Stage::Finished));
                *queue.0.on_finished.borrow_mut() = Some(finish);
                queue.run();
            }
            Stage::Finished => {}
        });
    }
    FirstDrawing {
        has_view: *stage >= Stage::View,
        is_finished: *stage == Stage::Finished,
        queue: RenderQueue::clone(&queue),
    }
}

/// Whether a component should draw its content now. A component that has to wait when it is created
/// is queued, and draws an empty element until it is due.
#[hook]
pub(in crate::ui) fn use_queued(queue: &RenderQueue, has_to_wait: bool) -> bool {
    let is_due = use_state(|| !has_to_wait);
    {
        let (queue, setter) = (queue.clone(), is_due.setter());
        let enqueue = move || {
            queue.enqueue(Callback::from(move |()| setter.set(true)));
            None
        };
        use_effect_when(!*is_due, Box::new(enqueue));
    }
    *is_due
}
