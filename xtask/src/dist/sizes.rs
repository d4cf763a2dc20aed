//! How many bytes the files of a build are, as they are and compressed with Brotli.
//!
//! # What this module does not do
//! It counts no headers and no round trips.

use core::fmt;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use anyhow::Context;
use serde::Serialize;

/// The page itself.
const PAGE: &str = "index.html";

/// The files of a build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Delivery {
    /// Each file, by path.
    pub(crate) files: Vec<Delivered>,
    /// What is needed to use the page: itself, and the styles, scripts and wasm that it leads to.
    pub(crate) needed: Bytes,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Delivered {
    /// The path in the folder, with slashes.
    pub(crate) path: String,
    /// Its bytes.
    #[serde(flatten)]
    pub(crate) bytes: Bytes,
    /// Whether the page needs it.
    pub(crate) needed: bool,
}

/// A number of bytes, in two forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Bytes {
    /// As they are.
    pub(crate) raw: usize,
    /// Compressed as well as Brotli can.
    pub(crate) brotli: usize,
}

impl Delivery {
    /// Counts the bytes of all files in a folder.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub(crate) fn measure(folder: &Path) -> anyhow::Result<Self> {
        let mut files = BTreeMap::new();
        read(folder, "", &mut files)
            .with_context(|| format!("cannot read the build in {}", folder.display()))?;
        Self::of(&files).context("Brotli failed")
    }

    fn of(files: &BTreeMap<String, Vec<u8>>) -> io::Result<Self> {
        let needed = needed(files);
        let mut delivery = Self { files: Vec::new(), needed: Bytes::default() };
        for (path, content) in files {
            let bytes = Bytes { raw: content.len(), brotli: brotli(content)? };
            let needed = needed.contains(path);
            if needed {
                delivery.needed.raw += bytes.raw;
                delivery.needed.brotli += bytes.brotli;
            }
            delivery.files.push(Delivered { path: path.clone(), bytes, needed });
        }
        Ok(delivery)
    }
}

impl fmt::Display for Delivery {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let longest = self.files.iter().map(|file| file.path.chars().count()).max();
        let width = (longest.unwrap_or(0) + 2).max("needed to use the page".len());
        writeln!(out, "{:<width$}  {:>10}  {:>10}", "file (* needed)", "bytes", "brotli")?;
        for Delivered { path, bytes, needed } in &self.files {
            let mark = if *needed { " *" } else { "" };
            let path = format!("{path}{mark}");
            writeln!(out, "{path:<width$}  {:>10}  {:>10}", bytes.raw, bytes.brotli)?;
        }
        let Bytes { raw, brotli } = self.needed;
        writeln!(out, "{:<width$}  {raw:>10}  {brotli:>10}", "needed to use the page")
    }
}

fn read(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// What the page fetches once it stands, or only where fetching the program is refused.
const LATER: [&str; 5] = [
    "data-evidence=",
    "data-explain=",
    "data-explain-wasm=",
    "data-explain-script=",
    "data-script=",
];

/// The text of a page without the attributes that name what is fetched later.
fn without_later(text: &str) -> String {
    let mut kept = text.to_owned();
    for attribute in LATER {
        while let Some(at) = kept.find(attribute) {
            let ends = |letter: char| letter.is_whitespace() || letter == '>';
            let end = kept[at..].find(ends).map_or(kept.len(), |end| at + end);
            kept.replace_range(at..end, "");
        }
    }
    kept
}

/// The page, and every style, script and wasm whose name is in the text of what is needed.
fn needed(files: &BTreeMap<String, Vec<u8>>) -> BTreeSet<String> {
    let mut needed = BTreeSet::new();
    let mut open: Vec<_> = files.keys().filter(|path| *path == PAGE).collect();
    while let Some(path) = open.pop() {
        needed.insert(path.clone());
        if ending(path) == "wasm" {
            continue;
        }
        let text = without_later(&String::from_utf8_lossy(&files[path]));
        let found = files.keys().filter(|other| {
            matches!(ending(other), "css" | "js" | "mjs" | "wasm")
                && !needed.contains(*other)
                && names(&text, other.rsplit('/').next().unwrap_or(other))
        });
        open.extend(found);
    }
    needed
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Whether a text has the name of a file, not just the end of a longer name.
fn names(text: &str, file: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    text.match_indices(file).any(|(at, _)| !text[..at].ends_with(is_part))
}

fn brotli(content: &[u8]) -> io::Result<usize> {
    // Quality 11 of 11, a window of 4 MiB: what a host that compresses beforehand delivers.
    let mut compressed = Vec::new();
    brotli::CompressorReader::new(content, 4096, 11, 22).read_to_end(&mut compressed)?;
    Ok(compressed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), text.as_bytes().to_vec());
        files.iter().map(owned).collect()
    }

    #[test]
    fn what_the_page_leads_to_is_needed_and_nothing_else() {
        let files = files(&[
            ("index.html", "<link href=./app-1.css><script>import init from './app-1.js'</script>"),
            ("app-1.css", "body{}"),
            ("app-1.js", "import './snippets/x/inline0.js'; fetch('app-1_bg.wasm')"),
            ("app-1_bg.wasm", "other.js"),
            ("snippets/x/inline0.js", "//"),
            ("other.js", "//"),
            ("1.js", "//"),
            ("standalone.html", "<script src=other.js></script>"),
        ]);
        let needed: Vec<_> = needed(&files).into_iter().collect();
        let expected =
            ["app-1.css", "app-1.js", "app-1_bg.wasm", "index.html", "snippets/x/inline0.js"];
        assert_eq!(needed, expected);
    }

    #[test]
    fn what_is_fetched_later_is_not_needed() {
        let files = files(&[
            (
                "index.html",
                "<script src=./boot-1.js data-script=\"./program-1.js\" data-wasm=./app-1.wasm>\
                 </script><div id=app data-evidence=./evidence-1.js>",
            ),
            ("boot-1.js", "fetch(address)"),
            ("app-1.wasm", ""),
            ("program-1.js", ""),
            ("evidence-1.js", ""),
        ]);
        let needed: Vec<_> = needed(&files).into_iter().collect();
        assert_eq!(needed, ["app-1.wasm", "boot-1.js", "index.html"]);
    }

    #[test]
    fn bytes_add_up_over_what_is_needed() {
        let text = "a".repeat(10_000);
        let files = files(&[("index.html", "app.js"), ("app.js", &text), ("more.js", &text)]);
        let delivery = Delivery::of(&files).unwrap();
        assert_eq!(delivery.needed.raw, 10_006);
        assert!((10..100).contains(&delivery.needed.brotli), "{}", delivery.needed.brotli);
        let printed = delivery.to_string();
        assert!(printed.contains("app.js *") && !printed.contains("more.js *"), "{printed}");
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let error = Delivery::measure(Path::new("/no/such/dist")).unwrap_err().to_string();
        assert!(error.contains("/no/such/dist"), "{error}");
    }
}
