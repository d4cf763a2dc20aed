//! Stackfit: compare and choose an open-source backend framework.
//!
//! The modules in reading order: [`domain`] decides, purely; [`text`] makes sentences, and
//! [`report`] documents of them; `authoring`
//! reads and checks the files of the catalog; `embedded` is the checked catalog; `ui` draws;
//! `browser` is the only place that talks to the browser; and `start` is where the page's programs
//! begin.

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
