//! What several tests share: generated catalogs, strategies for properties, and naive references.
//!
//! # What this module does not do
//! It asserts nothing by itself; each test states its own promise.

pub(crate) mod catalogs;
pub(crate) mod otherwise;
pub(crate) mod races;
pub(crate) mod reference;
pub(crate) mod rng;
pub(crate) mod strategies;
pub(crate) mod vocabulary;
