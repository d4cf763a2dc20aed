//! Moves the keyboard focus to the result of the reader's action.

use yew::prelude::*;

use crate::browser::{focus, place};
use crate::ui::ids::HEADING;
use crate::ui::store::{Focus, FocusRequest};

/// Moves the focus once for each request, after the requested element is drawn; to the heading of
/// the view if the element does not exist.
#[hook]
pub(in crate::ui) fn use_focus(request: &FocusRequest, shown: place::Shown, is_live: bool) {
    use_effect_with((request.clone(), is_live), move |(request, is_live)| {
        place::arrive(shown);
        let is_there = match &request.target {
            Focus::Stay => true,
            Focus::Heading => false,
            Focus::Id(id) => focus::focus(id),
            Focus::Return(id) => place::go_back() || focus::focus(id),
        };
        if *is_live && !is_there {
            // Nothing more can be done if even the heading is missing.
            let _ = focus::focus(HEADING);
        }
    });
}
