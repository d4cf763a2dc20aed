//! Where the repository and its catalog are.

use std::env;
use std::path::PathBuf;

/// The repository's folder.
pub(crate) fn root() -> PathBuf {
    // Cargo sets the variable when it runs this program. Otherwise only the path at compile time is
    // known.
    let runs_this =
        env::var_os("CARGO_PKG_NAME").is_some_and(|name| name == env!("CARGO_PKG_NAME"));
    let own = env::var_os("CARGO_MANIFEST_DIR")
        .filter(|_| runs_this)
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// The folder of the catalog.
pub(crate) fn catalog() -> PathBuf {
    root().join("catalog")
}
