//! Typing stays responsive: a keystroke is painted first, and the search runs one frame later.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::use_effect_when::{TearDown, use_effect_when};
use crate::browser::clock::{self, Timer};
use crate::browser::place;
use crate::ui::store::{Focus, UiAction};

/// The delay before the search, in milliseconds: about one frame. Drawing the list takes longer
/// than a frame on a slow phone, and a reader who types looks at the letters first.
const FRAME: u32 = 17;

/// Typed text that has not been searched for yet. All clones share one draft.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct SearchDraft(Rc<RefCell<Option<(String, Timer)>>>);

impl PartialEq for SearchDraft {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl SearchDraft {
    /// The content of the search field: the draft, or else the text of the state.
    pub(in crate::ui) fn text_or(&self, searched: &AttrValue) -> AttrValue {
        let draft = self.0.borrow();
        draft.as_ref().map_or_else(|| searched.clone(), |(text, _)| text.clone().into())
    }

    /// Searches for the draft, if there is one.
    fn flush(&self, dispatch: &Callback<UiAction>) {
        let draft = self.0.take();
        if let Some((text, _)) = draft {
            dispatch.emit(UiAction::Type(text));
        }
    }

    /// Stores the content of the field as the draft, and schedules a search.
    fn write(&self, text: String, dispatch: &Callback<UiAction>) {
        let waiting = self.0.take().map(|(_, timer)| timer);
        let timer = waiting.unwrap_or_else(|| {
            let (draft, dispatch) = (self.clone(), dispatch.clone());
            clock::later(FRAME, Box::new(move || draft.flush(&dispatch)))
        });
        *self.0.borrow_mut() = Some((text, timer));
    }
}

/// Wraps a dispatcher: keystrokes wait for a frame and are searched for together. Any other action
/// flushes the pending search before it runs, so that no text is lost. Before one that may lead
/// elsewhere, the reader's place is noted.
#[hook]
pub(in crate::ui) fn use_deferred_search(
    dispatch: Callback<UiAction>,
) -> (Callback<UiAction>, SearchDraft) {
    let draft = SearchDraft(use_mut_ref(|| None));
    {
        let draft = draft.clone();
        let forget: TearDown = Box::new(move || drop(draft.0.take()));
        use_effect_when(true, Box::new(|| Some(forget)));
    }
    let wrapped = {
        let draft = draft.clone();
        use_callback(dispatch, move |action: UiAction, dispatch| {
            if let UiAction::Type(text) = action {
                return draft.write(text, dispatch);
            }
            draft.flush(dispatch);
            if matches!(
                action,
                UiAction::Do(_, Focus::Heading | Focus::Return(_)) | UiAction::Address(_)
            ) {
                place::leave();
            }
            dispatch.emit(action);
        })
    };
    (wrapped, draft)
}
