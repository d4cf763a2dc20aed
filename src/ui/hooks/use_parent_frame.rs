//! The host page, if this page is framed: reports the height and what is shown to it.

use std::rc::Rc;

use yew::prelude::*;

use super::use_effect_when::{TearDown, use_effect_when};
use crate::browser::host::{self, Host};
use crate::domain::state::State;
use crate::ui::model::Model;

/// Connects to the host page once the first view is shown, until the component is destroyed. If the
/// page is not framed, nothing happens.
#[hook]
pub(in crate::ui) fn use_parent_frame(model: Model, state: &Rc<State>, is_live: bool) {
    let host = use_memo((), |()| Host::default());
    {
        let host = Rc::clone(&host);
        let connect = move || {
            host.connect(&model.settings);
            if !model.ignored.is_empty() {
                host::tell_error("param");
            }
            Some(Box::new(move || host.disconnect()) as TearDown)
        };
        use_effect_when(is_live, Box::new(connect));
    }
    use_effect_with((is_live, Rc::clone(state)), move |(is_live, state)| {
        if *is_live {
            let open = state.open.map(|id| model.catalog.alternative(id).id.as_ref());
            // The host gets no names of people.
            host.show(&model.query_of(&state.unnamed()), open.unwrap_or_default());
        }
    });
}
