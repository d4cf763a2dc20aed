//! The texts of a catalog, by path relative to its folder.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// The files of a catalog: the texts, and why others could not be read.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<String, Result<String, Unreadable>>);

/// A file exists, but its text is not available.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not text in UTF-8; the message says what it is instead.
    NotText(String),
    /// The operating system refused; the message is its own.
    Refused(String),
    /// It is something else than a file whose name ends with `.toml`; the message says what.
    OtherKind(&'static str),
}

impl Files {
    /// Reads the files of a folder and of its folders, one level deep. Hidden files, and those that
    /// editors and systems leave beside others, are passed over.
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
            if is_passed_over(&name) {
                continue;
            }
            let path = entry.path();
            // A link counts as what it leads to.
            if path.is_dir() {
                if deeper {
                    self.load_folder(&path, &format!("{name}/"), false)?;
                } else {
                    self.0.insert(format!("{prefix}{name}"), Err(Unreadable::OtherKind(A_FOLDER)));
                }
            } else {
                let bytes = fs::read(&path).map_err(|why| Unreadable::Refused(why.to_string()));
                self.put(format!("{prefix}{name}"), bytes.and_then(text));
            }
        }
        Ok(())
    }

    /// Adds or replaces a file.
    pub fn insert(&mut self, path: &str, text: &str) {
        self.put(path.to_owned(), Ok(text.to_owned()));
    }

    fn put(&mut self, path: String, text: Result<String, Unreadable>) {
        let is_toml = Path::new(&path).extension().is_some_and(|ending| ending == "toml");
        let text = if is_toml { text } else { Err(Unreadable::OtherKind(OTHER_NAME)) };
        self.0.insert(path, text);
    }

    /// Removes a file.
    pub fn remove(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// The text of a file; none if there is no such file.
    ///
    /// # Errors
    /// Inside, if the file exists and has no text to read.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Result<&str, &Unreadable>> {
        self.0.get(path).map(|text| text.as_deref())
    }

    /// The paths of everything in a folder that is not passed over, sorted.
    pub fn in_folder(&self, folder: &str) -> impl Iterator<Item = &str> {
        let prefix = format!("{folder}/");
        self.0.keys().map(String::as_str).filter(move |path| path.starts_with(&prefix))
    }
}

const A_FOLDER: &str = "is a folder; every entry is a file";
const OTHER_NAME: &str = "does not end with '.toml' in lower case, as the file of an entry does";

/// Whether a file is nobody's mistake: it is hidden, or an editor or a system put it there.
fn is_passed_over(name: &str) -> bool {
    let ending = Path::new(name).extension().unwrap_or_default();
    name.starts_with('.')
        || name.ends_with('~')
        || name.starts_with('#') && name.ends_with('#')
        || ["bak", "orig", "rej", "swo", "swp", "tmp"].iter().any(|known| ending == *known)
        || ["Thumbs.db", "desktop.ini", "README.md"].contains(&name)
}

/// The text of a file, with line ends as Unix has them, and without a byte order mark: editors and
/// checkouts on other systems add them.
fn text(bytes: Vec<u8>) -> Result<String, Unreadable> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let message = "is UTF-16 text; save it as UTF-8";
        return Err(Unreadable::NotText(message.to_owned()));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let before = &error.as_bytes()[..at];
        let line = before.split(|byte| *byte == b'\n').count();
        let byte = error.as_bytes()[at];
        Unreadable::NotText(format!("is not UTF-8 text: line {line} has the byte 0x{byte:02x}"))
    })?;
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))
}
