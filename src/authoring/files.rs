//! The texts of a catalog, by path relative to its folder.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// The files of a catalog: the texts, and which files are not text.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<String, Option<String>>);

/// The file exists, but is not UTF-8 text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText;

impl Files {
    /// Reads all `.toml` files of a folder and of its folders, one level deep.
    ///
    /// # Errors
    /// If a folder cannot be listed. The check reports files that cannot be read.
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

    /// Removes a file.
    pub fn remove(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// The text of a file; none if there is no such file.
    ///
    /// # Errors
    /// Inside, if the file exists and is not text.
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
