//! A program of the page: the script of wasm-bindgen, the wasm, and the same wasm packed in a
//! script for frames that may not fetch. `src/browser/boot.js` starts it.
//!
//! Trunk compiles and binds the page's program, and [`bind`] the second one, which explains
//! results: wasm-bindgen's classic scripts declare one name each, and Trunk cannot give them
//! different ones. The bytes stay as wasm-bindgen wrote them. Only the files are renamed, because
//! Trunk's names do not change with every change of the bytes.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::Context;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{only, write_named};
use crate::tools::{self, WASM_TARGET};
use crate::{process, repository};

/// A program of the page, in its final form.
pub(super) struct Program {
    /// Its name, which is also the prefix of its files' names.
    pub(super) name: &'static str,
    /// The script of wasm-bindgen.
    pub(super) glue: Script,
    /// The script that contains the wasm.
    pub(super) inlined: Script,
    /// The name of the wasm file.
    pub(super) wasm: String,
}

/// A script, and its file name.
pub(super) struct Script {
    pub(super) name: String,
    pub(super) text: String,
}

/// The suffix of the wasm file of wasm-bindgen; its script has the same prefix.
const BOUND: &str = "_bg.wasm";

impl Program {
    /// Renames the files of a bound program by their hashes, and adds the script that contains the
    /// wasm.
    pub(super) fn named(folder: &Path, name: &'static str) -> anyhow::Result<Self> {
        let wasm_path =
            only(folder, |file| file.starts_with(name) && file.ends_with(BOUND)).context(name)?;
        let stem = wasm_path.to_string_lossy();
        let glue_path = Path::new(stem.trim_end_matches(BOUND)).with_extension("js");
        let take = |path: &Path| {
            let read = fs::read(path);
            read.and_then(|bytes| fs::remove_file(path).map(|()| bytes))
                .with_context(|| format!("cannot take {}", path.display()))
        };
        let wasm = take(&wasm_path)?;
        let glue = String::from_utf8(take(&glue_path)?).context("the script is text")?;
        let script = |stem: &str, text: String| -> anyhow::Result<Script> {
            Ok(Script { name: write_named(folder, stem, "js", text.as_bytes())?, text })
        };
        Ok(Self {
            name,
            glue: script(name, glue)?,
            inlined: script(&format!("{name}-inlined"), inlined(name, &wasm)?)?,
            wasm: write_named(folder, name, "wasm", &wasm)?,
        })
    }
}

/// Compiles a program of the page and binds it into a folder. Its script declares the name
/// `stackfit_…`.
pub(super) fn bind(folder: &Path, name: &str, is_release: bool) -> anyhow::Result<()> {
    let mut build = process::cargo(["build", "--target", WASM_TARGET, "--features", name]);
    build.args(["--bin", name]);
    if is_release {
        build.arg("--release");
    }
    process::run(&mut build)?;
    let profile = if is_release { "release" } else { "debug" };
    let compiled = repository::target()?.join(WASM_TARGET).join(profile).join(name);
    let mut bind = tools::wasm_bindgen()?;
    bind.args(["--no-typescript", "--target", "no-modules", "--no-modules-global"]);
    bind.arg(format!("stackfit_{name}")).arg("--out-dir").arg(folder);
    process::run(bind.arg(compiled.with_extension("wasm")))
}

/// The wasm as a script that sets it: compressed, because Base64 is a third longer than the bytes.
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
