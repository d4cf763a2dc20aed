//! Where the repository and its catalog are.

use std::env;
use std::path::PathBuf;

/// The repository's folder.
pub(crate) fn root() -> PathBuf {
    // Cargo says where the sources are now. An installed program has only the path from the time of
    // compiling.
    let own = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// The folder of the catalog.
pub(crate) fn catalog() -> PathBuf {
    root().join("catalog")
}
