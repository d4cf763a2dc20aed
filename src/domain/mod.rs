//! The domain: everything that Stackfit decides, as pure functions over values.
//!
//! # What this module does not do
//! It names no browser, no interface library, no clock, no randomness and no float: the same inputs
//! give the same output on every target.
//! It never reads a global catalog either; each function takes the catalog, or what was made of it,
//! as a value, so that a generated one of ten thousand entries is an ordinary test input.

pub mod catalog;
pub mod sort;
pub mod state;

pub mod browse;
pub mod compare;
pub mod decide;
pub mod permalink;
pub mod query;
pub mod settings;

pub mod export;
pub mod message;
