//! Where things are in the repository, whether or not they are there.

use std::env;
use std::path::PathBuf;

use anyhow::Context;
use serde_json::Value;

use crate::process;

/// The repository's folder.
pub(crate) fn root() -> PathBuf {
    // Cargo says where the sources are now; the path from the time of compiling is for running the
    // program by itself, and is wrong once the folder has moved.
    let own = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// The folder that Cargo compiles into.
///
/// # Errors
/// Where Cargo does not say.
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

/// The folder of the build that is being worked on. Not `dist`, so that serving does not replace a
/// release build that is being tested or measured.
pub(crate) fn served() -> PathBuf {
    root().join("target").join("serve")
}

/// The file that says what the tests in an engine have left out.
pub(crate) fn left_out(engine: &str) -> PathBuf {
    root().join("target").join(format!("left-out-{engine}.txt"))
}

/// The folder of the catalog.
pub(crate) fn catalog() -> PathBuf {
    root().join("catalog")
}
