//! The texts of a catalog, by path relative to its folder.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// The files of a catalog: what is text, and what could not be read as text.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<String, Option<String>>);

/// A file is there, but it is not UTF-8 text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText;

impl Files {
    /// Reads all `.toml` files of a folder and of its folders, one level deep.
    ///
    /// # Errors
    /// Where a folder cannot be listed. A file that cannot be read is left to the check to report.
    pub fn load(folder: &Path) -> io::Result<Self> {
        let mut files = Self::default();
        files.load_folder(folder, "", true)?;
        Ok(files)
    }

    fn load_folder(&mut self, folder: &Path, prefix: &str, deeper: bool) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type()?.is_dir() {
                if deeper {
                    self.load_folder(&entry.path(), &format!("{name}/"), false)?;
                }
            } else if Path::new(&name).extension().is_some_and(|ending| ending == "toml") {
                self.0.insert(format!("{prefix}{name}"), fs::read_to_string(entry.path()).ok());
            }
        }
        Ok(())
    }

    /// Adds or replaces a file.
    pub fn insert(&mut self, path: &str, text: &str) {
        self.0.insert(path.to_owned(), Some(text.to_owned()));
    }

    /// Takes a file out.
    pub fn remove(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// The text of a file; none where there is no such file.
    ///
    /// # Errors
    /// Inside, where the file is there and is not text.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Result<&str, NotText>> {
        self.0.get(path).map(|text| text.as_deref().ok_or(NotText))
    }

    /// The paths of all files in a folder, sorted.
    pub fn in_folder(&self, folder: &str) -> impl Iterator<Item = &str> {
        let prefix = format!("{folder}/");
        self.0.keys().map(String::as_str).filter(move |path| path.starts_with(&prefix))
    }
}
