//! `cargo xtask dist`: the release build.

pub(crate) mod sizes;

use std::env;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;
use sizes::Sizes;

use crate::{process, repository, tools};

/// Builds, and prints a table of the bytes.
pub(crate) fn run() -> anyhow::Result<()> {
    let built = build()?;
    process::print(&Sizes::measure(built.folder())?.to_string())
}

/// A release build in the repository's `dist`. While this value exists, no other command replaces
/// the build.
#[derive(Debug)]
pub(crate) struct Built {
    folder: PathBuf,
    _lock: File,
}

impl Built {
    /// Its folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Builds the page for release into the repository's `dist`.
pub(crate) fn build() -> anyhow::Result<Built> {
    let trunk = tools::trunk()?;
    let folder = repository::dist();
    let lock = lock(&repository::dist_lock())?;
    process::say("building the page for release");
    build_into(trunk, &folder)?;
    Ok(Built { folder, _lock: lock })
}

/// Builds the page of another catalog for release into a folder.
pub(crate) fn build_with(catalog: &Path, folder: &Path) -> anyhow::Result<()> {
    let mut trunk = tools::trunk()?;
    trunk.env("CATALOG_DIR", catalog);
    build_into(trunk, folder)
}

fn build_into(mut trunk: Command, folder: &Path) -> anyhow::Result<()> {
    // Only the flags of the repository, so that all releases are the same.
    trunk.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    trunk.env(FLAGS, without(&own_folders()));
    process::run(trunk.args(["build", "--release", "--dist"]).arg(folder))
}

/// Further flags for the page's programs, which Cargo adds to those of `.cargo/config.toml`.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The folders of this machine that a panic message may contain, each with its replacement.
fn own_folders() -> Vec<(PathBuf, &'static str)> {
    let home = |variable: &str, usual: &str| {
        let usual = || Some(PathBuf::from(env::var_os("HOME")?).join(usual));
        env::var_os(variable).map(PathBuf::from).or_else(usual)
    };
    let homes = [(home("CARGO_HOME", ".cargo"), "cargo"), (home("RUSTUP_HOME", ".rustup"), "rust")];
    let homes = homes.into_iter().filter_map(|(folder, name)| Some((folder?, name)));
    homes.chain([(repository::root(), "stackfit")]).collect()
}

/// Flags that replace folder names in a program.
fn without(folders: &[(PathBuf, &str)]) -> String {
    let mut flags = Vec::new();
    for (folder, name) in folders {
        let folder = folder.display().to_string();
        if folder.contains(char::is_whitespace) {
            // Cargo splits the flags at spaces.
            process::say(&format!("the programs may name '{folder}', because it has a space"));
        } else {
            flags.push(format!("--remap-path-prefix={folder}={name}"));
        }
    }
    flags.join(" ")
}

/// Waits until the build folder is free: Trunk clears the folder that it builds into.
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
    fn folders_of_this_machine_get_other_names() {
        let folders = [("/home/a/.cargo".into(), "cargo"), ("/home/b c".into(), "stackfit")];
        assert_eq!(without(&folders), "--remap-path-prefix=/home/a/.cargo=cargo");
        assert!(own_folders().iter().any(|(folder, _)| *folder == repository::root()));
    }

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
