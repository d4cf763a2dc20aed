//! The context of a view: the page's context, and data computed once for all views.

use core::ops::Deref;
use std::rc::Rc;

use yew::{AttrValue, Callback, Event, MouseEvent};

use super::hooks::{KeptAnswers, LoadState, RenderQueue, SearchDraft};
use super::model::Model;
use super::store::{Focus, ScreenState, UiAction};
use crate::domain::browse::Listing;
use crate::domain::catalog::Date;
use crate::domain::decide::{Offers, Ranking};
use crate::domain::state::{Action, State};
use crate::text::Message;

/// What links and controls need: the catalog, the current state, and the dispatcher.
///
/// A component that depends on the whole state has this as a prop.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PageContext {
    /// The catalog and the data derived from it.
    pub model: Model,
    /// The state.
    pub state: Rc<State>,
    /// Receives every action.
    pub dispatch: Callback<UiAction>,
}

/// The data from which a view is drawn. It derefs to its [`PageContext`].
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ViewContext {
    /// The part that links and controls need.
    pub page: PageContext,
    /// The ranking for the state's answers.
    pub ranking: Rc<Ranking>,
    /// What the questions have to offer for the state's answers.
    pub offers: Rc<Offers>,
    /// The cards found; only if the list of cards is shown.
    pub listing: Option<Rc<Listing>>,
    /// State of this screen that no link carries.
    pub screen: Rc<ScreenState>,
    /// Whether notes, sources and drawbacks have loaded.
    pub evidence: LoadState,
    /// Whether the program that explains results has started.
    pub explain: LoadState,
    /// Whether answers are kept in this browser.
    pub kept: KeptAnswers,
    /// Typed text that has not been searched for yet.
    pub draft: SearchDraft,
    /// The queue of parts that still wait to be drawn.
    pub queue: RenderQueue,
    /// Whether the page is in the frame of another one, which is as high as its content.
    pub is_framed: bool,
    /// The date of the catalog that the link was made with, if it differs, while the answers are still
    /// those of the link.
    pub made_with: Option<Date>,
    /// Whether the page is being printed.
    pub is_printing: bool,
    /// Whether everything found is drawn, and not only the first part: for printing, and in the
    /// static page.
    pub draws_all: bool,
}

impl Deref for ViewContext {
    type Target = PageContext;

    fn deref(&self) -> &PageContext {
        &self.page
    }
}

impl PageContext {
    /// A text.
    #[must_use]
    pub(super) fn t(&self, message: Message) -> AttrValue {
        self.model.t(message)
    }

    /// A text with placeholders.
    #[must_use]
    pub(super) fn tf(&self, message: Message, values: &[(&str, &str)]) -> AttrValue {
        self.model.tf(message, values)
    }

    /// A text with a number.
    #[must_use]
    pub(super) fn tn(&self, message: Message, n: usize) -> AttrValue {
        self.model.tn(message, n)
    }

    /// A callback that dispatches an action when a field changes.
    pub(super) fn on(&self, action: Action) -> Callback<Event> {
        on(&self.dispatch, action)
    }

    /// A callback that dispatches an action on click and then moves the focus.
    pub(super) fn on_focus(&self, action: Action, focus: Focus) -> Callback<MouseEvent> {
        on_click(&self.dispatch, UiAction::Do(action, focus))
    }

    /// A callback that dispatches the action for an event, if there is one.
    pub(super) fn on_event<E: 'static>(
        &self,
        action: impl Fn(E) -> Option<(Action, Focus)> + 'static,
    ) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event| {
            if let Some((action, focus)) = action(event) {
                dispatch.emit(UiAction::Do(action, focus));
            }
        })
    }

    /// The address of the state after an action.
    #[must_use]
    pub(super) fn href(&self, action: Action) -> AttrValue {
        let next = self.state.apply(&self.model.catalog, action);
        self.model.href(next.as_ref().unwrap_or(&self.state))
    }
}

/// A callback that dispatches an action when a field changes.
pub(super) fn on(dispatch: &Callback<UiAction>, action: Action) -> Callback<Event> {
    dispatch.reform(move |_| UiAction::Do(action.clone(), Focus::Stay))
}

/// A callback that dispatches an action on click.
///
/// It calls `preventDefault`, because `<details>` and checkboxes are controlled by the store.
pub(super) fn on_click(dispatch: &Callback<UiAction>, action: UiAction) -> Callback<MouseEvent> {
    dispatch.reform(move |click: MouseEvent| {
        click.prevent_default();
        action.clone()
    })
}
