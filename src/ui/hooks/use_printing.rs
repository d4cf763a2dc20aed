//! Printing: everything is drawn, including what the screen shows only on request.

use yew::prelude::*;

use super::use_listener::use_listener;
use crate::browser::page;

/// Whether the page is being printed.
#[hook]
pub(in crate::ui) fn use_printing() -> bool {
    let is_printing = use_state(|| false);
    {
        let is_printing = is_printing.setter();
        use_listener(true, Box::new(|| page::on_print(move |now| is_printing.set(now))));
    }
    *is_printing
}
