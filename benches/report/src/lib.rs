//! What is measured, as tables and beside its limits. `cargo xtask bench` measures and prints it.
//!
//! In reading order: [`show`] formats figures; `limits` are the limits of the page's times; [`page`]
//! prints the page's figures and finds what is over its limits, with the tables of `tables`.

mod limits;
pub mod page;
pub mod show;
mod tables;
