//! The recommendation on generated catalogs, part by part, to be timed natively and in WebAssembly.
//!
//! In reading order: [`scene`] is a catalog with answers, [`part`] lists what is timed, `exports`
//! offers the same to a page, and [`generate`] makes the catalogs.
//!
//! The crate measures no times itself, because WebAssembly has no clock; its callers do.

pub mod generate;
pub mod part;
pub mod scene;

#[cfg(target_arch = "wasm32")]
mod exports;

pub use part::Part;
pub use scene::{Scene, Stage};
