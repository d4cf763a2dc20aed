//! The real cards as markup, from the same components, rendered natively.
//!
//! # What this module does not do
//! It renders nothing itself: the program `prerender` does, which is compiled with the interface.

use anyhow::Context;

use crate::process;

/// The content of the mount point.
///
/// # Errors
/// Where the program cannot be built or run.
pub(super) fn content() -> anyhow::Result<String> {
    let arguments = ["run", "--quiet", "--features", "prerender", "--bin", "prerender"];
    process::output(&mut process::cargo(arguments)).context(
        "the cards could not be rendered: `cargo run --features prerender --bin prerender`",
    )
}
