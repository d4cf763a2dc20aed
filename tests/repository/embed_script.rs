//! The host's script: small, and deaf to whoever is not a frame of ours.
//!
//! The script runs in a page that `tests/fixtures/embed/host.mjs` invents; the tests of the built page have a real
//! one.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;

/// The most bytes that the script may be after compression.
const BUDGET: usize = 1_000;

fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn the_script_is_within_its_budget() {
    let script = std::fs::read(in_repository("embed/embed.js")).unwrap();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&script).unwrap();
    let n_bytes = encoder.finish().unwrap().len();
    assert!(n_bytes <= BUDGET, "{n_bytes} bytes with gzip, of {BUDGET}");
}

#[test]
fn the_script_follows_its_frames_and_nobody_else() {
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
