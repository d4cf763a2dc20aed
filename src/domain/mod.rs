//! The domain: everything that Stackfit decides, as pure functions over values.
//!
//! The domain uses no browser, no interface library, no clock, no randomness and no floats: the
//! same inputs give the same output on every target. It never reads a global catalog; each function
//! takes the catalog, or data derived from it, as a parameter, so that a generated catalog of ten
//! thousand entries is an ordinary test input.

pub mod catalog;
pub mod rounding;
pub mod sort;
pub mod state;

pub mod browse;
pub mod compare;
pub mod decide;
pub mod permalink;
pub mod query;
pub mod settings;
pub mod team;

pub mod export;
pub mod message;
