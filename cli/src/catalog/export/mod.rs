//! `stackfit catalog export`: the whole catalog, with its sources, as JSON.

mod document;

use std::fs;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, ValueHint};
use document::Document;
use stackfit::authoring::Checked;

use super::{Folder, load};
use crate::output;

/// Write the whole catalog, with its sources, as one JSON document
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The file to write [default: standard output]
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: Option<PathBuf>,
    #[command(flatten)]
    folder: Folder,
}

/// Writes the document.
///
/// # Errors
/// If the catalog cannot be read or is not clean, or the file cannot be written.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let Checked { catalog, evidence, .. } = load(arguments.folder.path())?;
    let document = Document::of(&catalog, &evidence);
    let mut json = serde_json::to_string_pretty(&document)?;
    json.push('\n');
    match &arguments.file {
        None => output::print(&json),
        Some(file) => {
            fs::write(file, &json).with_context(|| format!("cannot write {}", file.display()))?;
            output::say(&format!("==> wrote {} bytes to {}", json.len(), file.display()));
            Ok(())
        }
    }
}
