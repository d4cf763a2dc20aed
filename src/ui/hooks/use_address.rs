//! The address bar follows the state, and the state follows the address when the reader goes back or
//! forward.

use std::rc::Rc;

use yew::prelude::*;

use super::use_listener::use_listener;
use crate::browser::location::{self, Writer};
use crate::domain::permalink;
use crate::ui::model::Model;
use crate::ui::store::{ChangeOrigin, Store, UiAction};

/// Keeps the address and the store in sync, once the first view is shown.
#[hook]
pub(in crate::ui) fn use_address(
    model: Model,
    store: &Store,
    dispatch: &Callback<UiAction>,
    is_live: bool,
) {
    let writer = use_memo((), |()| Writer::default());
    {
        let (writer, dispatch) = (Rc::clone(&writer), dispatch.clone());
        let leaving = Rc::clone(&writer);
        let listen = move || {
            let on_query = move |query: String| {
                // Typed text belongs to the history entry that the reader has left.
                writer.forget();
                let state = permalink::decode(&model.catalog, &query).state;
                dispatch.emit(UiAction::Address(Box::new(state)));
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
                    ChangeOrigin::Choice => writer.push(&model.query_of(state)),
                    ChangeOrigin::Typing => writer.replace_soon(&model.query_of(state)),
                }
            }
        },
    );
}
