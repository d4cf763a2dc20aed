//! A program: a classic script that starts it, the wasm, and the same wasm inside a script for where
//! fetching is refused.
//!
//! # What this module does not do
//! It changes no code: what it does to glue and wasm is in their modules ([`super::glue`],
//! [`super::wasm`]).

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{glue, only, places, write_named};
use crate::repository;

/// A program of the page, in its final form.
pub(super) struct Program {
    /// What it is called: also the beginning of its files' names.
    pub(super) name: &'static str,
    /// The name of the glue that Trunk wrote, by which the page may name it.
    pub(super) glue: String,
    /// The name of the wasm that Trunk wrote.
    pub(super) bound: String,
    /// The script that starts it.
    pub(super) boot: Script,
    /// The script that holds the wasm.
    pub(super) inlined: Script,
    /// The name of the wasm's file.
    pub(super) wasm: String,
}

/// A script, and the name of its file.
pub(super) struct Script {
    pub(super) name: String,
    pub(super) text: String,
}

impl Program {
    /// Puts the files of the program with a name into their final form; for release without a word of the
    /// building machine.
    ///
    /// # Errors
    /// Where Trunk's files are not as expected.
    pub(super) fn assemble(
        folder: &Path,
        name: &'static str,
        is_release: bool,
    ) -> anyhow::Result<Self> {
        let wasm_path = only(folder, name, BOUND)?;
        let stem = wasm_path.to_string_lossy();
        let glue_path = PathBuf::from(format!("{}.js", stem.trim_end_matches(BOUND)));
        let read =
            |path: &Path| fs::read(path).with_context(|| format!("cannot read {}", path.display()));
        let glue = String::from_utf8(read(&glue_path)?).context("the glue is text")?;
        let wasm = read(&wasm_path)?;
        let starter = String::from_utf8(read(&repository::root().join("src/browser/boot.js"))?)
            .context("boot.js is text")?;
        let script = [glue::stripped(&glue::classic(&glue)?), glue::stripped(&starter)].join("\n");
        let (script, mut wasm) = glue::shortened(&script, &format!("{name}{BOUND}"), &wasm)?;
        if is_release {
            places::forget(&mut wasm)?;
        }
        let boot = format!("{{{script}\n}}");
        let inlined = inlined(name, &wasm)?;
        for path in [&glue_path, &wasm_path] {
            fs::remove_file(path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
        let old = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let script = |what: &str, text: String| -> anyhow::Result<Script> {
            let name = write_named(folder, &format!("{name}-{what}"), "js", text.as_bytes())?;
            Ok(Script { name, text })
        };
        Ok(Self {
            name,
            glue: old(&glue_path),
            bound: old(&wasm_path),
            boot: script("boot", boot)?,
            inlined: script("inlined", inlined)?,
            wasm: write_named(folder, name, "wasm", &wasm)?,
        })
    }
}

/// How the name of the wasm ends that wasm-bindgen writes; its glue has the same beginning.
const BOUND: &str = "_bg.wasm";

/// The wasm as a script that sets it: packed, because text of bytes is a third longer than they are.
fn inlined(name: &str, wasm: &[u8]) -> anyhow::Result<String> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(wasm)?;
    Ok(format!("self[\"stackfit-{name}\"]=\"{}\";", STANDARD.encode(packer.finish()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wasm_in_a_script_is_the_same_wasm() {
        use std::io::Read as _;

        let script = inlined("app", b"\0asm and more").unwrap();
        assert!(script.starts_with("self[\"stackfit-app\"]="), "{script}");
        let text = script.split('"').nth(3).unwrap();
        let mut wasm = Vec::new();
        let packed = STANDARD.decode(text).unwrap();
        flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut wasm).unwrap();
        assert_eq!(wasm, b"\0asm and more");
    }
}
