//! Copying a text that stands in a field.
//!
//! # What this module does not do
//! A refusal is no end: the field is selected then, to be copied by hand.

use yew::prelude::*;

use crate::browser::clipboard;
use crate::text::Message;
use crate::ui::model::Cx;
use crate::ui::store::Change;

/// A callback that copies a text, which stands in the field with an id.
pub(in crate::ui) fn on_click(cx: &Cx, text: &str, field: &'static str) -> Callback<MouseEvent> {
    let (text, change) = (text.to_owned(), cx.change.clone());
    Callback::from(move |_| {
        let (copied, change) = (text.clone(), change.clone());
        clipboard::copy(&text, move |is_copied| {
            if !is_copied {
                clipboard::select(field);
            }
            change.emit(Change::Copied(copied.clone(), is_copied));
        });
    })
}

/// What came of copying a text: one of two messages, or nothing where it was not copied.
pub(in crate::ui) fn copy_status(
    cx: &Cx,
    text: &str,
    done: Message,
    refused: Message,
) -> AttrValue {
    match &cx.local.copied {
        Some((copied, is_copied)) if copied == text => {
            cx.t(if *is_copied { done } else { refused })
        }
        _ => AttrValue::default(),
    }
}
