//! Embed: how to put this page into another one.

mod configurator;
mod controls;
mod form;

pub(super) use configurator::Configurator;
