//! Event listeners that are removed on drop.

use gloo::events::EventListener;

/// Some events that are listened to until this is dropped.
#[derive(Debug)]
#[must_use = "listening stops when this is dropped"]
pub struct Listener {
    _events: Vec<EventListener>,
}

impl Listener {
    pub(super) const fn new(events: Vec<EventListener>) -> Self {
        Self { _events: events }
    }
}
