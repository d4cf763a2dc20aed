//! Checks the catalog and embeds it, and turns the interface's texts into constants.
//!
//! The checks are the library's own: this script compiles `src/domain` and `src/authoring` once more,
//! because it runs before the library exists.
//!
//! The script runs no tool and reads neither clock nor network. It never embeds a catalog with a
//! violation.

#![allow(dead_code, reason = "a build script uses a part of the modules that it shares")]
#![allow(unreachable_pub, unused_imports, reason = "the shared modules are public in the library")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

#[path = "src/authoring/mod.rs"]
mod authoring;
#[path = "src/domain/mod.rs"]
mod domain;

fn main() {
    for path in ["build.rs", "src/domain", "src/authoring", "text"] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-env-changed=CATALOG_DIR");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    write_messages(Path::new("text/en.toml"), &out.join("messages.rs"));
    if env::var_os("CARGO_FEATURE_EMBEDDED").is_some() {
        let folder = env::var_os("CATALOG_DIR").map_or_else(|| "catalog".into(), PathBuf::from);
        println!("cargo::rerun-if-changed={}", folder.display());
        for variable in [authoring::REPOSITORY, authoring::CONTEST] {
            println!("cargo::rerun-if-env-changed={variable}");
        }
        embed(&folder, &out);
    }
}

fn embed(folder: &Path, out: &Path) {
    let files = authoring::Files::load(folder)
        .unwrap_or_else(|error| fail(&format!("cannot read {}: {error}", folder.display())));
    let checked = authoring::check(&files);
    let addresses = authoring::Addresses::read(|name| env::var_os(name));
    let (authoring::Checked { mut catalog, evidence, .. }, addresses) = match (checked, addresses) {
        (Ok(checked), Ok(addresses)) => (checked, addresses),
        (checked, addresses) => {
            let of_files = checked.err().unwrap_or_default();
            let of_environment = addresses.err().unwrap_or_default();
            let n = of_files.len() + of_environment.len();
            let of_files = of_files.iter().map(|one| format!("\n{}/{one}", folder.display()));
            let of_environment = of_environment.iter().map(|one| format!("\n{one}"));
            let lines: String = of_files.chain(of_environment).collect();
            fail(&format!("the catalog and its addresses have {n} violations:{lines}"))
        }
    };
    addresses.apply(&mut catalog.subject);
    write(&out.join("evidence.txt"), evidence.encode(&catalog).as_bytes());
    let blob = postcard::to_allocvec(&catalog)
        .unwrap_or_else(|error| fail(&format!("cannot encode the catalog: {error}")));
    write(&out.join("catalog.bin"), &blob);
    let history = postcard::to_allocvec(&catalog.history)
        .unwrap_or_else(|error| fail(&format!("cannot encode the history: {error}")));
    write(&out.join("history.bin"), &history);
}

/// Turns `text/en.toml` into one constant per text, so that a missing text does not compile.
fn write_messages(source: &Path, target: &Path) {
    let text = fs::read_to_string(source)
        .unwrap_or_else(|error| fail(&format!("cannot read {}: {error}", source.display())));
    let table: toml::Table =
        text.parse().unwrap_or_else(|error| fail(&format!("{}: {error}", source.display())));
    let mut messages = BTreeMap::new();
    collect(&table, "", &mut messages, source);
    let mut code = String::new();
    for (name, text) in &messages {
        let _ = writeln!(
            code,
            "/// {}",
            text.replace(['[', ']', '<', '>'], "·").replace('\n', "\n/// ")
        );
        let _ = writeln!(code, "pub const {name}: Message = Message({text:?});");
    }
    write(target, code.as_bytes());
}

fn collect(table: &toml::Table, prefix: &str, into: &mut BTreeMap<String, String>, source: &Path) {
    for (key, value) in table {
        let name = format!("{prefix}{}", key.replace('-', "_").to_uppercase());
        match value {
            toml::Value::String(text) => {
                into.insert(name, text.clone());
            }
            toml::Value::Table(inner) => collect(inner, &format!("{name}_"), into, source),
            _ => fail(&format!("{}: {key} should be a text", source.display())),
        }
    }
}

fn write(path: &Path, bytes: &[u8]) {
    if let Err(error) = fs::write(path, bytes) {
        fail(&format!("cannot write {}: {error}", path.display()));
    }
}

fn fail(message: &str) -> ! {
    eprintln!("error: {message}");
    process::exit(1)
}
