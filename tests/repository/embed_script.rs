//! The host's script: it follows frames that speak as ours do, and does nothing but what it says. Its bytes are
//! measured as they are delivered, by the stage `size`.
//!
//! The script runs in a page that `tests/fixtures/embed/host.mjs` invents; the tests of the built page have a real
//! one.

use std::path::{Path, PathBuf};
use std::process::Command;

fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn the_script_does_what_it_says_and_nothing_else() {
    let mut node = Command::new("node");
    let arguments = ["tests/fixtures/embed/host.mjs", "embed/embed.js"].map(in_repository);
    let Ok(output) = node.args(arguments).output() else {
        eprintln!("not tried: there is no Node.js");
        return;
    };
    let said = String::from_utf8_lossy(&output.stdout);
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{wrong}");
}
