//! Announcements for screen readers.

use yew::prelude::*;

use crate::domain::state::View;
use crate::text::{self, msg};
use crate::ui::context::ViewContext;

/// How many cards are left, or what fits best; nothing if the focused heading says it.
pub(super) fn announcement(cx: &ViewContext) -> AttrValue {
    if cx.state.open.is_some() {
        return AttrValue::default();
    }
    match (cx.state.view, &cx.listing) {
        (View::Browse, Some(listing)) => cx.tn(msg::BROWSE_FOUND, listing.found.len()),
        (View::Fit(_) | View::Result, _) if !cx.state.answers.is_empty() => {
            text::leaders(&cx.model.catalog, &cx.model.words, &cx.ranking).into()
        }
        _ => AttrValue::default(),
    }
}
