//! Embed: instructions for putting this page into another one.

mod configurator;
mod controls;
mod form;

pub(super) use configurator::Configurator;
