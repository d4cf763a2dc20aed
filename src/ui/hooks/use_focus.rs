//! The keyboard focus: it goes to where the reader's action led.

use yew::prelude::*;

use crate::browser::focus;
use crate::ui::ids::HEADING;
use crate::ui::store::{Focus, FocusRequest};

/// Moves the focus once for each request, after what was asked for is drawn; to the heading of the view where
/// the element that was asked for is not there.
#[hook]
pub(in crate::ui) fn use_focus(request: &FocusRequest, is_live: bool) {
    use_effect_with((request.clone(), is_live), |(request, is_live)| {
        let is_there = match &request.target {
            Focus::Stay => true,
            Focus::Heading => false,
            Focus::Id(id) => focus::focus(id),
        };
        if *is_live && !is_there {
            // Nothing more can be done where even the heading is missing.
            let _ = focus::focus(HEADING);
        }
    });
}
