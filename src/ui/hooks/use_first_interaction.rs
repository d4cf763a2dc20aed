//! The first interaction of a reader with the page: a pointer over it, or a key.

use yew::prelude::*;

use super::use_listener::use_listener;
use crate::browser::interaction;

/// Calls back once, when a pointer first moves over the page or a key is first pressed, after the
/// first view is shown.
///
/// Most readers of a post with the page in a frame never touch it. They should not pay for data
/// that the list of cards does not need.
#[hook]
pub(in crate::ui) fn use_first_interaction(is_live: bool, then: Callback<()>) {
    use_listener(is_live, Box::new(|| interaction::on_first(move || then.emit(()))));
}
