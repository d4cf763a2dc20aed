//! What the tests share.
//!
//! The modules in reading order: `catalogs` reads the catalogs of the repository from their files;
//! [`generated`] makes catalogs of any size, with [`rng`]; `strategies` and `open_instances` are inputs
//! of properties; `reference` computes the same answers as the domain in the plainest way; `markup`
//! reads a rendered page as a browser and assistive technology read it, and `soundness` is what holds
//! for any page; `search_words` is what developers type into the search; [`json`] writes messages; and [`fingerprint`] is one number over many recommendations.
//!
//! Nothing here makes a promise of its own: each test states what it holds.

#![expect(clippy::missing_panics_doc, reason = "what fails in a test panics")]
#![allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "a test that drops what it asked for promises nothing, and is seen at once"
)]

#[cfg(not(target_arch = "wasm32"))]
pub mod catalogs;
pub mod fingerprint;
pub mod generated;
pub mod json;
#[cfg(not(target_arch = "wasm32"))]
pub mod markup;
#[cfg(not(target_arch = "wasm32"))]
pub mod open_instances;
#[cfg(not(target_arch = "wasm32"))]
pub mod reference;
pub mod rng;
#[cfg(not(target_arch = "wasm32"))]
pub mod search_words;
#[cfg(not(target_arch = "wasm32"))]
pub mod soundness;
#[cfg(not(target_arch = "wasm32"))]
pub mod strategies;
