//! Stackfit: compare and choose an open-source backend framework.
//!
//! The modules in reading order: [`domain`] decides, in pure functions; [`text`] writes sentences,
//! and [`report`] builds documents from them; `authoring` reads and checks the files of the
//! catalog; `embedded` is the checked catalog; `ui` is the interface; `browser` is the only module
//! that calls the browser; and `start` is the entry point of the page's programs.

pub mod domain;
pub mod report;
pub mod text;

#[cfg(feature = "authoring")]
pub mod authoring;
#[cfg(feature = "embedded")]
pub mod embedded;

#[cfg(feature = "ui")]
pub mod browser;
#[cfg(feature = "csr")]
pub mod start;
#[cfg(feature = "ui")]
pub mod ui;
