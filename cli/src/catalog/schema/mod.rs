//! `stackfit catalog schema`: a JSON Schema for each of the catalog's files, for editors.
//!
//! An editor with these schemas completes criteria and values and marks invalid ones. The
//! vocabulary comes from `criteria.toml`, so the schemas have to be generated again when that file
//! changes. A schema checks less than `catalog check`: it follows no references between files or
//! tables.

mod entry;
mod others;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueHint};
use serde_json::{Map, Value, json};
use stackfit::authoring::Vocabulary;

use super::vocabulary;
use crate::{output, repository};

/// The folder of the schemas, inside the catalog's.
const FOLDER: &str = "schema";

/// Write the schemas for editors, into the catalog's folder schema/
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The folder of the catalog [default: the repository's own]
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    folder: Option<PathBuf>,
}

/// Writes the schemas next to the files of a catalog.
///
/// # Errors
/// If `catalog.toml` or `criteria.toml` have violations, or a file cannot be written.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let folder = arguments.folder.as_deref();
    let vocabulary = vocabulary(folder)?;
    let target = folder.map_or_else(repository::catalog, Path::to_owned).join(FOLDER);
    fs::create_dir_all(&target).with_context(|| format!("cannot make {}", target.display()))?;
    for (name, schema) in all(&vocabulary) {
        let path = target.join(format!("{name}.schema.json"));
        let text = serde_json::to_string_pretty(&schema)? + "\n";
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        output::print(&format!("wrote {}\n", path.display()))?;
    }
    Ok(())
}

/// The schemas, by the names of their files.
fn all(known: &Vocabulary) -> [(&'static str, Value); 9] {
    [
        ("entry", entry::schema(known)),
        ("catalog", others::catalog(known)),
        ("criteria", others::criteria(known)),
        ("facets", others::facets(known)),
        ("questions", others::questions(known)),
        ("faq", others::faq()),
        ("cases", others::cases()),
        ("synonyms", others::synonyms(known)),
        ("marks", others::marks()),
    ]
}

/// The schema of a file: a table with the given fields and no others.
fn file(title: &str, required: &[&str], fields: Value, definitions: Value) -> Value {
    let mut schema = table(required, fields);
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!(title);
    schema["definitions"] = definitions;
    schema
}

/// A table with the given fields and no others.
#[expect(
    clippy::needless_pass_by_value,
    reason = "schemas are built inside out, from what is made in place"
)]
fn table(required: &[&str], fields: Value) -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": required,
        "properties": fields,
    })
}

/// A list of items of one kind.
#[expect(
    clippy::needless_pass_by_value,
    reason = "schemas are built inside out, from what is made in place"
)]
fn list(of: Value) -> Value {
    json!({ "type": "array", "items": of })
}

/// A definition of the same file.
fn definition(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

/// A text that is not empty.
fn text(what: &str) -> Value {
    json!({ "type": "string", "minLength": 1, "description": what })
}

/// A text that is not empty and at most `most` characters long.
fn short(most: usize, what: &str) -> Value {
    let mut text = text(what);
    text["maxLength"] = json!(most);
    text
}

/// An id.
fn id(what: &str) -> Value {
    json!({ "type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "description": what })
}

/// An address.
fn address(what: &str) -> Value {
    json!({ "type": "string", "pattern": "^https://[^/]*\\.[^\\s\"<>]*$", "description": what })
}

/// A day. TOML has a date type without quotes; schemas see it as a text.
fn day(what: &str) -> Value {
    json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": what })
}

/// A date to the day, month or year, in quotes.
fn date(what: &str) -> Value {
    json!({
        "type": "string",
        "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        "description": what,
    })
}

/// One of several words.
fn word<'a>(words: impl IntoIterator<Item = &'a str>, what: &str) -> Value {
    json!({ "enum": words.into_iter().collect::<Vec<_>>(), "description": what })
}

/// The ids of all criteria, as one of several words.
fn criterion_ids(known: &Vocabulary) -> Value {
    word(known.criteria.iter().map(|criterion| criterion.id.as_ref()), "A criterion.")
}

/// An object with the listed members.
fn object(members: impl IntoIterator<Item = (String, Value)>) -> Value {
    Value::Object(members.into_iter().collect::<Map<_, _>>())
}
