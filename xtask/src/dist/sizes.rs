//! A table of the bytes of a build, and their budgets.

use core::fmt;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;

use anyhow::Context;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Serialize;

use crate::assemble::{self, APP, Document, EXPLAIN, PAGE, RULES};

/// The maximum size of the program, its glue and its starter, without the catalog.
const PROGRAM: usize = 226_000;
/// The maximum size of the catalog in the program, per entry.
const ENTRY: usize = 600;
/// The maximum size of the page: markup and styles, the first cards and facets.
const MARKUP: usize = 18_000;
/// The maximum size of the rules by which the first facets filter without the program. They are a
/// part of the page.
const FIRST_FACETS: usize = 1_500;
/// The maximum size of program and page together, without the catalog. It is less than the sum of
/// both, because the page does not need all that it may.
const ALL_BUT_CATALOG: usize = 242_400;
/// The maximum size of the second program, which explains results and has the record and the team.
const STATEMENTS: usize = 158_000;
/// The maximum size of the host's script, after gzip.
const HOST: usize = 1_000;
/// The share of a budget from which there is a warning.
const WARNING_PERCENT: usize = 95;

/// The parts of a build that have budgets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Sizes {
    parts: Vec<Part>,
}

/// A part of a build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Part {
    what: String,
    bytes: usize,
    budget: usize,
    /// Its bytes by piece, each compressed separately.
    pieces: Vec<Piece>,
}

/// A file, or something in one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Piece {
    what: String,
    raw: usize,
    compressed: usize,
}

impl Piece {
    /// Compressed with Brotli, as by a host that compresses ahead of time.
    fn new(what: &str, bytes: &[u8]) -> anyhow::Result<Self> {
        let mut compressed = Vec::new();
        // Quality 11 of 11, a window of 4 MiB.
        brotli::CompressorReader::new(bytes, 4096, 11, 22).read_to_end(&mut compressed)?;
        Ok(Self { what: what.to_owned(), raw: bytes.len(), compressed: compressed.len() })
    }

    fn file(path: &Path) -> anyhow::Result<Self> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Self::new(&name, &read(path)?)
    }
}

impl Part {
    fn new(what: &str, bytes: usize, budget: usize, pieces: Vec<Piece>) -> Self {
        Self { what: what.to_owned(), bytes, budget, pieces }
    }

    fn used_percent(&self) -> usize {
        self.bytes * 100 / self.budget
    }

    fn sentence(&self) -> String {
        let Self { what, bytes, budget, .. } = self;
        format!("{what}: {bytes} of {budget} bytes, {} %", self.used_percent())
    }
}

impl Sizes {
    /// Measures the build in a folder.
    pub(crate) fn measure(folder: &Path) -> anyhow::Result<Self> {
        let file = |stem, ending| Piece::file(&assemble::written(folder, stem, ending)?);
        let catalog = assemble::checked()?.catalog;
        let n_entries = catalog.alternatives.len();
        let blob = Piece::new("catalog", &postcard::to_allocvec(&catalog)?)?.compressed;
        let (wasm, glue) = (file(APP, "wasm")?, file(APP, "js")?);
        let page = Piece::file(&folder.join(PAGE))?;
        let markup = Document::read(&folder.join(PAGE))?;
        let inside =
            |what, selector: &str| Piece::new(what, markup.inside(selector)?.concat().as_bytes());
        let starter = inside("starter, in the page", "script:not([data-src]):not([type])")?;
        let styles = inside("styles, in the page", "style:not([id])")?;
        let rules = inside("rules of the first facets", &format!("style#{RULES}"))?;
        let explain = [file(EXPLAIN, "wasm")?, file(EXPLAIN, "js")?];
        let host = gzip(&read(&folder.join(assemble::HOST_SCRIPT))?)?;
        let all = wasm.compressed + glue.compressed + page.compressed;
        let entries = n_entries * ENTRY;
        let parts = vec![
            Part::new(
                "program without the catalog",
                wasm.compressed + glue.compressed + starter.compressed - blob,
                PROGRAM,
                vec![wasm, glue, starter.clone()],
            ),
            Part::new(&format!("catalog of {n_entries} entries"), blob, entries, Vec::new()),
            Part::new(
                "page without the starter",
                page.compressed - starter.compressed,
                MARKUP,
                vec![page, styles],
            ),
            Part::new(&rules.what, rules.compressed, FIRST_FACETS, Vec::new()),
            Part::new("all of these", all, ALL_BUT_CATALOG + entries, Vec::new()),
            Part::new(
                "second program",
                explain.iter().map(|piece| piece.compressed).sum(),
                STATEMENTS,
                explain.into(),
            ),
            Part::new("embed.js, after gzip", host, HOST, Vec::new()),
        ];
        Ok(Self { parts })
    }

    /// Exceeded budgets.
    pub(crate) fn complaints(&self) -> Vec<String> {
        self.sentences(|part| part.bytes > part.budget)
    }

    /// Budgets that are almost used up.
    pub(crate) fn warnings(&self) -> Vec<String> {
        let is_near = |part: &Part| part.bytes * 100 >= part.budget * WARNING_PERCENT;
        self.sentences(|part| is_near(part) && part.bytes <= part.budget)
    }

    fn sentences(&self, wanted: impl Fn(&Part) -> bool) -> Vec<String> {
        self.parts.iter().filter(|part| wanted(part)).map(Part::sentence).collect()
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            out,
            "{:<38}  {:>9}  {:>10}  {:>7}  {:>5}",
            "Brotli unless it says otherwise", "raw", "compressed", "budget", "used"
        )?;
        for part in &self.parts {
            let Part { what, bytes, budget, pieces } = part;
            let used = part.used_percent();
            writeln!(out, "{what:<38}  {:>9}  {bytes:>10}  {budget:>7}  {used:>3} %", "")?;
            for Piece { what, raw, compressed } in pieces {
                writeln!(out, "  {what:<36}  {raw:>9}  {compressed:>10}")?;
            }
        }
        Ok(())
    }
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn gzip(bytes: &[u8]) -> anyhow::Result<usize> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    Ok(packer.finish()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(bytes: usize) -> Sizes {
        Sizes { parts: vec![Part::new("page", bytes, 18_000, Vec::new())] }
    }

    #[test]
    fn a_budget_is_kept_up_to_its_last_byte_and_warns_before() {
        assert!(sizes(17_099).warnings().is_empty());
        assert_eq!(sizes(17_100).warnings(), ["page: 17100 of 18000 bytes, 95 %"]);
        assert!(sizes(18_000).complaints().is_empty() && !sizes(18_000).warnings().is_empty());
        assert_eq!(sizes(18_001).complaints(), ["page: 18001 of 18000 bytes, 100 %"]);
        assert!(sizes(18_001).warnings().is_empty(), "it is said once");
    }

    #[test]
    fn the_table_says_where_the_bytes_are() {
        let piece = Piece::new("styles", "a".repeat(10_000).as_bytes()).unwrap();
        assert!((10..100).contains(&piece.compressed), "{}", piece.compressed);
        let part = Part::new("page", 900, 18_000, vec![piece]);
        let table = Sizes { parts: vec![part] }.to_string();
        let words: Vec<Vec<_>> =
            table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(words[1], ["page", "900", "18000", "5", "%"]);
        assert_eq!(words[2][..2], ["styles", "10000"]);
    }

    #[test]
    fn a_folder_without_a_build_is_named() {
        let error = Sizes::measure(Path::new("/no/such/dist")).unwrap_err();
        let error = format!("{error:#}");
        assert!(error.contains("/no/such/dist"), "{error}");
    }
}
