//! Stackfit: compare and choose an open-source backend framework.
//!
//! The modules in reading order: [`domain`] decides, purely; `authoring` reads and checks the files
//! of the catalog; `text` makes sentences; `ui` draws; `browser` is the only place that talks to the
//! browser.

pub mod domain;

#[cfg(feature = "authoring")]
pub mod authoring;
