//! `cargo xtask dist`: the release build.
//!
//! # What this module does not do
//! It holds nothing to a budget; `bench` does.

pub(crate) mod sizes;

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::Context;
use sizes::Delivery;

use crate::{process, repository, tools};

/// Builds, and prints the bytes of each file.
///
/// # Errors
/// Where the build fails or its files cannot be read.
pub(crate) fn run() -> anyhow::Result<()> {
    let built = build()?;
    process::print(&Delivery::measure(built.folder())?.to_string())
}

/// A release build in the repository's `dist`. As long as it is held, no other of these commands
/// replaces it.
#[derive(Debug)]
pub(crate) struct Built {
    folder: PathBuf,
    _lock: File,
}

impl Built {
    /// The folder that it is in.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Builds the page for release, into the repository's `dist`.
///
/// # Errors
/// Where the tools cannot be had or the build fails.
pub(crate) fn build() -> anyhow::Result<Built> {
    let mut trunk = tools::trunk()?;
    let folder = repository::dist();
    let lock = lock(&repository::dist_lock())?;
    process::say("building the page for release");
    process::run(trunk.args(["build", "--release", "--dist"]).arg(&folder))?;
    Ok(Built { folder, _lock: lock })
}

/// Waits for its turn to build and to use what was built: Trunk clears the folder that it builds into.
fn lock(path: &Path) -> anyhow::Result<File> {
    let open = || {
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        File::create(path)
    };
    let file = open().with_context(|| format!("cannot write {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => {
            process::say("waiting for another command that uses dist/");
            file.lock()
        }
        Err(TryLockError::Error(error)) => Err(error),
    }
    .with_context(|| format!("cannot lock {}", path.display()))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    #[test]
    fn two_commands_do_not_use_the_build_at_the_same_time() {
        let path = env::temp_dir().join(format!("stackfit-lock-{}", process::id()));
        let first = lock(&path).unwrap();
        let second = File::create(&path).unwrap();
        assert!(matches!(second.try_lock(), Err(TryLockError::WouldBlock)));
        drop(first);
        second.try_lock().unwrap();
        fs::remove_file(path).unwrap();
    }
}
