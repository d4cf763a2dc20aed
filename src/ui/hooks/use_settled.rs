//! A query that is typed into, once the reader pauses.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::clock;

/// The pause after the last key press, in milliseconds.
const PAUSE: u32 = 300;

/// The query `now`: at once if `core` is another one, which is all of it but for the text that is being
/// typed, and else after a pause.
#[hook]
pub(in crate::ui) fn use_settled(now: AttrValue, core: AttrValue) -> AttrValue {
    let settled = use_mut_ref(|| (AttrValue::default(), AttrValue::default()));
    if settled.borrow().1 != core {
        *settled.borrow_mut() = (now.clone(), core);
    }
    let redraw = use_force_update();
    let waiting = Rc::clone(&settled);
    use_effect_with(now, move |now| {
        let now = now.clone();
        let is_settled = waiting.borrow().0 == now;
        let timer = (!is_settled).then(|| {
            let settle = move || {
                waiting.borrow_mut().0 = now;
                redraw.force_update();
            };
            clock::later(PAUSE, Box::new(settle))
        });
        move || drop(timer)
    });
    settled.borrow().0.clone()
}
