//! Embed: how to put this page into another one.

mod controls;
mod form;
mod room;

pub(super) use form::Form;
pub(super) use room::view;
