//! Paths of the repository, whether or not they exist.

use std::env;
use std::path::PathBuf;

use anyhow::Context;
use serde_json::Value;

use crate::process;

/// The repository's folder.
pub(crate) fn root() -> PathBuf {
    // Cargo sets the variable when it runs this program. The path at compile time is for running
    // the program directly, and is wrong once the folder has moved.
    let own = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// Cargo's target folder.
pub(crate) fn target() -> anyhow::Result<PathBuf> {
    let metadata =
        process::output(&mut process::cargo(["metadata", "--no-deps", "--format-version=1"]))
            .context("cargo metadata did not succeed")?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    Ok(metadata["target_directory"].as_str().context("there is no target directory")?.into())
}

/// The folder of the release build.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Whether nothing has been compiled for the page so far.
pub(crate) fn is_first_build() -> bool {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    !target.join(crate::tools::WASM_TARGET).is_dir()
}

/// The file that is locked while the release build is made and used.
pub(crate) fn dist_lock() -> PathBuf {
    root().join("target").join("dist.lock")
}

/// The folder of the development build. It is not `dist`, so that serving does not replace a
/// release build that is being tested or measured.
pub(crate) fn served() -> PathBuf {
    root().join("target").join("serve")
}

/// The file that lists what the tests of an engine skipped.
pub(crate) fn left_out(engine: &str) -> PathBuf {
    root().join("target").join(format!("left-out-{engine}.txt"))
}

/// The folder for pictures of the page that are not committed.
pub(crate) fn shots() -> PathBuf {
    root().join("target").join("shots")
}

/// The folder of the documentation.
pub(crate) fn docs() -> PathBuf {
    root().join("docs")
}

/// The folder of the catalog.
pub(crate) fn catalog() -> PathBuf {
    root().join("catalog")
}
