//! The address bar follows the state, and the state follows the address when the reader goes back or
//! forward.

use std::rc::Rc;

use yew::prelude::*;

use super::use_listener::use_listener;
use crate::browser::location::{self, Writer};
use crate::browser::page;
use crate::domain::state::State;
use crate::text::msg;
use crate::ui::ids::HEADING;
use crate::ui::model::Model;
use crate::ui::store::{ChangeOrigin, Store, UiAction};

/// Keeps the address and the store in sync, once the first view is shown.
#[hook]
pub(in crate::ui) fn use_address(
    model: Model,
    store: &Store,
    dispatch: &Callback<UiAction>,
    opened_with: &str,
    is_live: bool,
) {
    let writer = use_memo((), |()| Writer::of(opened_with));
    {
        let (writer, dispatch) = (Rc::clone(&writer), dispatch.clone());
        let leaving = Rc::clone(&writer);
        let listen = move || {
            let on_query = move |query: String| {
                // Typed text belongs to the history entry that the reader has left.
                if writer.follow(&query) {
                    dispatch.emit(UiAction::Address(Box::new(model.link(&query))));
                }
            };
            location::listen(on_query, move || leaving.flush())
        };
        use_listener(is_live, Box::new(listen));
    }
    use_effect_with(
        (is_live, Rc::clone(&store.state), store.origin),
        move |(is_live, state, origin)| {
            if *is_live {
                match origin {
                    ChangeOrigin::Start | ChangeOrigin::Address => {}
                    ChangeOrigin::Step => writer.push(&model.query_of(state)),
                    ChangeOrigin::Choice => writer.replace(&model.query_of(state)),
                    ChangeOrigin::Typing => writer.replace_soon(&model.query_of(state)),
                }
                writer.name(title(model, state), model.canonical(state));
            }
        },
    );
}

/// The title of the page for what is shown: the heading of the view, or the subject of the catalog for
/// the cards.
fn title(model: Model, state: &State) -> String {
    let heading = if state.is_browsing() { None } else { page::text_of(HEADING) };
    let title = heading.as_deref().unwrap_or(&model.catalog.subject.title);
    model.words.with(msg::EMBED_FRAME_TITLE, &[("title", title)])
}
