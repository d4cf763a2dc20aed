//! Announcements for screen readers.

use yew::prelude::*;

use crate::domain::state::View;
use crate::text::{self, msg};
use crate::ui::context::ViewContext;

/// How many cards are left, and what fits best; nothing if the focused heading says it.
pub(super) fn announcement(cx: &ViewContext) -> AttrValue {
    if cx.state.open.is_some() {
        return AttrValue::default();
    }
    let leaders = || text::leaders(&cx.model.catalog, &cx.model.words, &cx.ranking);
    let is_answered = !cx.state.answers.is_empty();
    match (cx.state.view, &cx.listing) {
        (View::Browse, Some(listing)) => {
            let found = cx.tn(msg::BROWSE_FOUND, listing.found.len());
            if is_answered { [&*found, ". ", &leaders()].concat().into() } else { found }
        }
        (View::Fit(_) | View::Result, _) if is_answered => leaders().into(),
        _ => AttrValue::default(),
    }
}
