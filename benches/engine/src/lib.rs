//! The recommendation on generated catalogs, part by part, to be timed natively and in WebAssembly.
//!
//! In reading order: [`scene`] a catalog with answers, [`part`] what is done with it, `exports` the
//! same for a page, [`generate`] the catalogs.
//!
//! The crate measures no times itself, because WebAssembly has no clock; its callers do.

pub mod generate;
pub mod part;
pub mod scene;

#[cfg(target_arch = "wasm32")]
mod exports;

pub use part::Part;
pub use scene::{Scene, Stage};
