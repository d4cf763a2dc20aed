//! The page of a catalog with ten thousand entries, in a browser. The entries are copies of the
//! catalog's own under other names, so they are as long and as different as real ones.

use std::fs;
use std::path::Path;

use anyhow::{Context, anyhow, ensure};
use bench_report::show::{table, time};
use serde_json::Value;
use stackfit::authoring::Files;

use super::in_browser;
use crate::{browsers, dist, process, repository};

/// How many entries there are.
const N_ENTRIES: usize = 10_000;
/// How long each step should take, in milliseconds. It is printed and not enforced.
const BUDGET: f64 = 50.0;
/// The folder of the entries.
const ENTRIES: &str = "frameworks";
/// The files of the catalog that say nothing about single entries.
const FILES: [&str; 6] =
    ["catalog.toml", "criteria.toml", "facets.toml", "faq.toml", "questions.toml", "synonyms.toml"];

/// Builds the page, measures it and prints; returns the figures.
pub(super) fn measure() -> anyhow::Result<Value> {
    // Missing, it is said before anything is built.
    browsers::chromium()?;
    let folder = repository::root().join("target/bench/scale");
    let catalog = folder.join("catalog");
    write_catalog(&catalog)?;
    process::say("building the page of ten thousand entries; that takes some minutes");
    let dist = folder.join("dist");
    dist::build_with(&catalog, &dist)?;
    let wanted = format!("scale={}", dist.display());
    let found = in_browser(&[&wanted], &[])?[&wanted].take();
    process::print(&format!("\n{}", shown(&found)))?;
    Ok(found)
}

fn write_catalog(folder: &Path) -> anyhow::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder.join(ENTRIES))?;
    let own = Files::load(&repository::catalog())?;
    let text = |path: &str| {
        let text = own.get(path).with_context(|| format!("there is no {path}"))?;
        text.map_err(|_| anyhow!("{path} cannot be read"))
    };
    for name in FILES {
        fs::write(folder.join(name), text(name)?)?;
    }
    let originals: Vec<_> = own.in_folder(ENTRIES).collect();
    ensure!(!originals.is_empty(), "the catalog has no entries");
    for (at, path) in originals.iter().cycle().take(N_ENTRIES).enumerate() {
        let text = text(path)?;
        // The first of each is the original: other files name it.
        match at / originals.len() {
            0 => fs::write(folder.join(path), text)?,
            number => {
                let copy = path.replace(".toml", &format!("-{number}.toml"));
                fs::write(folder.join(copy), renamed(text, number))?;
            }
        }
    }
    Ok(())
}

/// An entry under another id and name, and without other names for it.
fn renamed(entry: &str, number: usize) -> String {
    let line = |line: &str| match line.strip_suffix('"') {
        Some(start) if line.starts_with("id = ") => format!("{start}-{number}\"\n"),
        Some(start) if line.starts_with("name = ") => format!("{start} {number}\"\n"),
        _ if line.starts_with("aliases = ") => String::new(),
        _ => format!("{line}\n"),
    };
    // The head ends with the first table.
    let head = entry.find("\n[").map_or(entry.len(), |end| end + 1);
    let (head, tables) = entry.split_at(head);
    head.lines().map(line).chain([tables.to_owned()]).collect()
}

fn shown(found: &Value) -> String {
    let list = found.as_array().map(Vec::as_slice).unwrap_or_default();
    let row = |one: &Value| {
        let figure = |name: &str| one[name].as_f64().map(time).unwrap_or_default();
        let what = one["what"].as_str().unwrap_or_default();
        vec![what.to_owned(), figure("median_ms"), figure("most_ms"), time(BUDGET)]
    };
    let head = format!("{N_ENTRIES} entries");
    table(&[&head, "median", "most", "budget"], &list.iter().map(row).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_copy_differs_in_its_id_and_name_alone() {
        let entry = "id = \"hono\"\nname = \"Hono\"\naliases = [\"hono.js\"]\npackage = { name = \"hono\" }\n\
            [sources]\nid = \"a\"\n";
        let wanted = "id = \"hono-7\"\nname = \"Hono 7\"\npackage = { name = \"hono\" }\n\
            [sources]\nid = \"a\"\n";
        assert_eq!(renamed(entry, 7), wanted);
    }

    #[test]
    fn each_step_is_printed_beside_its_budget() {
        let found = json!([{ "what": "facet on", "median_ms": 37.1, "most_ms": 54.6 }]);
        let printed = shown(&found);
        for sign in ["10000 entries", "facet on", "37.10 ms", "54.60 ms", "50.00 ms"] {
            assert!(printed.contains(sign), "{sign} in {printed}");
        }
    }
}
