//! The catalog that a build embeds.

use std::path::Path;

use anyhow::{Context, anyhow};
use stackfit::authoring::{self, Checked, Files};

use crate::repository;

/// Reads a catalog, the repository's own unless a folder is given.
///
/// # Errors
/// Where it cannot be read, or something is wrong; then everything that is.
pub(crate) fn load(folder: Option<&Path>) -> anyhow::Result<Checked> {
    let folder = folder.map_or_else(repository::catalog, Path::to_owned);
    let files = Files::load(&folder)
        .with_context(|| format!("cannot read the catalog in {}", folder.display()))?;
    authoring::check(&files).map_err(|violations| {
        let lines: Vec<_> = violations.iter().map(ToString::to_string).collect();
        anyhow!("the catalog in {} is not sound:\n{}", folder.display(), lines.join("\n"))
    })
}
