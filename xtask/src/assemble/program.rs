//! The program: a classic script that starts it, the wasm, and the same wasm inside a script for where
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

use super::document::Document;
use super::{only, write_named};
use crate::repository;

/// How the name of the wasm ends that wasm-bindgen writes; its glue has the same beginning.
const BOUND: &str = "_bg.wasm";

/// What a page in one file needs of the program.
pub(super) struct Program {
    /// The script that starts it.
    pub(super) boot: String,
    /// The script that holds the wasm.
    pub(super) carried: String,
}

/// Puts the program's files into their final form, and their names into the page.
///
/// # Errors
/// Where Trunk's files are not as expected.
pub(super) fn assemble(folder: &Path, page: &mut Document) -> anyhow::Result<Program> {
    let wasm_path = only(folder, BOUND)?;
    let name = wasm_path.to_string_lossy();
    let glue_path = PathBuf::from(format!("{}.js", name.trim_end_matches(BOUND)));
    let glue = fs::read_to_string(&glue_path)
        .with_context(|| format!("cannot read {}", glue_path.display()))?;
    let wasm =
        fs::read(&wasm_path).with_context(|| format!("cannot read {}", wasm_path.display()))?;
    let source = repository::root().join("src/browser/boot.js");
    let starter =
        fs::read_to_string(&source).with_context(|| format!("cannot read {}", source.display()))?;
    let boot = format!("{{{}\n{}\n}}", stripped(&classic(&glue)?), stripped(&starter));
    let carried = carried(&wasm)?;
    for path in [&glue_path, &wasm_path] {
        fs::remove_file(path).with_context(|| format!("cannot remove {}", path.display()))?;
    }
    let old = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let boot_name = write_named(folder, "boot", "js", boot.as_bytes())?;
    page.rename(&old(&glue_path), &boot_name)?;
    page.rename(&old(&wasm_path), &write_named(folder, "app", "wasm", &wasm)?)?;
    page.rename("program.js", &write_named(folder, "program", "js", carried.as_bytes())?)?;
    Ok(Program { boot, carried })
}

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
    let mut classic = String::with_capacity(code.len());
    for line in code.lines() {
        // A default address is not needed: the starter always names one.
        classic.push_str(&line.replace("import.meta.url", "document.baseURI"));
        classic.push('\n');
    }
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
fn carried(wasm: &[u8]) -> anyhow::Result<String> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(wasm)?;
    Ok(format!("self.stackfitProgram=\"{}\";", STANDARD.encode(packer.finish()?)))
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

        let script = carried(b"\0asm and more").unwrap();
        let text = script.split('"').nth(1).unwrap();
        let mut wasm = Vec::new();
        let packed = STANDARD.decode(text).unwrap();
        flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut wasm).unwrap();
        assert_eq!(wasm, b"\0asm and more");
    }
}
