//! A program: a classic script that starts it, the wasm, and the same wasm inside a script for where
//! fetching is refused.
//!
//! # What this module does not do
//! It understands no JavaScript: it takes out the two things of wasm-bindgen's glue that only a module
//! may have, and fails where they are not there or something else of a module is.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{only, write_named};
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
    pub(super) held: Script,
    /// The name of the wasm's file.
    pub(super) wasm: String,
}

/// A script, and the name of its file.
pub(super) struct Script {
    pub(super) name: String,
    pub(super) text: String,
}

impl Program {
    /// Puts the files of the program with a name into their final form.
    ///
    /// # Errors
    /// Where Trunk's files are not as expected.
    pub(super) fn assemble(folder: &Path, name: &'static str) -> anyhow::Result<Self> {
        let wasm_path = only(folder, name, BOUND)?;
        let stem = wasm_path.to_string_lossy();
        let glue_path = PathBuf::from(format!("{}.js", stem.trim_end_matches(BOUND)));
        let read =
            |path: &Path| fs::read(path).with_context(|| format!("cannot read {}", path.display()));
        let glue = String::from_utf8(read(&glue_path)?).context("the glue is text")?;
        let wasm = read(&wasm_path)?;
        let starter = String::from_utf8(read(&repository::root().join("src/browser/boot.js"))?)
            .context("boot.js is text")?;
        let boot = format!("{{{}\n{}\n}}", stripped(&classic(&glue)?), stripped(&starter));
        let held = held(name, &wasm)?;
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
            held: script("held", held)?,
            wasm: write_named(folder, name, "wasm", &wasm)?,
        })
    }
}

/// How the name of the wasm ends that wasm-bindgen writes; its glue has the same beginning.
const BOUND: &str = "_bg.wasm";

/// wasm-bindgen's glue for a module, as a classic script.
fn classic(glue: &str) -> anyhow::Result<String> {
    let (code, exports) = glue
        .rsplit_once("export {")
        .context("the glue does not end with its exports; is it that of another wasm-bindgen?")?;
    ensure!(
        exports.trim_end().ends_with("};"),
        "the glue goes on after its exports: {}",
        exports.chars().take(80).collect::<String>()
    );
    // A default address is not needed: the starter always names one.
    let classic = code.replace("import.meta.url", "document.baseURI");
    for sign in ["import.meta", "\nimport ", "\nexport "] {
        if classic.contains(sign) {
            bail!("the glue has something that only a module may have: {}", sign.trim());
        }
    }
    Ok(classic)
}

/// A script without lines that are all comment, without indentation and empty lines. Made for the
/// glue of wasm-bindgen and the starter, which have no text that spans lines.
fn stripped(script: &str) -> String {
    let is_comment =
        |line: &str| ["/**", "* ", "*/", "//"].iter().any(|sign| line.starts_with(sign));
    let lines = script.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && *line != "*" && !is_comment(line));
    kept.collect::<Vec<_>>().join("\n")
}

/// The wasm as a script that sets it: packed, because text of bytes is a third longer than they are.
fn held(name: &str, wasm: &[u8]) -> anyhow::Result<String> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(wasm)?;
    Ok(format!("self[\"stackfit-{name}\"]=\"{}\";", STANDARD.encode(packer.finish()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_a_module_may_have_is_taken_out_or_told() {
        let glue = "let wasm;\nfunction f() {\nreturn new URL('app_bg.wasm', import.meta.url);\n}\n\
            export { initSync, f as default };\n";
        let script = classic(glue).unwrap();
        assert!(script.contains("new URL('app_bg.wasm', document.baseURI)"), "{script}");
        assert!(!script.contains("export"), "{script}");
        for broken in ["let a;", "export { a };\nlet b;", "a\nimport b from 'c';\nexport { a };"] {
            assert!(classic(broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn comments_and_indentation_go_and_code_stays() {
        let script =
            "/**\n * What\n *\n */\nfunction f(a) {\n    // why\n\n    return a * 2; // kept\n}\n";
        assert_eq!(stripped(script), "function f(a) {\nreturn a * 2; // kept\n}");
    }

    #[test]
    fn the_wasm_in_a_script_is_the_same_wasm() {
        use std::io::Read as _;

        let script = held("app", b"\0asm and more").unwrap();
        assert!(script.starts_with("self[\"stackfit-app\"]="), "{script}");
        let text = script.split('"').nth(3).unwrap();
        let mut wasm = Vec::new();
        let packed = STANDARD.decode(text).unwrap();
        flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut wasm).unwrap();
        assert_eq!(wasm, b"\0asm and more");
    }
}
