//! The host page, if this page is framed: reports the height and what is shown to it.

use std::rc::Rc;

use yew::prelude::*;

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
        use_effect_with(is_live, move |is_live| {
            if *is_live {
                host.connect(&model.settings);
                if !model.ignored.is_empty() {
                    host::tell_error("param");
                }
            }
            move || host.disconnect()
        });
    }
    use_effect_with((is_live, Rc::clone(state)), move |(is_live, state)| {
        if *is_live {
            let open = state.open.map(|id| model.catalog.alternative(id).id.as_ref());
            host.show(&model.query_of(state), open.unwrap_or_default());
        }
    });
}
