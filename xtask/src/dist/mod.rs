//! `cargo xtask dist`: the release build.
//!
//! # What this module does not do
//! It holds nothing to a budget; `bench` does.

pub(crate) mod sizes;

use std::fs;
use std::path::Path;

use sizes::Delivery;

use crate::{process, repository, tools};

/// Builds, and prints the bytes of each file.
///
/// # Errors
/// Where the build fails or its files cannot be read.
pub(crate) fn run() -> anyhow::Result<()> {
    build()?;
    process::print(&Delivery::measure(&repository::dist())?.to_string())
}

/// Builds the page for release, into the repository's `dist`.
///
/// # Errors
/// Where the tools cannot be had or the build fails.
pub(crate) fn build() -> anyhow::Result<()> {
    let mut trunk = tools::trunk()?;
    process::say("building the page for release");
    process::run(trunk.args(["build", "--release", "--dist"]).arg(repository::dist()))?;
    strip_scripts(&repository::dist())
}

/// Takes comments and indentation out of the scripts, which Trunk's own minifier cannot parse.
fn strip_scripts(folder: &Path) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "js") {
            let script = fs::read_to_string(&path)?;
            fs::write(&path, stripped(&script))?;
        }
    }
    Ok(())
}

/// A script without lines that are all comment, without indentation and empty lines. Made for the
/// glue of wasm-bindgen, which has no text that spans lines.
fn stripped(script: &str) -> String {
    let is_comment =
        |line: &str| ["/**", "* ", "*/", "//"].iter().any(|sign| line.starts_with(sign));
    let lines = script.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && *line != "*" && !is_comment(line));
    kept.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::stripped;

    #[test]
    fn comments_and_indentation_go_and_code_stays() {
        let script =
            "/**\n * What\n *\n */\nfunction f(a) {\n    // why\n\n    return a * 2; // kept\n}\n";
        assert_eq!(stripped(script), "function f(a) {\nreturn a * 2; // kept\n}");
    }
}
