//! The first sign of a reader who uses the page: a pointer over it, or a key.

use yew::prelude::*;

use super::use_listener::use_listener;
use crate::browser::interaction;

/// Calls back once, when a pointer first comes over the page or a key is first pressed, from when the first
/// view is shown.
///
/// Most readers of a post with the page in a frame never touch it, and need not pay for what the list of
/// cards does without.
#[hook]
pub(in crate::ui) fn use_first_interaction(is_live: bool, then: Callback<()>) {
    use_listener(is_live, Box::new(|| interaction::on_first(move || then.emit(()))));
}
